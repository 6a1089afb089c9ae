import type { en } from "./en.ts";

export const sr = {
  "members.alike.title": "Једна особа или две?",
  "members.alike.lead":
    "Ови чланови су можда једна особа. Ништа се не мења док Ви не одлучите. Ако је то једна особа, остаје старији унос, са својим именом и адресом.",
  "members.alike.none": "Нема чланова који личе на исту особу.",
  "members.alike.notice": "Парови чланова који су можда једна особа: {n, number}",
  "members.alike.open": "Погледај",
  "members.alike.pair": "{n}. пар",
  "members.alike.name": "Исто име",
  "members.alike.spelling": "Исто име, другачије написано",
  "members.alike.address": "Слично име, иста адреса",
  "members.alike.question": "Да ли је то једна особа?",
  "members.alike.one": "Једна особа: споји уносе",
  "members.alike.two": "Две особе: задржи оба уноса",
  "members.alike.button": "Сачувај одлуку",
  "members.alike.leave":
    "{n, plural, one {Изостави # ред који је можда већ у чланству} few {Изостави # реда који су можда већ у чланству} other {Изостави # редова који су можда већ у чланству}}",
  "members.verdict.alike": "Нови члан, или већ у чланству",
  "members.left": "Више није у чланству",
  "members.left.count": "Више нису у чланству: {n}",
  "members.leave": "Више није у мрежи",
  "members.leave.lead": "Бивши чланови не добијају писма и не гласају. Њихови одговори остају. Могу и да се врате.",
  "members.leave.button": "Забележи одлазак",
  "members.return": "Поново је у мрежи",
  "members.return.lead": "Од сада овај члан поново добија писма, под истим уносом, и не координира.",
  "members.return.button": "Забележи повратак",
  "members.merged": "Спојено",
  "members.merged.into": "Овај унос је спојен. Остао је унос: {name}",
  "members.merged.open": "Отвори тај унос",
} satisfies Record<keyof typeof en, string>;

import type { en } from "./en.ts";

export const lt = {
  "members.alike.title": "Vienas žmogus ar du?",
  "members.alike.lead":
    "Šie nariai gali būti vienas žmogus. Niekas nesikeičia, kol Jūs nenusprendžiate. Jei tai vienas žmogus, lieka senesnis įrašas su savo vardu ir adresu.",
  "members.alike.none": "Nėra narių, panašių į tą patį žmogų.",
  "members.alike.notice": "Narių poros, kurios gali būti vienas žmogus: {n, number}",
  "members.alike.open": "Peržiūrėti",
  "members.alike.pair": "{n} pora",
  "members.alike.name": "Tas pats vardas",
  "members.alike.spelling": "Tas pats vardas, kitaip parašytas",
  "members.alike.address": "Panašus vardas, tas pats adresas",
  "members.alike.question": "Ar tai vienas žmogus?",
  "members.alike.one": "Vienas žmogus: sujungti įrašus",
  "members.alike.two": "Du žmonės: palikti abu įrašus",
  "members.alike.button": "Išsaugoti sprendimą",
  "members.alike.leave":
    "{n, plural, one {Praleisti # eilutę, kuri gali būti jau esantis narys} few {Praleisti # eilutes, kurios gali būti jau esantys nariai} many {Praleisti # eilutės, kurios gali būti jau esantys nariai} other {Praleisti # eilučių, kurios gali būti jau esantys nariai}}",
  "members.verdict.alike": "Naujas arba jau esantis narys",
  "members.left": "Nebe narys",
  "members.left.count": "Nebe nariai: {n}",
  "members.leave": "Paliko tinklą",
  "members.leave.lead": "Buvę nariai negauna laiškų ir nebalsuoja. Jų atsakymai lieka. Jie gali sugrįžti.",
  "members.leave.button": "Įrašyti išėjimą",
  "members.return": "Sugrįžo į tinklą",
  "members.return.lead": "Nuo šiol šis narys vėl gauna laiškus, tuo pačiu įrašu, ir nekoordinuoja.",
  "members.return.button": "Įrašyti sugrįžimą",
  "members.merged": "Sujungta",
  "members.merged.into": "Šis įrašas sujungtas. Liko įrašas: {name}",
  "members.merged.open": "Atidaryti tą įrašą",
} satisfies Record<keyof typeof en, string>;

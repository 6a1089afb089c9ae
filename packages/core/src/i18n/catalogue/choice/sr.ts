import type { en } from "./en.ts";

export const sr = {
  "choice.what": "избор између функција",
  "choice.title": "Изабрани сте на више функција: коју прихватате?",
  "choice.lead": "Можете да обављате једну. О свакој другој гласа се поново, без Ваше кандидатуре.",
  "choice.which": "Функција коју прихватате",
  "election.stage.choice": "Избор између функција",
  "election.standing.choice": "Избор између функција: одговори {n} од {total}. Рок: {when}.",
  "election.journal.offices.several": "Један члан је изабран на више функција и упитан је коју прихвата",
  "election.journal.offices.chosen": "Функције су одабране; о осталима се гласа поново",
  "choice.vacant": "{office}: место је упражњено",
  "choice.minutes":
    "{name}: избор и овде, али прихваћена је друга функција: {office}. Нико не ступа на упражњено место.",
} satisfies Record<keyof typeof en, string>;

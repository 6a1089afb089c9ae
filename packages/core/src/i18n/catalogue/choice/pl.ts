import type { en } from "./en.ts";

export const pl = {
  "choice.what": "wybór funkcji",
  "choice.title": "Wybór na kilka funkcji: prosimy o wskazanie jednej",
  "choice.lead": "Można pełnić jedną z nich. Nad każdą inną głosuje się ponownie, już bez tej kandydatury.",
  "choice.which": "Przyjmowana funkcja",
  "election.stage.choice": "Wybór funkcji",
  "election.standing.choice": "Wybór funkcji, odpowiedzi: {n} z {total}. Termin: {when}.",
  "election.journal.offices.several": "Jedną osobę wybrano na kilka funkcji; poproszono ją o wskazanie jednej",
  "election.journal.offices.chosen": "Funkcje wskazano; nad innymi głosuje się ponownie",
  "choice.vacant": "{office}: wakat",
  "choice.minutes": "{name}: wybór także tutaj, ale przyjęto inną funkcję: {office}. Nikt nie zajmuje tego miejsca.",
} satisfies Record<keyof typeof en, string>;

import type { en } from "./en.ts";

export const pl: Record<keyof typeof en, string> = {
  "cancelling.act": "Odwołaj wybory",
  "cancelling.act.lead":
    "Od tej chwili nie można odpowiadać. Wszystkie pytane osoby poznają powód. Tego nie można cofnąć.",
  "cancelling.act.second":
    "Potrzebna jest zgoda drugiej osoby: ogłaszającej wynik lub poświadczającej protokół. Do tego czasu wybory trwają.",
  "cancelling.act.reason": "Powód odwołania",
  "cancelling.act.reasonHint":
    "Co najmniej {limit, plural, one {# znak} few {# znaki} many {# znaków} other {# znaku}}. Czytają go wszystkie pytane osoby.",
  "cancelling.act.asked": "Zapytano drugą osobę, czy odwołać wybory.",
  "cancelling.act.done": "Wybory odwołano.",
  "cancelling.pending": "Wniosek o odwołanie wyborów: {name}. Decyduje druga osoba.",
  "cancelling.recall": "Wycofaj wniosek",
  "cancelling.recalled": "Wniosek wycofano. Wybory trwają.",
  "cancelling.ask.what": "odwołanie wyborów",
  "cancelling.ask.title": "Czy odwołać wybory?",
  "cancelling.ask.lead": "Wpłynął wniosek o odwołanie tych wyborów. Potrzebna jest decyzja: zgodę daje druga osoba.",
  "cancelling.ask.why": "Powód",
  "cancelling.ask.approve": "Odwołuję wybory",
  "cancelling.ask.refuse": "Wybory trwają dalej",
  "cancelling.ask.reason": "Dlaczego trwają dalej",
  "cancelling.ask.silence": "wybory trwają dalej.",
  "cancelling.cancelled.title": "Wybory odwołano",
  "cancelling.cancelled.lead":
    "Odpowiedź nie jest już potrzebna. Linki z wcześniejszych wiadomości nie otwierają formularza.",
  "cancelling.cancelled.minutes": "Zakończyły się bez wyniku. To, co do tej pory zapisano, jest przechowywane.",
  "election.stage.cancelled": "Odwołano",
  "election.standing.cancelled": "Wybory odwołano.",
  "election.journal.cancellation.requested": "Złożono wniosek o odwołanie wyborów",
  "election.journal.cancellation.refused": "Wyborów nie odwołano",
  "election.journal.cancelled": "Wybory odwołano",
};

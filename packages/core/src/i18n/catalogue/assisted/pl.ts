import type { en } from "./en.ts";

export const pl: Record<keyof typeof en, string> = {
  "assisted.import.lacking": "Dodaj także osoby bez adresu e-mail",
  "assisted.import.hint": "Otrzymują wiadomości drukowane albo ich odpowiedź zapisuje koordynator.",
  "assisted.noAddress": "bez e-maila",
  "assisted.record": "Zapisz odpowiedź",
  "assisted.print": "Wydrukuj wiadomość",
  "assisted.badge": "zapisano w imieniu członka",
  "assisted.title": "Zapis odpowiedzi: {name}",
  "assisted.lead":
    "Należy zapisać tylko to, co powiedziano, słowo w słowo. Przy odpowiedzi widać, kto ją zapisał i jak wpłynęła.",
  "assisted.means": "Jak wpłynęła",
  "assisted.means.paper": "Na papierze",
  "assisted.means.phone": "Telefonicznie",
  "assisted.means.in-person": "Osobiście",
  "assisted.receipt.title": "Potwierdzenie otrzymania",
  "assisted.receipt.lead": "Prosimy wydrukować i przekazać osobie, której dotyczy.",
  "assisted.receipt.by": "Kto zapisał",
  "assisted.receipt.member": "Członek",
  "assisted.receipt.wrong": "Coś się nie zgadza? Prosimy o kontakt z koordynatorem przed terminem.",
  "assisted.letter.title": "Wiadomość drukowana: {name}",
  "assisted.letter.lead": "Prosimy wydrukować i wręczyć. Od tej chwili wiadomość uznaje się za doręczoną.",
  "assisted.letter.button": "Przygotuj wiadomość",
  "assisted.letter.howTo": "Kod można zeskanować telefonem albo wpisać ten adres w przeglądarce:",
  "assisted.letter.orTell": "Odpowiedź można też przekazać koordynatorowi, który ją zapisze.",
  "assisted.letter.printHint": "Stronę drukuje się w przeglądarce.",
  "assisted.minutes": "W tym odpowiedzi osób bez e-maila zapisane przez koordynatora: {n, number}.",
};

import type { en } from "./en.ts";

export const pl = {
  "meeting.parked.heading": "Posiedzenie wstrzymano",
  "meeting.parked.lead": "Posiedzenie czeka na decyzję. Wszystko zachowano, na stronie można je wznowić.",
  "meeting.parked.lapsed": "Czas na ten krok minął. Posiedzenie można wznowić z nowym terminem.",
  "meeting.parked.fault":
    "Posiedzenie wstrzymał błąd ({fault}). Nic nie przepadło; można je wznowić po usunięciu błędu.",

  "meeting.agenda.item": "{n}. {title}",
  "meeting.agenda.vote": "{n}. {title} (głosowanie)",
  "meeting.agenda.mark": "głosowanie",
  "meeting.documents": "Dokumenty",
  "meeting.document": "Dokument",
  "meeting.document.open": "Otwórz dokument",
  "meeting.document.onPage": "Tekst jest na stronie posiedzenia. Odcisk: {hash}",

  "meeting.rsvp.title": "Udział w posiedzeniu: {title}",
  "meeting.rsvp.lead": "Początek posiedzenia: {when}. Miejsce: {place}.",
  "meeting.rsvp.silence": "odnotujemy „bez odpowiedzi”, a przyjść można mimo to.",
  "meeting.rsvp.question": "Udział w posiedzeniu",
  "meeting.rsvp.coming": "Wezmę udział na miejscu",
  "meeting.rsvp.online": "Wezmę udział tylko zdalnie",
  "meeting.rsvp.absent": "Nie mogę wziąć udziału",
  "meeting.rsvp.note": "Uwaga",

  "meeting.invitation.what": "zaproszenie na posiedzenie",
  "meeting.invitation.heading": "Zaproszenie na posiedzenie",
  "meeting.invitation.lead": "Prosimy o informację o udziale w posiedzeniu.",
  "meeting.invitation.guest": "To zaproszenie dla gościa; goście nie głosują.",
  "meeting.invitation.where": "Kiedy i gdzie",
  "meeting.invitation.calendar": "W załączniku jest wpis do kalendarza.",

  "meeting.replies": "Kto weźmie udział",
  "meeting.replies.coming": "Na miejscu: {n}",
  "meeting.replies.online": "Tylko zdalnie: {n}",
  "meeting.replies.absent": "Bez udziału: {n}",
  "meeting.replies.silent": "Bez odpowiedzi: {n}",
  "meeting.replies.until": "Czekamy na odpowiedzi {by}.",
  "meeting.reply.coming": "na miejscu",
  "meeting.reply.online": "tylko zdalnie",
  "meeting.reply.absent": "bez udziału",
  "meeting.reply.silent": "bez odpowiedzi",
  "meeting.reply.late": "po terminie",
  "meeting.guest": "gość",

  "meeting.page.link": "Posiedzenie: porządek obrad i dokumenty",
  "meeting.page.rsvp": "Odpowiedź na zaproszenie",

  "meeting.plan.endsAt": "Koniec",
  "meeting.plan.endsAt.hint": "Nieobowiązkowo, przewidywany. Trafi do wpisu w kalendarzu.",
  "meeting.plan.endsAt.wrong": "Podaj koniec późniejszy niż początek",
  "meeting.plan.answerBy": "Członkowie odpowiadają do",
  "meeting.plan.answerBy.hint": "Nieobowiązkowo. Z terminem wszyscy dostają zaproszenie z pytaniem o udział.",
  "meeting.plan.answerBy.late": "Podaj termin przed początkiem posiedzenia",
  "meeting.plan.agenda.hint": "Każdy punkt w osobnym wierszu. Wiersz zacznij znakiem *, jeśli punkt jest głosowany.",
  "meeting.plan.guests.hint":
    "Nieobowiązkowo, każdy gość w osobnym wierszu. Goście nie głosują. Gość z adresem e-mail po nazwisku też dostaje zaproszenie.",
  "meeting.plan.guests.most": "Adres e-mail podaj przy najwyżej {limit, number} gościach",
  "meeting.plan.documents": "Dokumenty w innym miejscu",
  "meeting.plan.documents.hint": "Nieobowiązkowo. W każdym wierszu tytuł, potem adres strony.",
  "meeting.plan.documents.wrong": "W każdym wierszu podaj tytuł i adres, najwyżej w 20 wierszach",
  "meeting.plan.text.title": "Tytuł tekstu do przeczytania",
  "meeting.plan.text": "Tekst do przeczytania",
  "meeting.plan.text.hint":
    "Nieobowiązkowo. Członkowie czytają go na stronie posiedzenia, a jego odcisk zostaje w zapisach.",
  "meeting.plan.text.tooLong": "Napisz najwyżej {limit, number} znaków",
} satisfies Record<keyof typeof en, string>;

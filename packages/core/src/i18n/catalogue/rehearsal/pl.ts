import type { en } from "./en.ts";

export const pl: Record<keyof typeof en, string> = {
  "rehearsal.subject": "Próba: {subject}",
  "rehearsal.letter": "To jest próba. Nic, co zostanie wysłane z formularza, nie jest zapisywane.",
  "rehearsal.form": "To jest próba. Nic, co zostanie stąd wysłane, nie jest zapisywane.",
  "rehearsal.tried.title": "Próba się powiodła",
  "rehearsal.tried.lead": "Formularz zostałby przyjęty. Nic nie zapisano.",
  "rehearsal.again": "Wypróbuj formularz ponownie",
  "rehearsal.list.title": "Wyślij mi wiadomość próbną",
  "rehearsal.list.lead":
    "Wiadomość trafia tylko na adres koordynatora i jest oznaczona jako próba. Jej formularz niczego nie zapisuje.",
  "rehearsal.list.empty": "Nikogo jeszcze o nic nie zapytano.",
  "rehearsal.send": "Wyślij mi wiadomość próbną",
  "rehearsal.sent": "Wiadomość próbna jest w drodze.",
};

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
  "rehearsal.run.letter": "To jest próba: o niczym się nie decyduje, a potem wszystko zostaje usunięte.",
  "rehearsal.run.title": "Próba",
  "rehearsal.run.lead":
    "Osobna sieć z tymi samymi nazwiskami. Wszystko przebiega jak naprawdę, ale każda wiadomość trafia na adres koordynatora i jest oznaczona jako próba.",
  "rehearsal.run.start": "Rozpocznij próbę",
  "rehearsal.run.now":
    "To jest próba. Każda wiadomość trafia na adres koordynatora. Po zakończeniu można ją usunąć ze wszystkim, co zawiera.",
  "rehearsal.run.wipe": "Usuń próbę",
  "rehearsal.run.open": "Otwórz próbę",
  "rehearsal.run.wiped": "Próbę usunięto ze wszystkim, co zawierała.",
};

import type { en } from "./en.ts";

export const pl = {
  "form.errorPrefix": "Błąd:",
  "form.summary.title": "Jeszcze nie wysłano",
  "form.summary.answers": "Odpowiedzi jeszcze nie wysłano",
  "form.summary.lead": "Prosimy o poprawienie i ponowne naciśnięcie „{button}”. Wszystkie wpisy są zachowane.",
  "form.at": "{field}: {error}",
  "form.required": "Prosimy o wypełnienie tego pola",
  "form.choose": "Wybierz jedną odpowiedź",
  "form.chooseKnown": "Wybierz jedną z podanych odpowiedzi",
  "form.tooLong":
    "Skróć tekst do {limit, plural, one {# znaku} few {# znaków} many {# znaków} other {# znaku}}, teraz jest ich {actual, number}",
  "form.tooShort":
    "Wpisz co najmniej {limit, plural, one {# znak} few {# znaki} many {# znaków} other {# znaku}}, teraz jest ich {actual, number}",
  "form.notEmail": "Wpisz adres e-mail, na przykład imie@szkola.example",
  "form.notNumber": "Wpisz liczbę całkowitą",
  "form.below": "Wpisz co najmniej {limit, number}",
  "form.above": "Wpisz co najwyżej {limit, number}",
  "form.notDate": "Wpisz dzień i godzinę, na przykład 2026-03-20 20:00",
  "form.past": "Wpisz czas, który dopiero nadejdzie",
  "form.notForward": "Wpisz czas późniejszy niż obecny termin",
  "form.night": "Wybierz inną godzinę: od 1.00 do 4.00 niczego nie planujemy",
  "form.skippedTime": "Tego dnia ta godzina nie istnieje: zegar przesuwa się do przodu. Wybierz inną",
  "form.notZone": "Wybierz strefę czasową z listy",
  "form.fileMissing": "Wybierz plik",
  "form.fileType": "Wybierz plik CSV",
  "form.tooLarge": "Odpowiedź jest zbyt duża. Skróć najdłuższy tekst",
  "form.code": "Wpisz sześć cyfr z wiadomości",
  "form.codeWrong": "Kod jest nieprawidłowy. Sprawdź wiadomość lub poproś o nowy kod",
  "form.sum": "Liczby się nie zgadzają: razem {actual, number}, a obecnych najwyżej {limit, number}",
  "form.different": "Wybierz różne osoby",
  "form.hint.optionalUpTo":
    "Nieobowiązkowe, do {limit, plural, one {# znaku} few {# znaków} many {# znaków} other {# znaku}}.",
  "form.hint.upTo": "Do {limit, plural, one {# znaku} few {# znaków} many {# znaków} other {# znaku}}.",
  "form.hint.atLeast": "Co najmniej {limit, plural, one {# znak} few {# znaki} many {# znaków} other {# znaku}}.",
  "form.hint.intoMinutes": "Trafia do protokołu.",
} satisfies Partial<Record<keyof typeof en, string>>;

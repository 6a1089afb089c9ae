import type { en } from "./en.ts";

export const pl = {
  "common.skip": "Przejdź do treści",
  "common.mainMenu": "Menu główne",
  "common.language": "Język",
  "common.home": "Strona główna",
  "common.people": "Osoby",
  "common.processes": "Procesy",
  "common.sessions": "Posiedzenia",
  "common.signOut": "Wyloguj",
  "common.privacy": "Prywatność",
  "common.sentThrough": "Wysłano przez system Quorate.",

  "common.sendAnswer": "Wyślij odpowiedź",
  "common.sendAnswers": "Wyślij odpowiedzi",
  "common.keep": "Zapisz i dokończ później",
  "common.save": "Zapisz",
  "common.back": "Wstecz",
  "common.continue": "Dalej",
  "common.change": "Zmień",
  "common.downloadCsv": "Pobierz tabelę (CSV)",
  "common.checkAnswers": "Sprawdź odpowiedzi",

  "common.deadline": "Termin",
  "common.askedBy": "Prosi",
  "common.ifSilent": "W razie braku odpowiedzi",
  "common.ifSilentRecorded": "odnotujemy „bez odpowiedzi”. Nie jest to ani potwierdzenie, ani sprzeciw.",
  "common.youAnswerAs": "Odpowiada:",
  "common.notYou": "To ktoś inny?",
  "common.yourAnswer": "Odpowiedź",
  "common.reference": "Numer odpowiedzi",
  "common.textHash": "Odcisk tekstu:",
  "common.howDecided": "Jak ustala się wynik",
  "common.name": "Imię i nazwisko",
  "common.institution": "Instytucja",
  "common.when": "Kiedy",
  "common.action": "Czynność",
  "common.status": "Stan",
  "common.reason": "Uzasadnienie",
  "common.optional": "Nieobowiązkowe",
  "common.none": "Brak",
  "common.journal": "Dziennik procesu",
  "common.result": "Wynik",
  "common.whatFollows": "Co dalej",

  "common.does.coordinates": "koordynuje",
  "common.does.records": "prowadzi protokół",
  "common.does.attests": "poświadcza",
  "common.does.declares": "ogłasza wynik",


  "common.step.done": "Zakończono:",
  "common.step.now": "W toku:",
  "common.step.next": "Następnie:",

  "common.members": "{n, plural, one {# członek} few {# członków} many {# członków} other {# członka}}",
  "common.days": "{n, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}",
  "common.answers": "{n, plural, one {# odpowiedź} few {# odpowiedzi} many {# odpowiedzi} other {# odpowiedzi}}",
  "common.ofMembers": "z {n, plural, one {# członka} few {# członków} many {# członków} other {# członka}}",
  "common.ofDays": "z {n, plural, one {# dnia} few {# dni} many {# dni} other {# dnia}}",
  "common.ofAnswers": "z {n, plural, one {# odpowiedzi} few {# odpowiedzi} many {# odpowiedzi} other {# odpowiedzi}}",
  "common.daysLeft":
    "{n, plural, =0 {ostatni dzień terminu} one {do końca terminu: # dzień} few {do końca terminu: # dni} many {do końca terminu: # dni} other {do końca terminu: # dnia}}",


  "common.privacy.title": "Prywatność",
  "common.privacy.kept": "Przechowujemy imię i nazwisko, adres e-mail, instytucję oraz odpowiedzi wysłane do sieci.",
  "common.privacy.seen":
    "Koordynatorzy sieci widzą, kto odpowiedział. W protokole są liczby, a sprzeciwy z nazwiskami.",
  "common.privacy.letters": "W wiadomościach nie ma obrazków śledzących; nie zapisujemy ich otwarcia.",
  "common.privacy.cookies":
    "Plik cookie zapisujemy tylko po zalogowaniu, zmianie wyglądu, wpisaniu kodu oraz zapisaniu lub wysłaniu odpowiedzi.",
  "common.privacy.ask": "W sprawie wglądu, poprawienia lub usunięcia danych prosimy o kontakt z koordynatorem sieci.",
} satisfies Record<keyof typeof en, string>;

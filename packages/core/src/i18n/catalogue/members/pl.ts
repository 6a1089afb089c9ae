import type { en } from "./en.ts";

export const pl = {
  "members.alike.title": "Jedna osoba czy dwie?",
  "members.alike.lead":
    "Wymienione osoby mogą być jedną osobą. Nic się nie zmieni bez decyzji koordynatora. Jeśli to jedna osoba, zostaje starszy wpis, z jego imieniem, nazwiskiem i adresem.",
  "members.alike.none": "Nie ma członków, którzy wyglądają na tę samą osobę.",
  "members.alike.notice": "Pary członków, którzy mogą być jedną osobą: {n, number}",
  "members.alike.open": "Zobacz",
  "members.alike.pair": "Para {n}",
  "members.alike.name": "To samo imię i nazwisko",
  "members.alike.spelling": "To samo imię i nazwisko, inaczej zapisane",
  "members.alike.address": "Podobne imię i nazwisko, ten sam adres",
  "members.alike.question": "Czy to jedna osoba?",
  "members.alike.one": "Jedna osoba: scal wpisy",
  "members.alike.two": "Dwie osoby: zostaw oba wpisy",
  "members.alike.button": "Zapisz decyzję",
  "members.alike.leave":
    "{n, plural, one {Pomiń # wiersz, który może już być na liście} few {Pomiń # wiersze, które mogą już być na liście} many {Pomiń # wierszy, które mogą już być na liście} other {Pomiń # wiersza, które mogą już być na liście}}",
  "members.verdict.alike": "Nowy członek albo już na liście",
  "members.left": "Już nie należy do sieci",
  "members.left.count": "Już nie należą do sieci: {n}",
  "members.leave": "Odejście z sieci",
  "members.leave.lead": "Byli członkowie nie dostają wiadomości i nie głosują. Ich odpowiedzi zostają. Mogą wrócić.",
  "members.leave.button": "Zapisz odejście",
  "members.return": "Powrót do sieci",
  "members.return.lead": "Od teraz ta osoba znów dostaje wiadomości, pod tym samym wpisem, i nie koordynuje.",
  "members.return.button": "Zapisz powrót",
  "members.merged": "Scalono",
  "members.merged.into": "Ten wpis został scalony. Pozostał wpis: {name}",
  "members.merged.open": "Otwórz tamten wpis",
} satisfies Record<keyof typeof en, string>;

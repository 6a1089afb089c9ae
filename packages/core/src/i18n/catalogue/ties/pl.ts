import type { en } from "./en.ts";

export const pl: Record<keyof typeof en, string> = {
  "ties.field.title": "Przy równej liczbie głosów",
  "ties.field.presiding": "Osoba, która przewodniczy",
  "ties.field.hint":
    "Potrzebna, gdy zasady pozostawiają rozstrzygnięcie osobie, która przewodniczy. Nie rozstrzyga o równej liczbie głosów, jeśli dotyczy to jej samej.",
  "ties.tied": "Równa liczba głosów",
  "ties.chair.what": "rozstrzygający głos",
  "ties.chair.title": "Równa liczba głosów: prosimy o rozstrzygający głos",
  "ties.chair.lead":
    "Zasady pozostawiają rozstrzygnięcie osobie, która przewodniczy. Głos jest jawny: w protokole będzie z imieniem i nazwiskiem.",
  "ties.chair.vote": "Głosuję na",
  "ties.chair.seats": "Liczba osób do wskazania: {n}.",
  "ties.minutes.chair": "Rozstrzygający głos: {name}, {when}.",
  "ties.undecided.chair":
    "Osoba, która przewodniczy, sama ma równą liczbę głosów albo nie jest już w sieci, więc nikt nie rozstrzygnął.",
  "election.stage.chair": "Głos osoby, która przewodniczy",
  "election.standing.chair": "Równa liczba głosów: czekamy na głos osoby, która przewodniczy. Termin: {when}.",
  "election.journal.tie.decided": "Równa liczba głosów: rozstrzygnęła osoba, która przewodniczy",
};

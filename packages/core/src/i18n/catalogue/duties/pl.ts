import type { en } from "./en.ts";

export const pl = {
  "duties.refused.lead": "W czasie kandydowania zajmują się tym: {names}.",
  "duties.refused.nobody":
    "Kandydują też wszyscy inni, którzy mogliby się tym zająć. Decyzje podpisują dwie osoby, które nie kandydują.",
  "duties.stands": "Własna kandydatura w tych wyborach.",
  "duties.stands.lead":
    "Informacje o odpowiedziach, terminy, linki, zatwierdzenia i ogłoszenie należą do innych, aż do ogłoszenia wyniku.",
  "duties.now": "Teraz zajmują się tym: {names}.",
  "duties.field.title": "W razie własnej kandydatury",
  "duties.field.substitute": "Kto przejmuje obowiązki",
  "duties.field.hint":
    "Na przykład zastępca. W razie kandydowania zatwierdzenia, terminy, linki i wiadomości o nich przechodzą na tę osobę.",
  "duties.field.nobody": "Nikogo nie wskazano",
  "duties.minutes": "Obowiązki koordynatora",
  "duties.minutes.passed": "Od {when} przejęte przez: {names}, z powodu kandydowania koordynatora.",
  "duties.minutes.back": "Od {when} znów należą do: {names}.",
  "election.journal.duties.passed": "Obowiązki koordynatora przeszły na innych",
  "election.journal.declarers.replaced": "Zamiast kandydatów wynik ogłaszają inni",
} satisfies Record<keyof typeof en, string>;

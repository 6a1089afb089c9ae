import type { en } from "./en.ts";

export const pl: Record<keyof typeof en, string> = {
  "decline.title": "Wybór na funkcję",
  "decline.lead":
    "W razie nieprzyjęcia funkcji prosimy zgłosić to tutaj {by}. Funkcja pozostanie wtedy nieobsadzona i nikt jej nie przejmie.",
  "decline.field": "Nie przyjmuję tej funkcji: {office}",
  "decline.send": "Nie przyjmuję funkcji",
  "decline.sent": "Zapisano nieprzyjęcie funkcji. Koordynacja otrzymała wiadomość.",
  "decline.needed": "Prosimy zaznaczyć pole, jeśli funkcja nie zostaje przyjęta",
  "decline.letter.title": "Wybrana osoba nie przyjmuje funkcji",
  "decline.letter.lead":
    "Funkcji nie przyjmuje {name}: {office}. Jest nieobsadzona i nikt jej nie przejmuje. Można na nią otworzyć nowe wybory.",
  "decline.minutes":
    "{name} nie przyjmuje funkcji, zgłoszono {when}. Funkcja jest nieobsadzona i nikt jej nie przejmuje.",
  "decline.news": "{office}: {name} nie przyjmuje funkcji. Jest nieobsadzona.",
  "offices.why.declined": "Nieprzyjęcie funkcji",
  "election.journal.office.declined": "Wybrana osoba nie przyjęła funkcji",
};

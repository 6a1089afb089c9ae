import type { en } from "./en.ts";

export const lt: Record<keyof typeof en, string> = {
  "devices.title": "Prisijungimai",
  "devices.lead":
    "Kiekvienoje naršyklėje prisijungimas galioja 12 valandų. Jei kurios nepažįstate, atjunkite ją ir paprašykite naujo prisijungimo laiško.",
  "devices.this": "Ši naršyklė",
  "devices.other": "Kita naršyklė",
  "devices.since": "Prisijungta",
  "devices.seen": "Paskutinį kartą naudota",
  "devices.until": "Baigiasi",
  "devices.signOut": "Atjungti ten",
  "devices.all": "Atjungti visur",
  "devices.done": "Ten atjungta.",
};

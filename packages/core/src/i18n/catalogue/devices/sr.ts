import type { en } from "./en.ts";

export const sr: Record<keyof typeof en, string> = {
  "devices.title": "Где сте пријављени",
  "devices.lead":
    "У сваком прегледачу пријава траје 12 сати. Ако неки не препознајете, одјавите га и затражите ново писмо за пријаву.",
  "devices.this": "Овај прегледач",
  "devices.other": "Други прегледач",
  "devices.since": "Пријава",
  "devices.seen": "Последња употреба",
  "devices.until": "Истиче",
  "devices.signOut": "Одјави тамо",
  "devices.all": "Одјави свуда",
  "devices.done": "Тамо сте одјављени.",
};

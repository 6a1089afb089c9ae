import type { en } from "./en.ts";

export const pl: Record<keyof typeof en, string> = {
  "devices.title": "Aktywne logowania",
  "devices.lead":
    "W każdej przeglądarce logowanie trwa 12 godzin. Jeśli któraś jest obca, należy ją wylogować i poprosić o nową wiadomość do logowania.",
  "devices.this": "Ta przeglądarka",
  "devices.other": "Inna przeglądarka",
  "devices.since": "Zalogowano",
  "devices.seen": "Ostatnie użycie",
  "devices.until": "Wygasa",
  "devices.signOut": "Wyloguj tam",
  "devices.all": "Wyloguj wszędzie",
  "devices.done": "Wylogowano.",
};

import type { en } from "./en.ts";

export const lt = {
  "meeting.parked.heading": "Posėdis sustojo",
  "meeting.parked.lead": "Posėdis laukia Jūsų. Viskas išsaugota, puslapyje posėdį galite tęsti.",
  "meeting.parked.lapsed": "Šio žingsnio laikas baigėsi. Tęskite posėdį nurodę naują terminą.",
  "meeting.parked.fault": "Posėdį sustabdė klaida ({fault}). Niekas neprarasta; tęskite, kai klaida bus ištaisyta.",
} satisfies Record<keyof typeof en, string>;

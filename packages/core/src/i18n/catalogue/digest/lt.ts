import type { en } from "./en.ts";

export const lt: Record<keyof typeof en, string> = {
  "digest.subject.owed": "atsakymo laukia {n, plural, one {# forma} few {# formos} many {# formos} other {# formų}}",
  "digest.subject.news": "apžvalga",
  "digest.heading": "Apžvalga",
  "digest.lead.owed":
    "Laukiame {n, plural, =1 {Jūsų atsakymo {by}} one {# Jūsų atsakymo, pirmojo – {by}} few {# Jūsų atsakymų, pirmojo – {by}} many {# Jūsų atsakymo, pirmojo – {by}} other {# Jūsų atsakymų, pirmojo – {by}}}.",
  "digest.lead.news": "Jūsų atsakymo niekas nelaukia.",
  "digest.asks": "Laukia Jūsų atsakymo",
  "digest.coming": "Artėja",
  "digest.decided": "Nuspręsta",
  "digest.desk": "Koordinatoriams",
  "digest.annulled": "Rezultatas pripažintas negaliojančiu.",
  "digest.desk.parked": "Sustojo {since}; laukia Jūsų veiksmo.",
  "digest.desk.answered": "{form}: atsakė {answered} iš {asked}, atvira {by}.",
  "digest.desk.undelivered": "Nepristatyti laiškai: {n}.",
  "digest.why": "Apžvalgą gaunate kaip tinklo dalyviai.",
  "digest.settings.note": "Kaip dažnai ji siunčiama",
  "digest.settings.title": "Jūsų apžvalga",
  "digest.settings.lead":
    "Apžvalgoje rašoma, kas laukia Jūsų atsakymo, kas artėja ir kas nuspręsta visuose Jūsų tinkluose.",
  "digest.settings.frequency": "Kaip dažnai",
  "digest.frequency.weekly": "Kas savaitę, pirmadienio rytą",
  "digest.frequency.fortnightly": "Kas dvi savaites, pirmadienio rytą",
  "digest.frequency.monthly": "Kas mėnesį, pirmojo pirmadienio rytą",
  "digest.frequency.off": "Atsisakyti apžvalgos",
  "digest.settings.locale": "Visų Jums siunčiamų laiškų kalba",
  "digest.settings.button": "Išsaugoti",
  "digest.settings.done": "Išsaugota.",
  "digest.settings.next": "Kita apžvalga",
  "digest.settings.stays": "Laiškai, kuriuose prašoma atsakyti, ateina nepriklausomai nuo šio pasirinkimo.",
  "digest.off.title": "Apžvalga Jums nebesiunčiama.",
};

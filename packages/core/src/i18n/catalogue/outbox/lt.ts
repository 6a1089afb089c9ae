import type { en } from "./en.ts";

export const lt: Record<keyof typeof en, string> = {
  "outbox.title": "Neišsiųsti laiškai",
  "outbox.complaints": "Pažymėta kaip brukalas",
  "outbox.complaints.follows":
    "Šie nariai mūsų laišką pažymėjo kaip brukalą. Apžvalgų jiems nebesiunčiame. Prašymus atsakyti ir laiškus apie juos siunčiame toliau, tačiau jų gali niekas neskaityti: susisiekite kitu būdu.",
  "outbox.lead": "Kiekvieną siųskite dar kartą arba įrašykite, kodėl jis nesiunčiamas.",
  "outbox.none": "Visi laiškai išsiųsti.",
  "outbox.task":
    "{n, plural, one {# laiškas neišsiųstas} few {# laiškai neišsiųsti} many {# laiško neišsiųsta} other {# laiškų neišsiųsta}}",
  "outbox.letter": "Laiškas",
  "outbox.written": "Parašyta: {when}",
  "outbox.why.unknown": "Siunčiant nutrūko ryšys. Gali būti, kad laiškas vis tiek atėjo.",
  "outbox.why.late": "Pašto tarnyba jo nepriėmė per 20 valandų.",
  "outbox.why.quota": "Pašto tarnyba kol kas laiškų nebepriima: pasiekta jos riba.",
  "outbox.why.broken": "Laiško nepavyko parengti. Klaida įrašyta sistemos žurnale.",
  "outbox.why.refused": "Pašto tarnyba jį atmetė. Patikrinkite adresą.",
  "outbox.again": "Siųsti dar kartą",
  "outbox.process": "Atidaryti puslapį ir siųsti naują nuorodą",
  "outbox.giveUp": "Nebesiųsti",
  "outbox.reason.hint": "Nuo 10 iki 500 ženklų. Saugoma prie laiško.",
  "outbox.delivery": "Kaip pristatyti laiškai",
  "outbox.delivery.lead": "Skaičiuojami laiškai ir priminimai, kuriuose prašoma atsakyti.",
  "outbox.delivery.waiting": "laukia išsiuntimo",
  "outbox.delivery.sent": "išsiųsta, pristatymas dar nepatvirtintas",
  "outbox.delivery.delivered": "pristatyta",
  "outbox.delivery.bounced": "nepristatyta",
  "outbox.delivery.complained": "gavėjo pažymėta kaip brukalas",
  "outbox.delivery.unsent": "neišsiųsta",
};

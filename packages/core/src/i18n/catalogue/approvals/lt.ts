import type { en } from "./en.ts";

export const lt: Record<keyof typeof en, string> = {
  "approvals.decided.title": "Dėl to nuspręsta anksčiau už Jus",
  "approvals.decided.approve": "Patvirtinta {when}: {name}",
  "approvals.decided.return": "Grąžinta ir nurodyta priežastis {when}: {name}",
  "approvals.insteadOf": "Vietoj",
  "approvals.revoke.title": "Atšaukti patvirtinimą",
  "approvals.revoke.lead": "Kol jis neįvykdytas. Laukiantiems pranešama, kodėl.",
  "approvals.revoke.reason": "Kodėl atšaukiate",
  "approvals.revoked.title": "Patvirtinimas atšauktas",
  "approvals.revoked.lead": "Jis nebegalioja. Laukiantiems pranešama, kodėl.",

  "approvals.recalled.cancelled": "Tai atšaukta",
  "approvals.recalled.changed": "Pasikeitė tai, ką reikėjo patvirtinti",
  "approvals.recalled.recalled": "Prašymas atšauktas",
  "approvals.recalled.lead": "Jūsų atsakymo nebereikia. Tema: {subject}",
  "approvals.recalled.changedLead": "Apie tai, kas parašyta dabar, klausia naujas laiškas. Tema: {subject}",
  "approvals.recalled.by": "Kas",

  "approvals.letter.recalled.subject": "{network}: Jūsų atsakymo nebereikia",
  "approvals.letter.settled.subject": "{network}: sprendimas dėl Jūsų prašymo",
  "approvals.letter.settled.approved": "Jūsų prašymas patvirtintas: {title}",
  "approvals.letter.settled.returned": "Jūsų prašymas grąžintas ir nurodyta priežastis: {title}",
  "approvals.letter.settled.expired": "Dėl Jūsų prašymo laiku nenuspręsta: {title}",
  "approvals.letter.settled.revoked": "Jūsų prašymo patvirtinimas atšauktas: {title}",
  "approvals.letter.settled.expiredLead": "Tylėjimu niekas nepatvirtinama. Galite prašyti dar kartą.",
  "approvals.letter.settled.lead": "Sprendimas: {name}.",
};

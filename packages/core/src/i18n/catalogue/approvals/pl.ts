import type { en } from "./en.ts";

export const pl: Record<keyof typeof en, string> = {
  "approvals.decided.title": "Decyzja w tej sprawie już zapadła",
  "approvals.decided.approve": "Zatwierdzono {when}: {name}",
  "approvals.decided.return": "Zwrócono z uzasadnieniem {when}: {name}",
  "approvals.insteadOf": "W zastępstwie",
  "approvals.revoke.title": "Wycofaj zatwierdzenie",
  "approvals.revoke.lead": "Dopóki decyzji nie wykonano. Osoby, które na nią czekają, poznają powód.",
  "approvals.revoke.reason": "Powód wycofania",
  "approvals.revoked.title": "Zatwierdzenie wycofano",
  "approvals.revoked.lead": "Nie jest już brane pod uwagę. Osoby, które na nie czekają, poznają powód.",

  "approvals.recalled.cancelled": "Sprawę odwołano",
  "approvals.recalled.changed": "Zmieniło się to, co było do zatwierdzenia",
  "approvals.recalled.recalled": "Wniosek wycofano",
  "approvals.recalled.lead": "Odpowiedź nie jest już potrzebna. Temat: {subject}",
  "approvals.recalled.changedLead": "O obecną treść pyta nowa wiadomość. Temat: {subject}",
  "approvals.recalled.by": "Kto",

  "approvals.letter.recalled.subject": "{network}: odpowiedź nie jest już potrzebna",
  "approvals.letter.settled.subject": "{network}: decyzja w sprawie wniosku",
  "approvals.letter.settled.approved": "Wniosek zatwierdzono: {title}",
  "approvals.letter.settled.returned": "Wniosek zwrócono z uzasadnieniem: {title}",
  "approvals.letter.settled.expired": "Wniosku nie rozpatrzono w terminie: {title}",
  "approvals.letter.settled.revoked": "Wycofano zatwierdzenie wniosku: {title}",
  "approvals.letter.settled.expiredLead": "Milczenie niczego nie zatwierdza. Wniosek można złożyć ponownie.",
  "approvals.letter.settled.lead": "Decyzja: {name}.",
};

import type { en } from "./en.ts";

export const lt: Record<keyof typeof en, string> = {
  "rehearsal.subject": "Bandymas: {subject}",
  "rehearsal.letter": "Tai bandymas. Kas siunčiama iš formos, niekur nesaugoma.",
  "rehearsal.form": "Tai bandymas. Ką iš čia siunčiate, niekur nesaugoma.",
  "rehearsal.tried.title": "Bandymas pavyko",
  "rehearsal.tried.lead": "Forma būtų priimta. Niekas neišsaugota.",
  "rehearsal.again": "Išbandyti formą dar kartą",
  "rehearsal.list.title": "Siųsti man bandomąjį laišką",
  "rehearsal.list.lead": "Laiškas siunčiamas tik Jūsų adresu ir pažymėtas kaip bandymas. Jo forma nieko nesaugo.",
  "rehearsal.list.empty": "Kol kas niekieno neklausta.",
  "rehearsal.send": "Siųsti man bandomąjį laišką",
  "rehearsal.sent": "Bandomasis laiškas siunčiamas Jums.",
};

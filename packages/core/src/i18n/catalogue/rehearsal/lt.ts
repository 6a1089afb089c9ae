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
  "rehearsal.run.letter": "Tai bandymas: nieko nesprendžiama, o po to viskas ištrinama.",
  "rehearsal.run.title": "Bandymas",
  "rehearsal.run.lead":
    "Atskiras tinklas su tais pačiais narių vardais. Viskas jame vyksta kaip iš tikrųjų, bet kiekvienas laiškas siunčiamas Jums ir pažymėtas kaip bandymas.",
  "rehearsal.run.start": "Pradėti bandymą",
  "rehearsal.run.now":
    "Tai bandymas. Kiekvienas laiškas siunčiamas Jums. Kai pamatysite pakankamai, ištrinkite jį su viskuo, kas jame yra.",
  "rehearsal.run.wipe": "Ištrinti bandymą",
  "rehearsal.run.open": "Atidaryti bandymą",
  "rehearsal.run.wiped": "Bandymas ištrintas su viskuo, kas jame buvo.",
};

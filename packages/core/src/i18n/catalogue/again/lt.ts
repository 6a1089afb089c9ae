import type { en } from "./en.ts";

export const lt: Record<keyof typeof en, string> = {
  "again.act": "Rengti iš naujo su naujomis nuorodomis",
  "again.taken":
    "Perimta iš „{title}“: balsavimai, taisyklės ir žmonės. Balsavimo teisę turinčių narių sąrašas sudaromas iš naujo, kiekvienas gauna naują nuorodą; ankstesni atsakymai lieka užantspauduoti ir saugomi.",
  "again.stands": "Kas kandidatuoja vėl: {office}",
  "again.stands.hint":
    "Nuimkite žymą nuo to, kas pasitraukė. Jei kandidatus reikia siūlyti iš naujo, pažymėkite langelį žemiau.",
  "again.earlier.annulled": "Šie rinkimai pakartoja rinkimus, kurie pripažinti negaliojančiais {when}:",
  "again.earlier.cancelled": "Šie rinkimai pakartoja rinkimus, kurie atšaukti {when}:",
  "again.later": "Rengiama iš naujo:",
  "election.journal.repeated": "Rinkimai rengiami iš naujo",
};

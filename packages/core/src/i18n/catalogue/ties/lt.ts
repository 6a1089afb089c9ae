import type { en } from "./en.ts";

export const lt: Record<keyof typeof en, string> = {
  "ties.field.title": "Jei balsai pasiskirstytų po lygiai",
  "ties.field.presiding": "Kas pirmininkauja",
  "ties.field.hint":
    "Būtina, kai pagal taisykles lemia pirmininkaujančio asmens balsas. Kas pats surinko vienodai balsų, to klausimo nesprendžia.",
  "ties.tied": "Balsai pasiskirstė po lygiai",
  "ties.chair.what": "lemiamas balsas",
  "ties.chair.title": "Balsai pasiskirstė po lygiai: lemia Jūsų balsas",
  "ties.chair.lead":
    "Jūs pirmininkaujate, todėl pagal taisykles sprendžiate Jūs. Jūsų balsas atviras: protokole jis bus su Jūsų vardu.",
  "ties.chair.vote": "Balsuoju už",
  "ties.chair.seats": "Kandidatų, kuriuos reikia pasirinkti: {n}.",
  "ties.minutes.chair": "Lemiamas balsas: {name}, {when}.",
  "ties.undecided.chair":
    "Pirmininkaujantis asmuo pats surinko vienodai balsų arba nebėra tinklo narys, todėl niekas nenulėmė.",
  "election.stage.chair": "Pirmininkaujančio asmens balsas",
  "election.standing.chair": "Balsai pasiskirstė po lygiai: laukiama pirmininkaujančio asmens balso. Terminas: {when}.",
  "election.journal.tie.decided": "Balsams pasiskirsčius po lygiai nulėmė pirmininkaujančio asmens balsas",
};

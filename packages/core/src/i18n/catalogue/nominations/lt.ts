import type { en } from "./en.ts";

export const lt = {
  "nominations.ask.what": "kandidatų siūlymas",
  "nominations.ask.title": "Ką siūlote?",
  "nominations.ask.lead":
    "Į kiekvienas pareigas pasiūlykite vieną narį, galite siūlyti ir save. Kiekvieno pasiūlyto nario paklausime, ar sutinka kandidatuoti.",
  "nominations.ask.whom": "Ką siūlote?",
  "nominations.ask.nobody": "Nieko nesiūlau",
  "nominations.ask.silence": "laikysime, kad nieko nesiūlote.",
  "nominations.ask.offices": "Pareigos",

  "nominations.accept.what": "Jūsų kandidatūra",
  "nominations.accept.title": "Jus pasiūlė: ar sutinkate kandidatuoti?",
  "nominations.accept.lead":
    "Dėl kiekvienų pareigų nurodykite, ar sutinkate kandidatuoti. Galite parašyti keletą žodžių nariams.",
  "nominations.accept.accept": "Sutinku kandidatuoti",
  "nominations.accept.decline": "Nesutinku kandidatuoti",
  "nominations.accept.statement": "Keletas žodžių nariams",
  "nominations.accept.statementHint":
    "Neprivaloma, ne daugiau kaip {limit, plural, one {# ženklas} few {# ženklai} many {# ženklo} other {# ženklų}}. Nariai tai skaitys, jei sutiksite.",
  "nominations.accept.silence": "kandidatų sąraše Jūsų nebus.",

  "nominations.list.what": "kandidatų sąrašas",
  "nominations.list.title": "Tvirtinkite kandidatų sąrašą",
  "nominations.list.lead": "Sąraše yra tik tie, kurie sutiko kandidatuoti. Patvirtintas sąrašas nekeičiamas.",
  "nominations.list.kicker": "Kandidatai",
  "nominations.list.nobody": "Niekas nekandidatuoja",
  "nominations.list.approve": "Tvirtinu sąrašą",
  "nominations.list.return": "Grąžinu sąrašą",
  "nominations.list.reason": "Kodėl sąrašas grąžinamas",

  "nominations.state.pending": "Atsakymo dar nėra",
  "nominations.state.accepted": "Sutiko",
  "nominations.state.declined": "Nesutiko",
  "nominations.state.silent": "Neatsakė",
  "nominations.state.withdrawn": "Kandidatūra atšaukta",

  "nominations.page.title": "Kandidatų siūlymas",
  "nominations.page.empty": "Dar niekas nepasiūlytas.",
  "nominations.page.by": "Pasiūlė {n, plural, one {# narys} few {# nariai} many {# nario} other {# narių}}",
  "nominations.field.wanted": "Prieš posėdį nariai kandidatus siūlo laiškais",
  "nominations.field.hint": "Jei ne, kandidatai siūlomi posėdyje.",
  "nominations.field.by": "Kandidatus galima siūlyti iki",
  "nominations.field.acceptanceBy": "Pasiūlyti nariai atsako iki",
  "nominations.field.candidatesBy": "Kandidatų sąrašas tvirtinamas iki",
  "nominations.problem.afterSession": "Įveskite laiką prieš posėdį",

  "election.stage.nominations": "Kandidatų siūlymas",
  "election.stage.acceptance": "Pasiūlytų narių atsakymai",
  "election.stage.candidates": "Kandidatų sąrašas",
  "election.standing.nominations": "Kandidatų siūlymas: atsakė {n}\u00a0iš\u00a0{total}. Terminas: {when}.",
  "election.standing.acceptance": "Pasiūlytų narių atsakymai: {n}\u00a0iš\u00a0{total}. Terminas: {when}.",
  "election.standing.candidates": "Kandidatų sąrašas laukia patvirtinimo. Terminas: {when}.",
  "election.step.nominations": "Kandidatų siūlymas",
  "election.step.nominations.next": "siūlo nariai, {by}",
  "election.step.nominations.now": "atsakė {n}\u00a0iš\u00a0{total}, {by}",
  "election.step.nominations.done": "kandidatų sąrašas patvirtintas {date}",
  "election.journal.nominations.opened": "Narių paprašyta siūlyti kandidatus: {asked}",
  "election.journal.nominations.closed": "Kandidatų siūlymas baigtas",
  "election.journal.nominees.answered": "Pasiūlyti nariai atsakė",
  "election.journal.candidates.approved": "Kandidatų sąrašas patvirtintas",
  "election.journal.candidates.returned": "Kandidatų sąrašas grąžintas nurodant priežastį",
} satisfies Record<keyof typeof en, string>;

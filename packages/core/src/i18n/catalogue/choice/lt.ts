import type { en } from "./en.ts";

export const lt = {
  "choice.what": "pareigų pasirinkimas",
  "choice.title": "Jus išrinko į kelias pareigas: kurias prisiimate?",
  "choice.lead": "Galite eiti vienas. Dėl kiekvienų kitų balsuojama iš naujo, be Jūsų kandidatūros.",
  "choice.which": "Pareigos, kurias prisiimate",
  "election.stage.choice": "Pareigų pasirinkimas",
  "election.standing.choice": "Pareigų pasirinkimas: atsakė {n} iš {total}. Terminas: {when}.",
  "election.journal.offices.several": "Narys išrinktas į kelias pareigas ir paklaustas, kurias prisiima",
  "election.journal.offices.chosen": "Pareigos pasirinktos; dėl kitų balsuojama iš naujo",
  "choice.vacant": "{office}: pareigos neužimtos",
  "choice.minutes":
    "{name}: išrinkimas ir čia, bet prisiimtos kitos pareigos: {office}. Niekas kitas į šią vietą nepereina.",
} satisfies Record<keyof typeof en, string>;

import type { en } from "./en.ts";

export const lt = {
  "roll.left": "Išėjo rinkimų metu",
  "roll.left.voted": "{name}: paliko tinklą, atiduotas balsas lieka įskaičiuotas. Įrašė {by}, {when}: „{reason}“",
  "roll.left.removed": "{name}: paliko tinklą prieš balsavimą, išbraukta iš sąrašo. Įrašė {by}, {when}: „{reason}“",
  "roll.leave.reason": "Priežastis",
  "roll.leave.hint":
    "Ne mažiau kaip 10 ženklų, jei vyksta rinkimai: ji įrašoma į protokolą. Kas dar nebalsavo, išbraukiamas iš sąrašo, o nuorodos nebegalioja.",
  "roll.noVote": "Šiuose rinkimuose Jūs balso neturite.",
  "roll.noVote.lead":
    "Sąrašas sudarytas {date}, prieš Jums tampant nariu. Čia galite viską perskaityti, o kitame sąraše būsite.",
  "election.journal.roll.removed": "Narys paliko tinklą prieš balsavimą ir išbrauktas iš sąrašo",
  "election.journal.roll.left": "Narys paliko tinklą; atiduotas balsas lieka įskaičiuotas",
} satisfies Record<keyof typeof en, string>;

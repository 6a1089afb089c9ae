import type { en } from "./en.ts";

export const lt: Record<keyof typeof en, string> = {
  "decline.title": "Jūs išrinkti",
  "decline.lead":
    "Jei pareigų neprisiimate, praneškite čia {by}. Tada pareigos lieka neužimtos, ir niekas jų neperima.",
  "decline.field": "Šių pareigų neprisiimu: {office}",
  "decline.send": "Pareigų neprisiimu",
  "decline.sent": "Įrašyta, kad pareigų neprisiimate. Koordinatoriui pranešta.",
  "decline.needed": "Pažymėkite langelį, jei pareigų neprisiimate",
  "decline.letter.title": "Išrinktas narys neprisiima pareigų",
  "decline.letter.lead":
    "Pareigų neprisiima {name}: {office}. Jos neužimtos, ir niekas jų neperima. Joms galima skelbti naujus rinkimus.",
  "decline.minutes": "{name} neprisiima pareigų, pranešta {when}. Pareigos neužimtos, ir niekas jų neperima.",
  "decline.news": "{office}: {name} pareigų neprisiima. Jos neužimtos.",
  "offices.why.declined": "Pareigų neprisiėmė",
  "election.journal.office.declined": "Išrinktas narys neprisiėmė pareigų",
};

import type { en } from "./en.ts";

export const sr = {
  "roll.left": "Одлазак током избора",
  "roll.left.voted": "{name}: одлазак из мреже; дати глас остаје урачунат. Бележи: {by}, {when}: „{reason}”",
  "roll.left.removed": "{name}: одлазак из мреже пре гласања, скинуто са списка. Бележи: {by}, {when}: „{reason}”",
  "roll.leave.reason": "Разлог",
  "roll.leave.hint":
    "Најмање 10 знакова ако су избори у току: разлог стоји у записнику. Ко још није гласао скида се са списка и линкови престају да важе.",
  "roll.noVote": "На овим изборима немате глас.",
  "roll.noVote.lead":
    "Списак је закључен {date}, пре Вашег пријема. Овде можете све да прочитате, а на следећем списку јесте.",
  "election.journal.roll.removed": "Члан је напустио мрежу пре гласања и скинут је са списка",
  "election.journal.roll.left": "Члан је напустио мрежу; дати глас остаје урачунат",
} satisfies Record<keyof typeof en, string>;

import type { en } from "./en.ts";

export const pl = {
  "roll.left": "Odejścia w czasie wyborów",
  "roll.left.voted": "{name}: odejście z sieci, oddany głos pozostaje policzony. Zapis: {by}, {when}: „{reason}”",
  "roll.left.removed":
    "{name}: odejście z sieci przed głosowaniem, skreślenie z listy. Zapis: {by}, {when}: „{reason}”",
  "roll.leave.reason": "Powód",
  "roll.leave.hint":
    "Co najmniej 10 znaków, jeśli trwają wybory: powód znajdzie się w protokole. Kto jeszcze nie głosował, zostaje skreślony z listy, a linki przestają działać.",
  "roll.noVote": "W tych wyborach nie przysługuje głos.",
  "roll.noVote.lead":
    "Listę zamknięto {date}, przed przyjęciem do sieci. Można tu wszystko przeczytać, a na następnej liście to nazwisko będzie.",
  "election.journal.roll.removed": "Odejście członka przed głosowaniem: skreślono z listy",
  "election.journal.roll.left": "Odejście członka: oddany głos pozostaje policzony",
} satisfies Record<keyof typeof en, string>;

import type { en } from "./en.ts";

export const sr = {
  "meeting.parked.heading": "Седница је застала",
  "meeting.parked.lead": "Седница чека Вас. Све је сачувано, а на страници је можете наставити.",
  "meeting.parked.lapsed": "Време за овај корак је истекло. Наставите седницу са новим роком.",
  "meeting.parked.fault": "Седницу је зауставила грешка ({fault}). Ништа није изгубљено; наставите кад се отклони.",
} satisfies Record<keyof typeof en, string>;

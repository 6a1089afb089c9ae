import type { en } from "./en.ts";

export const pl = {
  "meeting.parked.heading": "Posiedzenie wstrzymano",
  "meeting.parked.lead": "Posiedzenie czeka na decyzję. Wszystko zachowano, na stronie można je wznowić.",
  "meeting.parked.lapsed": "Czas na ten krok minął. Posiedzenie można wznowić z nowym terminem.",
  "meeting.parked.fault":
    "Posiedzenie wstrzymał błąd ({fault}). Nic nie przepadło; można je wznowić po usunięciu błędu.",
} satisfies Record<keyof typeof en, string>;

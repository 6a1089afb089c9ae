import type { en } from "./en.ts";

export const pl = {
  "session.presence": "Obecność",
  "session.quorum": "Kworum",
  "session.quorum.reached": "Kworum {needed}: jest",
  "session.quorum.missing": "Kworum {needed}: nie ma, brakuje jeszcze {n}",
  "session.presence.of": "obecnych {n}\u00a0z\u00a0{total}",
  "session.presence.since": "od {time}",
  "session.presence.left": "do {time}",
  "session.presence.leave": "Wychodzi",
  "session.presence.arrive": "Przychodzi",
  "session.presence.noVote": "bez prawa głosu",
  "session.votes": "Głosowania",
  "session.vote.open": "Otwórz głosowanie",
  "session.vote.close": "Zamknij głosowanie",
  "session.begin": "Otwórz posiedzenie",
  "session.end": "Zamknij posiedzenie",
  "session.agenda": "Porządek obrad",
} satisfies Partial<Record<keyof typeof en, string>>;

import type { en } from "./en.ts";

export const lt = {
  "session.presence": "Dalyvavimas",
  "session.quorum": "Kvorumas",
  "session.quorum.reached": "Kvorumas {needed}: yra",
  "session.quorum.missing": "Kvorumas {needed}: nėra, dar trūksta {n}",
  "session.presence.of": "dalyvauja {n}\u00a0iš\u00a0{total}",
  "session.presence.since": "nuo {time}",
  "session.presence.left": "iki {time}",
  "session.presence.leave": "Išeina",
  "session.presence.arrive": "Atvyksta",
  "session.presence.noVote": "be balso teisės",
  "session.votes": "Balsavimai",
  "session.vote.open": "Pradėti balsavimą",
  "session.vote.close": "Baigti balsavimą",
  "session.begin": "Pradėti posėdį",
  "session.end": "Baigti posėdį",
  "session.agenda": "Darbotvarkė",
} satisfies Partial<Record<keyof typeof en, string>>;

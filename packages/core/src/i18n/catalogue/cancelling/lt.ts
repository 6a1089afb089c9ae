import type { en } from "./en.ts";

export const lt: Record<keyof typeof en, string> = {
  "cancelling.act": "Atšaukti rinkimus",
  "cancelling.act.lead":
    "Nuo tada atsakyti nebegalima. Visiems, kurių klausta, pranešama, kodėl. Atstatyti nebus galima.",
  "cancelling.act.second":
    "Turi sutikti dar vienas asmuo: kitas skelbiantysis arba protokolo tvirtintojas. Iki tol rinkimai vyksta.",
  "cancelling.act.reason": "Kodėl atšaukiama",
  "cancelling.act.reasonHint":
    "Bent {limit, plural, one {# ženklas} few {# ženklai} many {# ženklo} other {# ženklų}}. Tai skaito visi, kurių klausta.",
  "cancelling.act.asked": "Kito asmens paklausta, ar atšaukti rinkimus.",
  "cancelling.act.done": "Rinkimai atšaukti.",
  "cancelling.pending": "Prašymas atšaukti rinkimus: {name}. Sprendžia kitas asmuo.",
  "cancelling.recall": "Atšaukti prašymą",
  "cancelling.recalled": "Prašymas atšauktas. Rinkimai tęsiami.",
  "cancelling.ask.what": "rinkimų atšaukimas",
  "cancelling.ask.title": "Ar atšaukti rinkimus?",
  "cancelling.ask.lead": "Prašoma atšaukti šiuos rinkimus. Reikia Jūsų sprendimo: turi sutikti dar vienas asmuo.",
  "cancelling.ask.why": "Kodėl",
  "cancelling.ask.approve": "Atšaukiu rinkimus",
  "cancelling.ask.refuse": "Rinkimai tęsiami",
  "cancelling.ask.reason": "Kodėl tęsiami",
  "cancelling.ask.silence": "rinkimai tęsiami.",
  "cancelling.cancelled.title": "Rinkimai atšaukti",
  "cancelling.cancelled.lead": "Jūsų atsakymo nebereikia. Ankstesnių laiškų nuorodos formos nebeatidaro.",
  "cancelling.cancelled.minutes": "Jie baigėsi be rezultato. Kas iki tol įrašyta, saugoma.",
  "election.stage.cancelled": "Atšaukta",
  "election.standing.cancelled": "Rinkimai atšaukti.",
  "election.journal.cancellation.requested": "Paprašyta atšaukti rinkimus",
  "election.journal.cancellation.refused": "Rinkimai neatšaukti",
  "election.journal.cancelled": "Rinkimai atšaukti",
};

import type { en } from "./en.ts";

export const lt = {
  "duties.refused.lead": "Kol kandidatuojate, tai atlieka: {names}.",
  "duties.refused.nobody":
    "Kandidatuoja ir visi kiti, kurie galėtų tai atlikti. Sprendimus pasirašo du nariai, kurie nekandidatuoja.",
  "duties.stands": "Jūs kandidatuojate šiuose rinkimuose.",
  "duties.stands.lead":
    "Kas atsakė, terminai, nuorodos, tvirtinimai ir rezultato paskelbimas iki paskelbimo priklauso kitiems.",
  "duties.now": "Dabar tai atlieka: {names}.",
  "duties.field.title": "Jei kandidatuojate ir Jūs",
  "duties.field.substitute": "Kas perima Jūsų pareigas",
  "duties.field.hint":
    "Pavyzdžiui, pavaduotojas. Jei tampate kandidatu, tvirtinimai, terminai, nuorodos ir laiškai apie juos pereina šiam asmeniui.",
  "duties.field.nobody": "Niekas nepaskirtas",
  "duties.minutes": "Koordinatoriaus pareigos",
  "duties.minutes.passed": "Nuo {when} jas perėmė: {names}, nes koordinatorius kandidatuoja.",
  "duties.minutes.back": "Nuo {when} jas vėl atlieka: {names}.",
  "election.journal.duties.passed": "Koordinatoriaus pareigos perėjo kitiems",
  "election.journal.declarers.replaced": "Vietoj kandidatų rezultatą skelbia kiti",
} satisfies Record<keyof typeof en, string>;

import type { en } from "./en.ts";

export const sr = {
  "duties.refused.lead": "Док сте кандидат, то раде: {names}.",
  "duties.refused.nobody":
    "Кандидати су и сви други који би то могли. Оно о чему се одлучује потписују два члана који се не кандидују.",
  "duties.stands": "Кандидат сте на овим изборима.",
  "duties.stands.lead":
    "Ко је одговорио, рокови, линкови, одобрења и проглашење до проглашења резултата припадају другима.",
  "duties.now": "Сада то раде: {names}.",
  "duties.field.title": "Ако се и сами кандидујете",
  "duties.field.substitute": "Ко преузима Ваше послове",
  "duties.field.hint":
    "На пример заменик. Ако постанете кандидат, одобрења, рокови и линкови, и писма о њима, прелазе на ту особу.",
  "duties.field.nobody": "Нико није именован",
  "duties.minutes": "Послови координатора",
  "duties.minutes.passed": "Послове преузима, од {when}: {names}, јер се координатор кандидује.",
  "duties.minutes.back": "Послови су од {when} поново код: {names}.",
  "election.journal.duties.passed": "Послови координатора су прешли на друге",
  "election.journal.declarers.replaced": "Уместо кандидата проглашавају други",
} satisfies Record<keyof typeof en, string>;

import type { en } from "./en.ts";

export const sr: Record<keyof typeof en, string> = {
  "decline.title": "Изабрани сте",
  "decline.lead":
    "Ако функцију не прихватате, изјавите то овде {by}. Место тада остаје упражњено и нико га не заузима.",
  "decline.field": "Не прихватам ову функцију: {office}",
  "decline.send": "Не прихватам функцију",
  "decline.sent": "Забележено је да функцију не прихватате. Координатор је обавештен.",
  "decline.needed": "Означите поље ако функцију не прихватате",
  "decline.letter.title": "Изабрани члан не прихвата функцију",
  "decline.letter.lead":
    "Функцију не прихвата {name}: {office}. Место је упражњено и нико га не заузима. За њега се могу расписати нови избори.",
  "decline.minutes": "{name} не прихвата функцију, по изјави датој {when}. Место је упражњено и нико га не заузима.",
  "decline.news": "{office}: {name} не прихвата функцију. Место је упражњено.",
  "offices.why.declined": "Функција није прихваћена",
  "election.journal.office.declined": "Изабрани члан није прихватио функцију",
};

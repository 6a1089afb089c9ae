import type { en } from "./en.ts";

export const sr: Record<keyof typeof en, string> = {
  "cancelling.act": "Откажи изборе",
  "cancelling.act.lead":
    "Од тада се ни на шта не може одговорити. Сви којима је послато питање сазнаће зашто. То се не може опозвати.",
  "cancelling.act.second":
    "Треба да се сагласи још једна особа: неко од оних који проглашавају или оверач. Дотле избори теку.",
  "cancelling.act.reason": "Зашто се отказују",
  "cancelling.act.reasonHint":
    "Најмање {limit, plural, one {# знак} few {# знака} other {# знакова}}. Читају га сви којима је послато питање.",
  "cancelling.act.asked": "Друга особа је упитана да ли се избори отказују.",
  "cancelling.act.done": "Избори су отказани.",
  "cancelling.pending": "Захтев за отказивање избора: {name}. Одлучује друга особа.",
  "cancelling.recall": "Повуци захтев",
  "cancelling.recalled": "Захтев је повучен. Избори теку даље.",
  "cancelling.ask.what": "отказивање избора",
  "cancelling.ask.title": "Да ли се избори отказују?",
  "cancelling.ask.lead":
    "Тражи се отказивање ових избора. Потребна је Ваша одлука: треба да се сагласи још једна особа.",
  "cancelling.ask.why": "Зашто",
  "cancelling.ask.approve": "Отказујем изборе",
  "cancelling.ask.refuse": "Избори се настављају",
  "cancelling.ask.reason": "Зашто се настављају",
  "cancelling.ask.silence": "избори се настављају.",
  "cancelling.cancelled.title": "Избори су отказани",
  "cancelling.cancelled.lead": "Ваш одговор више није потребан. Линкови из ранијих писама више не отварају образац.",
  "cancelling.cancelled.minutes": "Завршени су без резултата. Чува се оно што је дотле забележено.",
  "election.stage.cancelled": "Отказано",
  "election.standing.cancelled": "Избори су отказани.",
  "election.journal.cancellation.requested": "Затражено је отказивање избора",
  "election.journal.cancellation.refused": "Избори нису отказани",
  "election.journal.cancelled": "Избори су отказани",
};

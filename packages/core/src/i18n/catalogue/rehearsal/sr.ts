import type { en } from "./en.ts";

export const sr: Record<keyof typeof en, string> = {
  "rehearsal.subject": "Проба: {subject}",
  "rehearsal.letter": "Ово је проба. Оно што се пошаље из обрасца нигде се не чува.",
  "rehearsal.form": "Ово је проба. Оно што одавде пошаљете нигде се не чува.",
  "rehearsal.tried.title": "Проба је успела",
  "rehearsal.tried.lead": "Образац би био примљен. Ништа није сачувано.",
  "rehearsal.again": "Пробај образац поново",
  "rehearsal.list.title": "Пошаљи ми пробно писмо",
  "rehearsal.list.lead": "Писмо стиже само на Вашу адресу и означено је као проба. Његов образац ништа не чува.",
  "rehearsal.list.empty": "Још никоме није послато питање.",
  "rehearsal.send": "Пошаљи ми пробно писмо",
  "rehearsal.sent": "Пробно писмо стиже на Вашу адресу.",
  "rehearsal.run.letter": "Ово је проба: ништа се не одлучује и све се после брише.",
  "rehearsal.run.title": "Проба",
  "rehearsal.run.lead":
    "Посебна мрежа са истим члановима по имену. Све у њој тече као стварно, али свако писмо стиже на Вашу адресу и означено је као проба.",
  "rehearsal.run.start": "Започни пробу",
  "rehearsal.run.now":
    "Ово је проба. Свако писмо стиже на Вашу адресу. Кад видите довољно, обришите је са свим што је у њој.",
  "rehearsal.run.wipe": "Обриши пробу",
  "rehearsal.run.open": "Отвори пробу",
  "rehearsal.run.wiped": "Проба је обрисана са свим што је било у њој.",
};

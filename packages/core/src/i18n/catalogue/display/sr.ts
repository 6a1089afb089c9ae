import type { en } from "./en.ts";

export const sr: Record<keyof typeof en, string> = {
  "display.title": "Приказ",
  "display.lead": "Подесите како Вам се странице приказују. Овај прегледач то памти; налог није потребан.",
  "display.contrast": "Контраст",
  "display.contrast.device": "Као на уређају",
  "display.contrast.more": "Јачи",
  "display.text": "Величина слова",
  "display.text.usual": "Уобичајена",
  "display.text.large": "Велика",
  "display.text.larger": "Још већа",
  "display.space": "Размак",
  "display.space.usual": "Уобичајен",
  "display.space.wide": "Већи",
  "display.motion": "Покрет",
  "display.motion.device": "Као на уређају",
  "display.motion.less": "Без покрета",
  "display.button": "Подеси приказ",
  "display.done": "Приказ је подешен.",
  "display.back": "Назад на страницу са које сте дошли",
  "display.device": "Да ли је страница светла или тамна, одређује Ваш уређај.",
};

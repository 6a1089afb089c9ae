import type { en } from "./en.ts";

export const sr: Record<keyof typeof en, string> = {
  "assisted.import.lacking": "Унеси и чланове без имејл адресе",
  "assisted.import.hint": "Они добијају штампана писма, или координатор бележи њихов одговор.",
  "assisted.noAddress": "без имејла",
  "assisted.record": "Забележи одговор",
  "assisted.print": "Штампај писмо",
  "assisted.badge": "забележено за члана",
  "assisted.title": "Забележи одговор – {name}",
  "assisted.lead":
    "Забележите само оно што је члан рекао, од речи до речи. Уз одговор стоји Ваше име и како је стигао.",
  "assisted.means": "Како је стигао",
  "assisted.means.paper": "На папиру",
  "assisted.means.phone": "Телефоном",
  "assisted.means.in-person": "Лично",
  "assisted.receipt.title": "Потврда пријема",
  "assisted.receipt.lead": "Одштампајте је и предајте члану.",
  "assisted.receipt.by": "Ко је забележио",
  "assisted.receipt.member": "Члан",
  "assisted.receipt.wrong": "Нешто није тачно? Јавите координатору пре рока.",
  "assisted.letter.title": "Штампано писмо – {name}",
  "assisted.letter.lead": "Одштампајте га и предајте. Од тада се сматра да је писмо уручено.",
  "assisted.letter.button": "Направи писмо",
  "assisted.letter.howTo": "Скенирајте квадрат телефоном или упишите ову адресу у прегледач:",
  "assisted.letter.orTell": "Одговор можете дати и координатору, који ће га забележити.",
  "assisted.letter.printHint": "Страницу одштампајте из прегледача.",
  "assisted.minutes": "Од тога одговора које је координатор забележио за чланове без имејла: {n, number}.",
};

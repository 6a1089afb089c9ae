import type { en } from "./en.ts";

export const lt: Record<keyof typeof en, string> = {
  "display.title": "Rodymas",
  "display.lead": "Nustatykite, kaip Jums rodomi puslapiai. Tai įsimena ši naršyklė; paskyros nereikia.",
  "display.contrast": "Kontrastas",
  "display.contrast.device": "Kaip šiame įrenginyje",
  "display.contrast.more": "Didesnis",
  "display.text": "Teksto dydis",
  "display.text.usual": "Įprastas",
  "display.text.large": "Didelis",
  "display.text.larger": "Dar didesnis",
  "display.space": "Tarpai",
  "display.space.usual": "Įprasti",
  "display.space.wide": "Platesni",
  "display.motion": "Judesys",
  "display.motion.device": "Kaip šiame įrenginyje",
  "display.motion.less": "Be judesio",
  "display.button": "Nustatyti rodymą",
  "display.done": "Rodymas nustatytas.",
  "display.back": "Grįžti į ankstesnį puslapį",
  "display.device": "Šviesų ar tamsų vaizdą lemia Jūsų įrenginys.",
};

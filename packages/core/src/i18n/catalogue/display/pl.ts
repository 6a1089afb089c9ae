import type { en } from "./en.ts";

export const pl: Record<keyof typeof en, string> = {
  "display.title": "Wygląd",
  "display.lead": "Tu można ustawić wygląd stron. Zapamięta go ta przeglądarka; konto nie jest potrzebne.",
  "display.contrast": "Kontrast",
  "display.contrast.device": "Jak na tym urządzeniu",
  "display.contrast.more": "Większy",
  "display.text": "Wielkość tekstu",
  "display.text.usual": "Zwykła",
  "display.text.large": "Duża",
  "display.text.larger": "Jeszcze większa",
  "display.space": "Odstępy",
  "display.space.usual": "Zwykłe",
  "display.space.wide": "Większe",
  "display.motion": "Ruch",
  "display.motion.device": "Jak na tym urządzeniu",
  "display.motion.less": "Bez ruchu",
  "display.button": "Ustaw wygląd",
  "display.done": "Wygląd jest ustawiony.",
  "display.back": "Wróć do poprzedniej strony",
  "display.device": "O jasnym lub ciemnym tle decyduje urządzenie.",
};

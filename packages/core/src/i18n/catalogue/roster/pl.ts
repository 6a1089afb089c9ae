import type { en } from "./en.ts";

export const pl = {
  "roster.readAs": "Kodowanie pliku: {encoding}.",
  "roster.readAs.wrong":
    "Jeśli litery poniżej wyglądają źle, prosimy zapisać tabelę jako CSV w UTF-8 i wczytać ją ponownie.",
  "roster.encoding.utf-8": "UTF-8",
  "roster.encoding.utf-16le": "UTF-16",
  "roster.encoding.utf-16be": "UTF-16",
  "roster.encoding.windows-1250": "Windows-1250 (środkowoeuropejskie)",
  "roster.encoding.windows-1251": "Windows-1251 (cyrylica)",
  "roster.encoding.windows-1257": "Windows-1257 (bałtyckie)",
  "roster.rejected.rowLong":
    "Wiersz {row, number} jest dłuższy niż {limit, plural, one {# znak} few {# znaki} many {# znaków} other {# znaku}}.",
} satisfies Record<keyof typeof en, string>;

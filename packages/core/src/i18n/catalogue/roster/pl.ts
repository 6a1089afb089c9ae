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
  "roster.lead":
    "Wybierz plik XLSX lub CSV z jednym wierszem na każdego członka. Przed zapisaniem widać, co się zmieni.",
  "roster.file": "Tabela (XLSX lub CSV)",
  "roster.file.hint": "Taka, jaką zapisuje arkusz kalkulacyjny, z wierszem nagłówków.",
  "roster.sheet": "Nazwa arkusza",
  "roster.sheet.hint": "Tylko gdy członkowie nie są w pierwszym arkuszu pliku.",
  "roster.sheet.read": "Arkusz: {name}",
  "roster.sheet.others": "Pominięte arkusze: {names}",
  "roster.rejected.unreadable":
    "Tego pliku nie można odczytać jako tabeli. Prosimy zapisać go jako XLSX lub jako CSV w UTF-8.",
  "roster.rejected.damaged":
    "Tego pliku nie można odczytać. Prosimy zapisać go ponownie jako XLSX lub jako CSV w UTF-8.",
  "roster.rejected.encrypted": "Ten plik jest zabezpieczony hasłem. Prosimy zapisać go bez hasła.",
  "roster.rejected.old": "Ten plik ma format starszy niż XLSX. Prosimy zapisać go jako XLSX lub jako CSV w UTF-8.",
  "roster.rejected.workbookLarge":
    "Ten plik zawiera więcej niż tabelę członków. Prosimy zapisać samą tabelę w nowym pliku.",
  "roster.rejected.sheet": "Nie ma arkusza o tej nazwie. Arkusze: {names}",
  "roster.rejected.formula": "W kolumnie „{column}” formuła nie daje wartości: {value}",
  "roster.sheet.other": "Członkowie są w innym arkuszu",
} satisfies Record<keyof typeof en, string>;

import type { en } from "./en.ts";

export const lt = {
  "roster.readAs": "Failo koduotė: {encoding}.",
  "roster.readAs.wrong":
    "Jei raidės žemiau atrodo neteisingai, įrašykite lentelę kaip CSV su UTF-8 koduote ir įkelkite ją iš naujo.",
  "roster.encoding.utf-8": "UTF-8",
  "roster.encoding.utf-16le": "UTF-16",
  "roster.encoding.utf-16be": "UTF-16",
  "roster.encoding.windows-1250": "Windows-1250 (Vidurio Europos)",
  "roster.encoding.windows-1251": "Windows-1251 (kirilica)",
  "roster.encoding.windows-1257": "Windows-1257 (Baltijos šalių)",
  "roster.rejected.rowLong":
    "{row, number} eilutė ilgesnė nei {limit, plural, one {# ženklas} few {# ženklai} many {# ženklo} other {# ženklų}}.",
} satisfies Record<keyof typeof en, string>;

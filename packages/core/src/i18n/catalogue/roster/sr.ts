import type { en } from "./en.ts";

export const sr = {
  "roster.readAs": "Кодирање датотеке: {encoding}.",
  "roster.readAs.wrong":
    "Ако слова испод не изгледају исправно, сачувајте табелу као CSV у кодирању UTF-8 и донесите је поново.",
  "roster.encoding.utf-8": "UTF-8",
  "roster.encoding.utf-16le": "UTF-16",
  "roster.encoding.utf-16be": "UTF-16",
  "roster.encoding.windows-1250": "Windows-1250 (средњоевропско)",
  "roster.encoding.windows-1251": "Windows-1251 (ћирилица)",
  "roster.encoding.windows-1257": "Windows-1257 (балтичко)",
  "roster.rejected.rowLong":
    "{row, number}. ред је дужи од {limit, plural, one {# знака} few {# знака} other {# знакова}}.",
} satisfies Record<keyof typeof en, string>;

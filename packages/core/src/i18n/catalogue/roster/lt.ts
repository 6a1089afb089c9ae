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
  "roster.lead":
    "Pasirinkite XLSX arba CSV failą, kuriame kiekvienam nariui skirta viena eilutė. Prieš įrašydami matysite, kas pasikeis.",
  "roster.file": "Lentelė (XLSX arba CSV)",
  "roster.file.hint": "Tokia, kokią įrašo skaičiuoklė, su antraščių eilute.",
  "roster.sheet": "Lapo pavadinimas",
  "roster.sheet.hint": "Tik jei nariai surašyti ne pirmame failo lape.",
  "roster.sheet.read": "Lapas: {name}",
  "roster.sheet.others": "Neskaityti lapai: {names}",
  "roster.rejected.unreadable":
    "Šio failo nepavyko perskaityti kaip lentelės. Įrašykite jį kaip XLSX arba kaip CSV su UTF-8 koduote.",
  "roster.rejected.damaged":
    "Šio failo nepavyko perskaityti. Įrašykite jį iš naujo kaip XLSX arba kaip CSV su UTF-8 koduote.",
  "roster.rejected.encrypted": "Šis failas užrakintas slaptažodžiu. Įrašykite jį be slaptažodžio.",
  "roster.rejected.old": "Šis failas senesnio formato nei XLSX. Įrašykite jį kaip XLSX arba kaip CSV su UTF-8 koduote.",
  "roster.rejected.workbookLarge": "Šiame faile yra daugiau nei narių lentelė. Įrašykite tik lentelę į naują failą.",
  "roster.rejected.sheet": "Tokio lapo nėra. Lapai: {names}",
  "roster.rejected.formula": "Stulpelyje „{column}“ formulė neduoda reikšmės: {value}",
  "roster.sheet.other": "Nariai surašyti kitame lape",
} satisfies Record<keyof typeof en, string>;

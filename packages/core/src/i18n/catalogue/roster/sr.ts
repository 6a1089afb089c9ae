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
  "roster.lead": "Изаберите датотеку XLSX или CSV са по једним редом за сваког члана. Пре чувања видите шта се мења.",
  "roster.file": "Табела (XLSX или CSV)",
  "roster.file.hint": "Онако како је чува Ваш програм за табеле, са редом наслова.",
  "roster.sheet": "Назив листа",
  "roster.sheet.hint": "Само за датотеку у којој чланови нису на првом листу.",
  "roster.sheet.read": "Лист: {name}",
  "roster.sheet.others": "Листови који се не читају: {names}",
  "roster.rejected.unreadable":
    "Ово не може да се прочита као табела. Сачувајте је као XLSX или као CSV у кодирању UTF-8.",
  "roster.rejected.damaged":
    "Ова датотека не може да се прочита. Сачувајте је поново као XLSX или као CSV у кодирању UTF-8.",
  "roster.rejected.encrypted": "Ова датотека је закључана лозинком. Сачувајте је без лозинке.",
  "roster.rejected.old":
    "Ова датотека је у облику старијем од XLSX. Сачувајте је као XLSX или као CSV у кодирању UTF-8.",
  "roster.rejected.workbookLarge": "Ова датотека садржи више од табеле чланова. Сачувајте само табелу у нову датотеку.",
  "roster.rejected.sheet": "Ниједан лист нема тај назив. Листови су: {names}",
  "roster.rejected.formula": "У колони „{column}” формула не даје вредност: {value}",
  "roster.sheet.other": "Чланови су на другом листу",
} satisfies Record<keyof typeof en, string>;

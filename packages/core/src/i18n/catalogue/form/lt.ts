import type { en } from "./en.ts";

export const lt = {
  "form.errorPrefix": "Klaida:",
  "form.summary.title": "Dar neišsiųsta",
  "form.summary.answers": "Atsakymai dar neišsiųsti",
  "form.summary.lead": "Pataisykite tai ir vėl spauskite „{button}“. Viskas, ką įrašėte, išliko.",
  "form.at": "{field}: {error}",
  "form.required": "Užpildykite šį lauką",
  "form.choose": "Pasirinkite vieną atsakymą",
  "form.chooseKnown": "Pasirinkite vieną iš siūlomų atsakymų",
  "form.tooLong":
    "Sutrumpinkite tekstą iki {limit, plural, one {# ženklo} few {# ženklų} many {# ženklo} other {# ženklų}}, dabar jų yra {actual, number}",
  "form.tooShort":
    "Parašykite bent {limit, plural, one {# ženklą} few {# ženklus} many {# ženklo} other {# ženklų}}, dabar jų yra {actual, number}",
  "form.notEmail": "Įrašykite el. pašto adresą, pavyzdžiui, vardas@mokykla.example",
  "form.notNumber": "Įrašykite sveikąjį skaičių",
  "form.below": "Įrašykite ne mažiau kaip {limit, number}",
  "form.above": "Įrašykite ne daugiau kaip {limit, number}",
  "form.notDate": "Įrašykite dieną ir laiką, pavyzdžiui, 2026-03-20 20:00",
  "form.past": "Įrašykite būsimą laiką",
  "form.notForward": "Įrašykite vėlesnį laiką nei dabartinis terminas",
  "form.night": "Pasirinkite kitą laiką: nuo 1.00 iki 4.00 val. nieko neplanuojame",
  "form.skippedTime": "Tą dieną tokio laiko nėra: laikrodis sukamas valanda į priekį. Pasirinkite kitą",
  "form.notZone": "Pasirinkite laiko juostą iš sąrašo",
  "form.fileMissing": "Pasirinkite failą",
  "form.fileType": "Pasirinkite CSV failą",
  "form.tooLarge": "Atsakymas per didelis. Sutrumpinkite ilgiausią tekstą",
  "form.code": "Įrašykite šešis skaitmenis iš laiško",
  "form.codeWrong": "Kodas neteisingas. Patikrinkite laišką arba prašykite naujo kodo",
  "form.sum": "Skaičiai nesutampa: iš viso {actual, number}, o dalyvavo daugiausia {limit, number}",
  "form.different": "Pasirinkite skirtingus žmones",
  "form.hint.optionalUpTo":
    "Neprivaloma, iki {limit, plural, one {# ženklo} few {# ženklų} many {# ženklo} other {# ženklų}}.",
  "form.hint.upTo": "Iki {limit, plural, one {# ženklo} few {# ženklų} many {# ženklo} other {# ženklų}}.",
  "form.hint.atLeast": "Bent {limit, plural, one {# ženklas} few {# ženklai} many {# ženklo} other {# ženklų}}.",
  "form.hint.intoMinutes": "Įrašoma į protokolą.",
} satisfies Partial<Record<keyof typeof en, string>>;

import type { en } from "./en.ts";

export const lt = {
  "letters.subject.again": "{network}: nauja nuoroda, {what} – {by}",
  "letters.subject.extension": "{network}: naujas terminas, {what} – {by}",
  "letters.heading.reminder": "Priminimas: {heading}",
  "letters.heading.extension": "Naujas terminas: {heading}",
  "letters.openPage": "Atidaryti puslapį",
  "letters.questions": "Klausimus siųskite atsakydami į šį laišką.",
  "letters.for": "Laiškas skirtas",
  "letters.personal": "Nuoroda asmeninė; nepersiųskite jos.",

  "letters.signIn.what": "prisijungimas",
  "letters.signIn.valid": "Galioja",
  "letters.signIn.personal": "Nuoroda ir kodas asmeniniai; nepersiųskite jų.",

  "letters.lost.heading": "Jūsų atviros formos",
  "letters.lost.none": "Šiuo metu Jūsų atsakymo nelaukia jokia forma.",
  "letters.lost.personal": "Nuorodos asmeninės; nepersiųskite jų.",

  "letters.receipt.heading": "Jūsų atsakymą gavome {at}",
  "letters.receipt.canChange": "Jį galima keisti {by}, per nuorodą laiške, kuriuo prašėme atsakyti.",
  "letters.receipt.final": "Šio atsakymo keisti nebegalima.",
  "letters.receipt.hidden": "Paties atsakymo laiške nerodome, nes pašto dėžutė gali būti bendra.",
  "letters.receipt.notYou": "Atsakėte ne Jūs?",
  "letters.receipt.reply": "Atsakykite į šį laišką.",

  "letters.figures.heading": "Įrašykite {day} posėdžio balsų skaičius",
  "letters.figures.lead": "Rašote protokolą, todėl prašome įrašyti, kiek rankų pakelta per kiekvieną balsavimą.",
  "letters.figures.votes": "Balsavimai",
  "letters.figures.objection": "Prieštaravimas",

  "letters.attestation.heading": "Paliudykite {day} posėdžio balsų skaičius",
  "letters.attestation.official":
    "Skaičiai oficialūs, kai juos atskirai paliudija posėdžio sekretorius ir abu protokolo tvirtintojai.",

  "letters.confirmation.lead":
    "Jūs nedalyvavote posėdyje, todėl prašome dėl {n, plural, =1 {vieno balsavimo} =2 {dviejų balsavimų} =3 {trijų balsavimų} =4 {keturių balsavimų} one {# balsavimo} few {# balsavimų} many {# balsavimo} other {# balsavimų}} patvirtinti rezultatą arba pareikšti prieštaravimą.",
  "letters.confirmation.leadPart":
    "Posėdyje Jūs nedalyvavote {n, plural, one {# balsavime} few {# balsavimuose} many {# balsavimo} other {# balsavimų}}, todėl prašome patvirtinti rezultatą arba pareikšti prieštaravimą.",
  "letters.confirmation.preview":
    "Jūsų patvirtinimo laukia {day} posėdžio {n, plural, =1 {vienas rezultatas} =2 {du rezultatai} =3 {trys rezultatai} =4 {keturi rezultatai} one {# rezultatas} few {# rezultatai} many {# rezultato} other {# rezultatų}}.",

  "letters.waiver.what": "nepristatyti laiškai",
  "letters.waiver.heading": "Nuspręskite dėl nepristatytų laiškų",
  "letters.waiver.lead":
    "Kai kurie laiškai nepristatyti, o tie atsakymai galėtų pakeisti rezultatą. Todėl jis dar nepaskelbtas. Formoje pasirinkite, kaip tęsti ir kodėl.",
  "letters.waiver.list": "Nepristatyta",

  "letters.result.lead": "Toliau – balsavimų rezultatai su posėdžio ir laiškų skaičiais.",

  "letters.parked.heading": "Rinkimai sustojo",
  "letters.parked.why": "Priežastis",
  "letters.parked.lead": "Rinkimai laukia Jūsų. Visi atsakymai išsaugoti, puslapyje rinkimus galite tęsti.",
} satisfies Record<keyof typeof en, string>;

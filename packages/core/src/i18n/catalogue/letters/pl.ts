import type { en } from "./en.ts";

export const pl = {
  "letters.subject.again": "{network}: nowy link, {what} – {by}",
  "letters.subject.extension": "{network}: nowy termin, {what} – {by}",
  "letters.heading.reminder": "Przypomnienie: {heading}",
  "letters.heading.extension": "Nowy termin: {heading}",
  "letters.openPage": "Otwórz stronę",
  "letters.questions": "Pytania można przesłać w odpowiedzi na tę wiadomość.",
  "letters.for": "Wiadomość dla",
  "letters.personal": "Link jest osobisty; prosimy go nie przekazywać.",

  "letters.signIn.what": "logowanie",
  "letters.signIn.valid": "Ważne",
  "letters.signIn.personal": "Link i kod są osobiste; prosimy ich nie przekazywać.",

  "letters.lost.heading": "Otwarte formularze",
  "letters.lost.none": "Obecnie żaden formularz nie czeka na odpowiedź.",
  "letters.lost.personal": "Linki są osobiste; prosimy ich nie przekazywać.",

  "letters.receipt.heading": "Odpowiedź wpłynęła {at}",
  "letters.receipt.canChange": "Można ją zmienić {by}, za pomocą linku z wiadomości z prośbą o odpowiedź.",
  "letters.receipt.final": "Tej odpowiedzi nie można już zmienić.",
  "letters.receipt.hidden": "Samej odpowiedzi nie ma w wiadomości, bo skrzynka może być wspólna.",
  "letters.receipt.notYou": "Odpowiedź wysłał ktoś inny?",
  "letters.receipt.reply": "Prosimy o odpowiedź na tę wiadomość.",

  "letters.figures.heading": "Prosimy o wpisanie liczby głosów z posiedzenia {day}",
  "letters.figures.lead": "Osobę prowadzącą protokół prosimy o wpisanie, ile rąk podniesiono w każdym głosowaniu.",
  "letters.figures.votes": "Głosowania",
  "letters.figures.objection": "Sprzeciw",

  "letters.attestation.heading": "Prosimy o poświadczenie liczby głosów z posiedzenia {day}",
  "letters.attestation.official":
    "Liczby są oficjalne, gdy protokolant i obie osoby poświadczające je poświadczą, każda z osobna.",

  "letters.confirmation.lead":
    "Osoby nieobecne na posiedzeniu prosimy o potwierdzenie wyniku lub zgłoszenie sprzeciwu w {n, plural, =1 {jednym głosowaniu} =2 {dwóch głosowaniach} =3 {trzech głosowaniach} =4 {czterech głosowaniach} other {# głosowaniach}}.",
  "letters.confirmation.leadPart":
    "Prosimy osoby nieobecne na części posiedzenia ({n, plural, one {# głosowanie} few {# głosowania} many {# głosowań} other {# głosowania}}) o potwierdzenie wyniku lub zgłoszenie sprzeciwu.",
  "letters.confirmation.preview":
    "Na potwierdzenie {n, plural, =1 {czeka jeden wynik} =2 {czekają dwa wyniki} =3 {czekają trzy wyniki} =4 {czekają cztery wyniki} few {czekają # wyniki} many {czeka # wyników} other {czeka # wyniku}} posiedzenia {day}.",

  "letters.waiver.what": "niedoręczone wiadomości",
  "letters.waiver.heading": "Potrzebna jest decyzja o niedoręczonych wiadomościach",
  "letters.waiver.lead":
    "Niektórych wiadomości nie doręczono, a te odpowiedzi mogłyby zmienić wynik. Dlatego jeszcze go nie ogłoszono. Prosimy o wskazanie w formularzu, co dalej i dlaczego.",
  "letters.waiver.list": "Niedoręczone",

  "letters.result.lead": "Poniżej są wyniki głosowań z liczbami z posiedzenia i z odpowiedzi osób nieobecnych.",

  "letters.parked.heading": "Wybory wstrzymano",
  "letters.parked.why": "Powód",
  "letters.parked.lead":
    "Potrzebne jest działanie. Wszystkie odpowiedzi są zachowane, a na stronie można wznowić wybory.",
} satisfies Record<keyof typeof en, string>;

import type { en } from "./en.ts";

export const pl = {
  "nominations.ask.what": "zgłaszanie kandydatur",
  "nominations.ask.title": "Prosimy o zgłaszanie kandydatur",
  "nominations.ask.lead":
    "Na każdą funkcję można zgłosić jedną osobę, także siebie. Każdą zgłoszoną osobę zapytamy o zgodę na kandydowanie.",
  "nominations.ask.whom": "Zgłaszana osoba",
  "nominations.ask.nobody": "Nie zgłaszam nikogo",
  "nominations.ask.silence": "przyjmujemy, że nikogo nie zgłoszono.",
  "nominations.ask.offices": "Funkcje",

  "nominations.accept.what": "zgłoszona kandydatura",
  "nominations.accept.title": "Zgłoszono kandydaturę: zgoda czy odmowa?",
  "nominations.accept.lead": "Prosimy o odpowiedź dla każdej funkcji. Można dodać kilka słów do członków sieci.",
  "nominations.accept.accept": "Zgadzam się kandydować",
  "nominations.accept.decline": "Nie zgadzam się kandydować",
  "nominations.accept.statement": "Kilka słów do członków",
  "nominations.accept.statementHint":
    "Nieobowiązkowo, najwyżej {limit, plural, one {# znak} few {# znaki} many {# znaków} other {# znaku}}. Członkowie przeczytają to w razie zgody.",
  "nominations.accept.silence.out": "kandydatury nie będzie na liście.",
  "nominations.accept.silence.stands": "kandydatura będzie na liście: tak mówią zasady tego głosowania.",
  "nominations.accept.silence.mixed": "o kandydaturze decydują zasady każdego głosowania.",

  "nominations.list.what": "lista kandydatów",
  "nominations.list.title": "Zatwierdź listę kandydatów",
  "nominations.list.lead":
    "Na liście są tylko osoby, które zgodziły się kandydować. Zatwierdzona lista się nie zmienia.",
  "nominations.list.lead.stands":
    "Na liście są osoby, które zgodziły się kandydować, oraz, zgodnie z zasadami, osoby bez odpowiedzi. Zatwierdzona lista się nie zmienia.",
  "nominations.list.silent": "Bez odpowiedzi, na liście zgodnie z zasadami: {names}",
  "nominations.list.kicker": "Kandydaci",
  "nominations.list.nobody": "Nikt nie kandyduje",
  "nominations.list.approve": "Zatwierdzam listę",
  "nominations.list.return": "Zwracam listę",
  "nominations.list.reason": "Dlaczego lista wraca",

  "nominations.state.pending": "Jeszcze bez odpowiedzi",
  "nominations.state.accepted": "Zgoda",
  "nominations.state.declined": "Odmowa",
  "nominations.state.silent": "Bez odpowiedzi",
  "nominations.state.silent.stands": "Bez odpowiedzi, na liście",
  "nominations.state.withdrawn": "Wycofano",

  "nominations.page.title": "Zgłoszone kandydatury",
  "nominations.page.empty": "Nikogo jeszcze nie zgłoszono.",
  "nominations.page.by":
    "Zgłoszenia: {n, plural, one {# członek} few {# członków} many {# członków} other {# członka}}",
  "nominations.field.wanted": "Przed posiedzeniem członkowie zgłaszają kandydatury w odpowiedzi na wiadomość",
  "nominations.field.hint": "Bez tego kandydatury zgłasza się na posiedzeniu.",
  "nominations.field.by": "Kandydatury można zgłaszać do",
  "nominations.field.acceptanceBy": "Zgłoszone osoby odpowiadają do",
  "nominations.field.candidatesBy": "Lista kandydatów jest zatwierdzana do",
  "nominations.problem.afterSession": "Wpisz termin przed posiedzeniem",

  "election.stage.nominations": "Zgłaszanie kandydatur",
  "election.stage.acceptance": "Odpowiedzi zgłoszonych osób",
  "election.stage.candidates": "Lista kandydatów",
  "election.standing.nominations": "Zgłaszanie kandydatur, odpowiedzi: {n}\u00a0z\u00a0{total}. Termin: {when}.",
  "election.standing.acceptance": "Odpowiedzi zgłoszonych osób: {n}\u00a0z\u00a0{total}. Termin: {when}.",
  "election.standing.candidates": "Lista kandydatów czeka na zatwierdzenie. Termin: {when}.",
  "election.step.nominations": "Zgłaszanie kandydatur",
  "election.step.nominations.next": "zgłaszają członkowie, {by}",
  "election.step.nominations.acceptance": "odpowiadają zgłoszone osoby, {by}",
  "election.step.nominations.candidates": "lista kandydatów czeka na zatwierdzenie, {by}",
  "election.step.nominations.now": "odpowiedzi: {n}\u00a0z\u00a0{total}, {by}",
  "election.step.nominations.done": "listę kandydatów zatwierdzono {date}",
  "election.journal.nominations.opened": "Poproszono członków o zgłaszanie kandydatur: {asked}",
  "election.journal.nominations.closed": "Zgłaszanie kandydatur zakończono",
  "election.journal.nominees.answered": "Zgłoszone osoby odpowiedziały",
  "election.journal.candidates.approved": "Listę kandydatów zatwierdzono",
  "election.journal.candidates.returned": "Listę kandydatów zwrócono z uzasadnieniem",
} satisfies Record<keyof typeof en, string>;

import type { en } from "./en.ts";

export const pl = {
  "ballot.what": "głosowanie w trybie obiegowym",
  "ballot.title": "Prosimy o oddanie głosu",
  "ballot.lead.combined":
    "Osoby nieobecne na posiedzeniu {date} prosimy o oddanie głosu. Pytania są takie same jak na posiedzeniu, a wszystkie głosy liczy się razem.",
  "ballot.lead.letter": "Prosimy o oddanie głosu. Posiedzenia nie ma: formularz otrzymują wszyscy uprawnieni.",
  "ballot.heading.combined": "Głosowanie w trybie obiegowym: posiedzenie {date}",
  "ballot.yourVote": "Głos",
  "ballot.onOne": "Głos w sprawie kandydatury: {name}",
  "ballot.for": "Za",
  "ballot.against": "Przeciw",
  "ballot.abstain": "Wstrzymuję się",
  "ballot.seats":
    "Najwyżej {n, plural, one {# osoba} few {# osoby} many {# osób} other {# osoby}}. Zaznaczenie wstrzymania się oznacza wstrzymanie się, także obok innych zaznaczeń.",
  "ballot.stand": "Kandydaci: {names}",
  "ballot.silence.combined": "odnotujemy „bez odpowiedzi”: głosu nie oddano.",
  "ballot.silence.informed": "odnotujemy „bez odpowiedzi”. Wynik obowiązuje w każdym przypadku.",
  "ballot.silence.none": "odnotujemy „bez odpowiedzi”.",
  "ballot.informed.what": "czy zgoda na wynik",
  "ballot.informed.title": "Wynik posiedzenia {date}: zgoda czy brak zgody?",
  "ballot.informed.lead":
    "Posiedzenie podjęło decyzję i wynik obowiązuje. Prosimy o odpowiedź, czy jest na niego zgoda.",
  "ballot.informed.agree": "Zgadzam się z wynikiem",
  "ballot.informed.disagree": "Nie zgadzam się z wynikiem",
  "ballot.questions": "Głosowania",
  "ballot.figures.voted": "Liczba głosujących na kogokolwiek",
  "ballot.figures.impossible":
    "Wpisane liczby są niemożliwe: gdzieś jest ich więcej, niż mogło głosować. Prosimy wpisać je ponownie.",
  "ballot.result.letters":
    "Obiegowo, zapytano {sent}: głosowało {answered}, bez odpowiedzi {silent}, niedoręczone {undelivered}. Za: {for}.",
  "ballot.seats.vacant":
    "{n, plural, one {# miejsce pozostaje nieobsadzone} few {# miejsca pozostają nieobsadzone} many {# miejsc pozostaje nieobsadzonych} other {# miejsca pozostaje nieobsadzone}}.",
  "ballot.candidate": "{name}: {votes}",
  "election.mode.combined": "Nieobecni głosują obiegowo; wszystkie głosy liczy się razem",
  "election.mode.informed": "Nieobecnych pyta się później o zgodę; wynik obowiązuje",
  "election.mode.letter": "Bez posiedzenia: wszyscy głosują obiegowo",
  "election.journal.figures.impossible": "Wpisane liczby są niemożliwe; prosi się o nie ponownie",
  "election.journal.votes.given": "Wszyscy z listy głosują obiegowo",
  "election.journal.absentees.informed": "Nieobecnych pyta się o zgodę",
  "election.journal.letters.recorded": "Odpowiedzi nieobecnych zapisano",
  "ballot.field.seats": "Liczba miejsc (przy wyborach)",
  "ballot.field.ballot": "Sposób głosowania na kandydatów",
  "ballot.field.plurality": "Na jedną osobę albo na tyle osób, ile jest miejsc",
  "ballot.field.approval": "Za, przeciw lub wstrzymanie się przy każdej kandydaturze",
  "ballot.problem.seats": "Wpisz liczbę całkowitą od 1 do {limit}",
} satisfies Record<keyof typeof en, string>;

import type { en } from "./en.ts";

const share =
  "{share, select, moreThanHalf {więcej niż połowa} atLeastHalf {co najmniej połowa} moreThanTwoThirds {więcej niż dwie trzecie} atLeastTwoThirds {co najmniej dwie trzecie} moreThanThreeQuarters {więcej niż trzy czwarte} atLeastThreeQuarters {co najmniej trzy czwarte} moreThan {więcej niż {numerator}/{denominator}} other {co najmniej {numerator}/{denominator}}}";

export const pl = {
  "rules.title": "Zasady głosowań",
  "rules.lead":
    "Przy otwarciu wyborów zasady ich głosowań są brane stąd. Od tej chwili już się dla nich nie zmieniają, cokolwiek zmieni się tu później.",
  "rules.elect": "Wybór na funkcję",
  "rules.adopt": "Przyjęcie tekstu",
  "rules.change.elect": "Zmień zasady wyboru na funkcję",
  "rules.change.adopt": "Zmień zasady przyjmowania tekstu",
  "rules.fingerprint": "Odcisk zasad: {hash}.",
  "rules.setOn": "Zasady ustalono {date}, ustala: {name}.",
  "rules.setNever": "Tych zasad nikt jeszcze nie zmieniał.",
  "rules.for": "{votes}: {text}",

  "rules.sentence": "{text}.",
  "rules.byLetter": "Głosowanie tylko przez imienny formularz: wszyscy z listy otrzymują głosowanie w wiadomości.",
  "rules.quorum": `Kworum: ${share} wszystkich członków, przy otwarciu i przy zamknięciu głosowania.`,
  "rules.quorum.number":
    "Kworum: obecnych co najmniej {needed}\u00a0z\u00a0{total}, przy otwarciu i przy zamknięciu głosowania.",
  "rules.quorum.byLetter": `Kworum: odpowiada ${share} wszystkich członków.`,
  "rules.quorum.byLetter.number": "Kworum: co najmniej {needed}\u00a0odpowiedzi z\u00a0{total}.",
  "rules.quorum.none": "Kworum nie jest wymagane.",
  "rules.letters.count": "Nieobecni, którzy odpowiedzą w terminie, liczą się do kworum.",
  "rules.letters.not": "Odpowiedzi w wiadomościach nie liczą się do kworum.",
  "rules.informed":
    "Nieobecnych pytamy, czy zgadzają się z wynikiem. Obowiązuje to, co przyjęto na posiedzeniu; odpowiedzi są odnotowane.",
  "rules.combined": "Nieobecni otrzymują samo głosowanie. Głosy z posiedzenia i z wiadomości liczy się razem.",
  "rules.tie.run-off": "Przy równej liczbie głosów odbywa się druga tura, tylko między tymi osobami.",
  "rules.tie.repeat": "Przy równej liczbie głosów głosowanie jest powtarzane.",
  "rules.tie.chair": "Przy równej liczbie głosów rozstrzyga osoba, która przewodniczy.",
  "rules.tie.lot":
    "Przy równej liczbie głosów rozstrzyga losowanie. Losuje się z wartości ogłaszanej publicznie: {source}, {when}.",
  "rules.tie.lot.open":
    "Przy równej liczbie głosów rozstrzyga losowanie. Losuje się z wartości ogłaszanej publicznie: {source}. Dzień ustala się przy każdych wyborach.",
  "rules.nominee.out": "Kto nie odpowie na zgłoszenie, nie kandyduje.",
  "rules.nominee.stands": "Kto nie odpowie na zgłoszenie, kandyduje.",
  "rules.declare.two": "Wynik ogłaszają dwie różne osoby.",
  "rules.declare.one": "Wynik ogłasza jedna osoba.",

  "rules.ready": "Gotowe zasady",
  "rules.ready.lead": "Można je wziąć takie, jakie są, albo poniżej ustalić każdą zasadę.",
  "rules.ready.plain": "Proste zasady",
  "rules.ready.serbian-association": "Stowarzyszenie w Serbii",
  "rules.ready.lithuanian-team": "Zespół gminny na Litwie",
  "rules.ready.polish-network": "Sieć współpracy w Polsce",
  "rules.ready.take": "Weź te zasady",
  "rules.own": "Ustal każdą zasadę",
  "rules.own.save": "Zapisz zasady",
  "rules.field.letters": "Czy odpowiedzi w wiadomościach liczą się do kworum",
  "rules.field.letters.yes": "Liczą się",
  "rules.field.letters.no": "Nie liczą się",
  "rules.field.tie": "Co następuje przy równej liczbie głosów",
  "rules.field.tie.run-off": "Druga tura między tymi osobami",
  "rules.field.tie.repeat": "Głosowanie jest powtarzane",
  "rules.field.tie.chair": "Rozstrzyga osoba, która przewodniczy",
  "rules.field.tie.lot": "Rozstrzyga losowanie",
  "rules.field.source": "Skąd pochodzi los",
  "rules.field.source.hint":
    "Tylko dla losowania: wartość ogłaszana publicznie, której nikt nie może znać wcześniej, na przykład losowanie państwowej loterii.",
  "rules.field.nominee": "Kto nie odpowie na zgłoszenie",
  "rules.field.nominee.out": "Nie kandyduje",
  "rules.field.nominee.stands": "Kandyduje",
  "rules.field.declare": "Ile osób ogłasza wynik",
  "rules.field.declare.two": "Dwie różne osoby",
  "rules.field.declare.one": "Wystarczy jedna, a protokół o tym mówi",
  "rules.share": share,
  "rules.network.of": "Zasady tej sieci",
  "rules.see": "Zobacz i zmień zasady tej sieci",
  "rules.choice.network": "Jak w zasadach sieci",
  "rules.quorum.nobody": "Bez kworum",
  "rules.problem.quorum":
    "Odpowiedzi na wiadomości muszą liczyć się do tego kworum: w trybie obiegowym nikt nie jest obecny.",
} satisfies Record<keyof typeof en, string>;

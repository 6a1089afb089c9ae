import type { en } from "./en.ts";

export const pl: Record<keyof typeof en, string> = {
  "again.act": "Powtórz z nowymi linkami",
  "again.taken":
    "Przejęto z „{title}”: głosowania, zasady i osoby. Lista uprawnionych do głosowania powstaje od nowa i każda osoba dostaje nowy link; wcześniejsze odpowiedzi pozostają zapieczętowane i są przechowywane.",
  "again.stands": "Kto kandyduje ponownie: {office}",
  "again.stands.hint":
    "Prosimy odznaczyć osoby, które się wycofały. Aby kandydatury zgłoszono od nowa, prosimy zaznaczyć pole poniżej.",
  "again.earlier.annulled": "Te wybory powtarzają wybory unieważnione {when}:",
  "again.earlier.cancelled": "Te wybory powtarzają wybory odwołane {when}:",
  "again.later": "Wybory są powtarzane:",
  "election.journal.repeated": "Wybory są powtarzane",
};

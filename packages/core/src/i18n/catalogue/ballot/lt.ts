import type { en } from "./en.ts";

export const lt = {
  "ballot.what": "balsavimas raštu",
  "ballot.title": "Prašome balsuoti",
  "ballot.lead.combined":
    "Posėdyje, įvykusiame {date}, Jūs nedalyvavote, todėl prašome balsuoti raštu. Klausimai tie patys kaip posėdyje, visi balsai skaičiuojami kartu.",
  "ballot.lead.letter": "Prašome balsuoti. Posėdžio nebus: šią formą gauna visi, turintys balsavimo teisę.",
  "ballot.heading.combined": "Balsavimas raštu: {date} posėdis",
  "ballot.yourVote": "Jūsų balsas",
  "ballot.onOne": "Jūsų balsas dėl kandidato: {name}",
  "ballot.for": "Už",
  "ballot.against": "Prieš",
  "ballot.abstain": "Susilaikau",
  "ballot.seats":
    "Daugiausia {n, plural, one {# kandidatas} few {# kandidatai} many {# kandidato} other {# kandidatų}}. Kas pažymi, kad susilaiko, tas susilaiko, nors būtų pažymėta ir daugiau.",
  "ballot.stand": "Kandidatai: {names}",
  "ballot.silence.combined": "pažymėsime „neatsakė“: nebalsavote.",
  "ballot.silence.informed": "pažymėsime „neatsakė“. Rezultatas galioja bet kuriuo atveju.",
  "ballot.silence.none": "pažymėsime „neatsakė“.",
  "ballot.informed.what": "ar pritariate rezultatui",
  "ballot.informed.title": "Posėdžio ({date}) rezultatas: ar pritariate?",
  "ballot.informed.lead": "Posėdis nusprendė, rezultatas galioja. Prašome pasakyti, ar jam pritariate.",
  "ballot.informed.agree": "Pritariu rezultatui",
  "ballot.informed.disagree": "Nepritariu rezultatui",
  "ballot.questions": "Balsavimai",
  "ballot.figures.voted": "Už ką nors balsavo narių",
  "ballot.figures.impossible":
    "Įvesti skaičiai neįmanomi: kai kurių daugiau, nei galėjo balsuoti. Prašome įvesti iš naujo.",
  "ballot.result.letters":
    "Raštu, klausta {sent}: balsavo {answered}, neatsakė {silent}, nepristatyta {undelivered}. Už: {for}.",
  "ballot.seats.vacant":
    "{n, plural, one {# vieta lieka laisva} few {# vietos lieka laisvos} many {# vietos lieka laisvos} other {# vietų lieka laisvos}}.",
  "ballot.candidate": "{name}: {votes}",
  "election.mode.combined": "Nedalyvavusieji balsuoja raštu; visi balsai skaičiuojami kartu",
  "election.mode.informed": "Nedalyvavusiųjų vėliau klausiama, ar pritaria; rezultatas galioja",
  "election.mode.letter": "Be posėdžio: visi balsuoja raštu",
  "election.journal.figures.impossible": "Įvesti skaičiai neįmanomi; prašoma iš naujo",
  "election.journal.votes.given": "Visi sąrašo nariai balsuoja raštu",
  "election.journal.absentees.informed": "Nedalyvavusiųjų klausiama, ar pritaria",
  "election.journal.letters.recorded": "Nedalyvavusiųjų atsakymai įrašyti",
  "ballot.field.seats": "Vietų skaičius (renkant)",
  "ballot.field.ballot": "Kaip balsuojama dėl kandidatų",
  "ballot.field.plurality": "Už vieną kandidatą arba tiek, kiek yra vietų",
  "ballot.field.approval": "Už, prieš ar susilaikoma dėl kiekvieno kandidato",
  "ballot.problem.seats": "Įveskite sveikąjį skaičių nuo 1 iki {limit}",
} satisfies Record<keyof typeof en, string>;

import type { en } from "./en.ts";

export const lt = {
  "common.skip": "Pereiti prie turinio",
  "common.mainMenu": "Pagrindinis meniu",
  "common.language": "Kalba",
  "common.home": "Pradžia",
  "common.people": "Žmonės",
  "common.processes": "Procesai",
  "common.sessions": "Posėdžiai",
  "common.signOut": "Atsijungti",
  "common.privacy": "Privatumas",
  "common.sentThrough": "Išsiųsta per sistemą „Quorate“.",

  "common.sendAnswer": "Siųsti atsakymą",
  "common.sendAnswers": "Siųsti atsakymus",
  "common.keep": "Išsaugoti ir tęsti vėliau",
  "common.save": "Išsaugoti",
  "common.back": "Atgal",
  "common.continue": "Tęsti",
  "common.change": "Keisti",
  "common.downloadCsv": "Atsisiųsti lentelę (CSV)",
  "common.checkAnswers": "Patikrinkite savo atsakymus",

  "common.deadline": "Terminas",
  "common.askedBy": "Prašo",
  "common.ifSilent": "Jei neatsakysite",
  "common.ifSilentRecorded": "pažymėsime „neatsakė“. Tai nėra nei patvirtinimas, nei prieštaravimas.",
  "common.youAnswerAs": "Atsakote kaip:",
  "common.notYou": "Ne Jūs?",
  "common.yourAnswer": "Jūsų atsakymas",
  "common.reference": "Atsakymo numeris",
  "common.textHash": "Teksto atspaudas:",
  "common.howDecided": "Kaip nustatomas rezultatas",
  "common.name": "Vardas ir pavardė",
  "common.institution": "Įstaiga",
  "common.when": "Kada",
  "common.action": "Veiksmas",
  "common.status": "Būsena",
  "common.reason": "Priežastis",
  "common.optional": "Neprivaloma",
  "common.none": "Nėra",
  "common.journal": "Proceso žurnalas",
  "common.result": "Rezultatas",
  "common.whatFollows": "Kas toliau",

  "common.does.coordinates": "koordinuoja",
  "common.does.records": "rašo protokolą",
  "common.does.attests": "paliudija",
  "common.does.declares": "skelbia rezultatą",


  "common.step.done": "Baigta:",
  "common.step.now": "Dabar:",
  "common.step.next": "Toliau:",

  "common.members": "{n, plural, one {# narys} few {# nariai} many {# nario} other {# narių}}",
  "common.days": "{n, plural, one {# diena} few {# dienos} many {# dienos} other {# dienų}}",
  "common.answers": "{n, plural, one {# atsakymas} few {# atsakymai} many {# atsakymo} other {# atsakymų}}",
  "common.ofMembers": "iš {n, plural, one {# nario} few {# narių} many {# nario} other {# narių}}",
  "common.ofDays": "iš {n, plural, one {# dienos} few {# dienų} many {# dienos} other {# dienų}}",
  "common.ofAnswers": "iš {n, plural, one {# atsakymo} few {# atsakymų} many {# atsakymo} other {# atsakymų}}",
  "common.daysLeft":
    "{n, plural, =0 {paskutinė termino diena} one {iki termino liko # diena} few {iki termino liko # dienos} many {iki termino liko # dienos} other {iki termino liko # dienų}}",


  "common.privacy.title": "Privatumas",
  "common.privacy.kept": "Saugome Jūsų vardą, pavardę, el. pašto adresą, įstaigą ir tinklui siunčiamus atsakymus.",
  "common.privacy.seen":
    "Tinklo koordinatoriai mato, kas atsakė. Protokole rašomi skaičiai, o prieštaravimai – su vardais.",
  "common.privacy.letters": "Mūsų laiškuose nėra sekimo paveikslėlių, laiškų atidarymo nefiksuojame.",
  "common.privacy.cookies":
    "Slapukas įrašomas tik prisijungus, pakeitus rodymą, įrašius kodą, išsaugojus ar išsiuntus atsakymą.",
  "common.privacy.ask": "Jei norite pamatyti, pataisyti ar ištrinti savo duomenis, rašykite tinklo koordinatoriui.",
} satisfies Record<keyof typeof en, string>;

import type { en } from "./en.ts";

export const sr = {
  "common.skip": "Пређи на садржај",
  "common.mainMenu": "Главни мени",
  "common.language": "Језик",
  "common.home": "Почетна",
  "common.people": "Људи",
  "common.processes": "Поступци",
  "common.sessions": "Седнице",
  "common.signOut": "Одјава",
  "common.privacy": "Приватност",
  "common.sentThrough": "Послато преко система Quorate.",

  "common.sendAnswer": "Пошаљи одговор",
  "common.sendAnswers": "Пошаљи одговоре",
  "common.keep": "Сачувај и настави касније",
  "common.save": "Сачувај",
  "common.back": "Назад",
  "common.continue": "Настави",
  "common.change": "Измени",
  "common.downloadCsv": "Преузми табелу (CSV)",
  "common.checkAnswers": "Проверите своје одговоре",

  "common.deadline": "Рок",
  "common.askedBy": "Моли Вас",
  "common.ifSilent": "Ако не одговорите",
  "common.ifSilentRecorded": "бележимо „без одговора”. То није ни потврда ни приговор.",
  "common.youAnswerAs": "Одговарате као:",
  "common.notYou": "Нисте Ви?",
  "common.yourAnswer": "Ваш одговор",
  "common.reference": "Број одговора",
  "common.textHash": "Отисак текста:",
  "common.howDecided": "Како се долази до резултата",
  "common.name": "Име",
  "common.institution": "Установа",
  "common.when": "Када",
  "common.action": "Радња",
  "common.status": "Стање",
  "common.reason": "Образложење",
  "common.optional": "Није обавезно",
  "common.none": "Нема",
  "common.journal": "Дневник поступка",
  "common.result": "Резултат",
  "common.whatFollows": "Шта следи",

  "common.does.coordinates": "координира",
  "common.does.records": "води записник",
  "common.does.attests": "оверава",
  "common.does.declares": "проглашава резултат",


  "common.step.done": "Завршено:",
  "common.step.now": "У току:",
  "common.step.next": "Следи:",

  "common.members": "{n, plural, one {# члан} few {# члана} other {# чланова}}",
  "common.days": "{n, plural, one {# дан} few {# дана} other {# дана}}",
  "common.answers": "{n, plural, one {# одговор} few {# одговора} other {# одговора}}",
  "common.ofMembers": "од {n, plural, one {# члана} few {# члана} other {# чланова}}",
  "common.ofDays": "од {n, plural, one {# дана} few {# дана} other {# дана}}",
  "common.ofAnswers": "од {n, plural, one {# одговора} few {# одговора} other {# одговора}}",
  "common.daysLeft":
    "{n, plural, =0 {последњи дан рока} one {до рока: # дан} few {до рока: # дана} other {до рока: # дана}}",


  "common.privacy.title": "Приватност",
  "common.privacy.kept": "Чувамо Ваше име, имејл адресу и установу, као и одговоре које шаљете својој мрежи.",
  "common.privacy.seen": "Координатори мреже виде ко је одговорио. У записнику стоје бројке, а приговори са именима.",
  "common.privacy.letters": "У нашим писмима нема слика за праћење и не бележимо да ли је писмо отворено.",
  "common.privacy.cookies":
    "Колачић се чува само кад се пријавите, промените приказ, унесете код, сачувате или пошаљете одговор.",
  "common.privacy.ask": "За увид, исправку или брисање података о Вама пишите координатору своје мреже.",
} satisfies Record<keyof typeof en, string>;

import type { en } from "./en.ts";

export const sr = {
  "letters.subject.again": "{network}: нови линк, {what} – {by}",
  "letters.subject.extension": "{network}: нови рок, {what} – {by}",
  "letters.heading.reminder": "Подсетник: {heading}",
  "letters.heading.extension": "Нови рок: {heading}",
  "letters.openPage": "Отворите страницу",
  "letters.questions": "Питања пошаљите као одговор на ово писмо.",
  "letters.for": "Писмо је за",
  "letters.personal": "Линк је лични; не прослеђујте га.",

  "letters.signIn.what": "пријава",
  "letters.signIn.valid": "Важи",
  "letters.signIn.personal": "Линк и код су лични; не прослеђујте их.",

  "letters.lost.heading": "Ваши отворени обрасци",
  "letters.lost.none": "Тренутно ниједан образац не чека Ваш одговор.",
  "letters.lost.personal": "Линкови су лични; не прослеђујте их.",

  "letters.receipt.heading": "Ваш одговор је стигао {at}",
  "letters.receipt.canChange": "Можете да га измените {by}, преко линка из писма којим смо Вас замолили за одговор.",
  "letters.receipt.final": "Овај одговор више не може да се измени.",
  "letters.receipt.hidden": "Сам одговор не стоји у писму, јер сандуче може бити заједничко.",
  "letters.receipt.notYou": "Нисте то били Ви?",
  "letters.receipt.reply": "Одговорите на ово писмо.",

  "letters.figures.heading": "Унесите бројке са седнице од {day}",
  "letters.figures.lead": "Водите записник, па Вас молимо да за свако гласање унесете колико је руку било.",
  "letters.figures.votes": "Гласања",
  "letters.figures.objection": "Приговор",

  "letters.attestation.heading": "Оверите бројке са седнице од {day}",
  "letters.attestation.official": "Бројке су званичне кад их записничар и оба оверача овере, свако за себе.",

  "letters.confirmation.lead":
    "Нисте присуствовали седници, па Вас молимо да за {n, plural, =1 {једно гласање} =2 {два гласања} =3 {три гласања} =4 {четири гласања} one {# гласање} few {# гласања} other {# гласања}} потврдите резултат или уложите приговор.",
  "letters.confirmation.leadPart":
    "На седници нисте били на {n, plural, one {# гласању} few {# гласања} other {# гласања}}, па Вас молимо да потврдите резултат или уложите приговор.",
  "letters.confirmation.preview":
    "{n, plural, =1 {Један резултат} =2 {Два резултата} =3 {Три резултата} =4 {Четири резултата} one {# резултат} few {# резултата} other {# резултата}} са седнице од {day} {n, plural, one {чека} few {чекају} other {чека}} Вашу потврду.",

  "letters.waiver.what": "неуручена писма",
  "letters.waiver.heading": "Одлучите о неурученим писмима",
  "letters.waiver.lead":
    "Нека писма нису уручена, а ти одговори би могли да промене резултат. Зато он још није проглашен. На обрасцу изаберите како се наставља и зашто.",
  "letters.waiver.list": "Неуручено",

  "letters.result.lead": "Следе исходи гласања са бројкама са седнице и из писама.",

  "letters.parked.heading": "Избори су застали",
  "letters.parked.why": "Разлог",
  "letters.parked.lead": "Избори чекају Вас. Сви одговори су сачувани, а на страници изборе можете да наставите.",
} satisfies Record<keyof typeof en, string>;

import type { en } from "./en.ts";

export const sr = {
  "nominations.ask.what": "предлози кандидата",
  "nominations.ask.title": "Кога предлажете?",
  "nominations.ask.lead":
    "За сваку функцију предложите једног члана; можете предложити и себе. Свако ко је предложен биће упитан да ли прихвата кандидатуру.",
  "nominations.ask.whom": "Кога предлажете?",
  "nominations.ask.nobody": "Не предлажем никога",
  "nominations.ask.silence": "бележимо да никога не предлажете.",
  "nominations.ask.offices": "Функције",

  "nominations.accept.what": "Ваша кандидатура",
  "nominations.accept.title": "Предложени сте: да ли прихватате кандидатуру?",
  "nominations.accept.lead":
    "За сваку функцију реците да ли прихватате кандидатуру. Можете додати неколико речи за чланове.",
  "nominations.accept.accept": "Прихватам кандидатуру",
  "nominations.accept.decline": "Не прихватам кандидатуру",
  "nominations.accept.statement": "Неколико речи за чланове",
  "nominations.accept.statementHint":
    "Није обавезно, највише {limit, plural, one {# знак} few {# знака} other {# знакова}}. Чланови то читају ако прихватите.",
  "nominations.accept.silence": "нећете бити на листи кандидата.",

  "nominations.list.what": "листа кандидата",
  "nominations.list.title": "Одобрите листу кандидата",
  "nominations.list.lead": "На листи су само они који су прихватили кандидатуру. Одобрена листа се не мења.",
  "nominations.list.kicker": "Кандидати",
  "nominations.list.nobody": "Нико се не кандидује",
  "nominations.list.approve": "Одобравам листу",
  "nominations.list.return": "Враћам листу",
  "nominations.list.reason": "Зашто се листа враћа",

  "nominations.state.pending": "Још нема одговора",
  "nominations.state.accepted": "Прихваћено",
  "nominations.state.declined": "Није прихваћено",
  "nominations.state.silent": "Без одговора",
  "nominations.state.withdrawn": "Повучено",

  "nominations.page.title": "Предлози кандидата",
  "nominations.page.empty": "Још нико није предложен.",
  "nominations.page.by": "Предлаже: {n, plural, one {# члан} few {# члана} other {# чланова}}",
  "nominations.field.wanted": "Чланови писмом предлажу кандидате пре седнице",
  "nominations.field.hint": "Без тога се кандидати предлажу на седници.",
  "nominations.field.by": "Предлози се примају до",
  "nominations.field.acceptanceBy": "Предложени одговарају до",
  "nominations.field.candidatesBy": "Листа кандидата се одобрава до",
  "nominations.problem.afterSession": "Унесите тренутак пре седнице",

  "election.stage.nominations": "Предлози кандидата",
  "election.stage.acceptance": "Одговори предложених",
  "election.stage.candidates": "Листа кандидата",
  "election.standing.nominations": "Предлози кандидата: одговори {n}\u00a0од\u00a0{total}. Рок: {when}.",
  "election.standing.acceptance": "Одговори предложених: {n}\u00a0од\u00a0{total}. Рок: {when}.",
  "election.standing.candidates": "Листа кандидата чека одобрење. Рок: {when}.",
  "election.step.nominations": "Предлози кандидата",
  "election.step.nominations.next": "предлажу чланови, {by}",
  "election.step.nominations.now": "одговори: {n}\u00a0од\u00a0{total}, {by}",
  "election.step.nominations.done": "листа кандидата одобрена {date}",
  "election.journal.nominations.opened": "Чланови су упитани за предлоге кандидата: {asked}",
  "election.journal.nominations.closed": "Предлагање кандидата је закључено",
  "election.journal.nominees.answered": "Предложени су одговорили",
  "election.journal.candidates.approved": "Листа кандидата је одобрена",
  "election.journal.candidates.returned": "Листа кандидата је враћена уз образложење",
} satisfies Record<keyof typeof en, string>;

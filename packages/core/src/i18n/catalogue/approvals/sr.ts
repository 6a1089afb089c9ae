import type { en } from "./en.ts";

export const sr: Record<keyof typeof en, string> = {
  "approvals.decided.title": "О овоме је одлучено пре Вас",
  "approvals.decided.approve": "Одобрено {when}: {name}",
  "approvals.decided.return": "Враћено уз образложење {when}: {name}",
  "approvals.insteadOf": "Уместо",
  "approvals.revoke.title": "Повуци одобрење",
  "approvals.revoke.lead": "Док није спроведено. Они који на њега чекају сазнаће зашто.",
  "approvals.revoke.reason": "Зашто га повлачите",
  "approvals.revoked.title": "Одобрење је повучено",
  "approvals.revoked.lead": "Више се не рачуна. Они који на њега чекају сазнаће зашто.",

  "approvals.recalled.cancelled": "Ово је отказано",
  "approvals.recalled.changed": "Промењено је оно што је требало одобрити",
  "approvals.recalled.recalled": "Овај захтев је повучен",
  "approvals.recalled.lead": "Ваш одговор више није потребан. Тема: {subject}",
  "approvals.recalled.changedLead": "Ново писмо пита за оно што сада пише. Тема: {subject}",
  "approvals.recalled.by": "Ко",

  "approvals.letter.recalled.subject": "{network}: Ваш одговор више није потребан",
  "approvals.letter.settled.subject": "{network}: одлука о Вашем захтеву",
  "approvals.letter.settled.approved": "Ваш захтев је одобрен: {title}",
  "approvals.letter.settled.returned": "Ваш захтев је враћен уз образложење: {title}",
  "approvals.letter.settled.expired": "О Вашем захтеву није одлучено до рока: {title}",
  "approvals.letter.settled.revoked": "Повучено је одобрење Вашег захтева: {title}",
  "approvals.letter.settled.expiredLead": "Ћутањем се ништа не одобрава. Захтев можете поновити.",
  "approvals.letter.settled.lead": "Одлука: {name}.",
};

import type { en } from "./en.ts";

export const sr = {
  "ballot.what": "писмено изјашњавање",
  "ballot.title": "Молимо Вас да гласате",
  "ballot.lead.combined":
    "Нисте присуствовали седници {date}, па Вас молимо да гласате писмено. Питања су иста као на седници, а сви гласови се броје заједно.",
  "ballot.lead.letter": "Молимо Вас да гласате. Седнице нема: сви са правом гласа добијају овај образац.",
  "ballot.heading.combined": "Писмено изјашњавање: седница {date}",
  "ballot.yourVote": "Ваш глас",
  "ballot.onOne": "Ваш глас о кандидату: {name}",
  "ballot.for": "За",
  "ballot.against": "Против",
  "ballot.abstain": "Уздржавам се",
  "ballot.seats":
    "{n, plural, one {Највише # кандидат} few {Највише # кандидата} other {Највише # кандидата}}. Ко означи да се уздржава, уздржан је, ма кога још означио.",
  "ballot.stand": "Кандидати: {names}",
  "ballot.silence.combined": "бележимо „без одговора”: нисте гласали.",
  "ballot.silence.informed": "бележимо „без одговора”. Резултат важи у сваком случају.",
  "ballot.silence.none": "бележимо „без одговора”.",
  "ballot.informed.what": "слажете ли се с резултатом",
  "ballot.informed.title": "Резултат седнице {date}: да ли се слажете?",
  "ballot.informed.lead": "Седница је одлучила и резултат важи. Молимо Вас да кажете да ли се с њим слажете.",
  "ballot.informed.agree": "Слажем се с резултатом",
  "ballot.informed.disagree": "Не слажем се с резултатом",
  "ballot.questions": "Гласања",
  "ballot.figures.voted": "Чланова који су за некога гласали",
  "ballot.figures.impossible":
    "Унете бројке нису могуће: негде их је више него што је могло да гласа. Молимо Вас да их унесете поново.",
  "ballot.result.letters":
    "Писмено, упитано {sent}: гласало {answered}, без одговора {silent}, неуручено {undelivered}. За: {for}.",
  "ballot.seats.vacant":
    "{n, plural, one {Упражњено остаје # место} few {Упражњена остају # места} other {Упражњено остаје # места}}.",
  "ballot.candidate": "{name}: {votes}",
  "election.mode.combined": "Одсутни гласају писмено; сви гласови се броје заједно",
  "election.mode.informed": "Одсутни се после питају да ли се слажу; резултат важи",
  "election.mode.letter": "Без седнице: сви гласају писмено",
  "election.journal.figures.impossible": "Унете бројке нису могуће; траже се поново",
  "election.journal.votes.given": "Сви са списка гласају писмено",
  "election.journal.absentees.informed": "Одсутни се питају да ли се слажу",
  "election.journal.letters.recorded": "Одговори одсутних су забележени",
  "ballot.field.seats": "Број места (за избор)",
  "ballot.field.ballot": "Како се гласа о кандидатима",
  "ballot.field.plurality": "За једног кандидата, или за онолико колико има места",
  "ballot.field.approval": "За, против или уздржан о сваком кандидату",
  "ballot.problem.seats": "Унесите цео број од 1 до {limit}",
} satisfies Record<keyof typeof en, string>;

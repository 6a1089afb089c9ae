import type { Form } from "@quorate/core/form";
import { message, plain } from "@quorate/core/i18n";

const votes = [
  {
    id: "president",
    title: "Избор председника",
    name: "Јелена Петровић",
    note: "ОШ „Свети Сава”, педагог",
    figures: [18, 0, 0],
  },
  {
    id: "deputy",
    title: "Избор заменика председника",
    name: "Милош Антић",
    note: "Техничка школа, психолог",
    figures: [17, 0, 1],
  },
  {
    id: "plan",
    title: "Усвајање плана рада за 2026. годину",
    name: "План рада је усвојен",
    note: "Друга верзија, са изменама предложеним на седници",
    figures: [18, 0, 0],
  },
];

const figureWords = ["election.figures.for", "election.figures.against", "election.figures.abstain"] as const;

/** The form of the association's absentees, as the look shows it. */
export const absenteeForm: Form = {
  id: "election.confirmation",
  title: plain("Потврдите резултате седнице од 13.\u00a0марта"),
  lead: message("election.ask.absentee.lead"),
  background: {
    title: message("common.howDecided"),
    lines: [message("election.rule.ratified"), message("election.rule.counts")],
  },
  ...{ confidential: false, editable: true, checkAnswers: false },
  sections: votes.map((vote, index) => ({
    id: vote.id,
    kicker: message("election.vote.of", { n: index + 1, total: votes.length }),
    title: plain(vote.title),
    result: {
      kicker: message("election.figures.sessionResult"),
      name: plain(vote.name),
      notes: [plain(vote.note)],
      figures: figureWords.map((key, at) => ({ label: message(key), value: vote.figures[at] ?? 0 })),
    },
    ...(vote.id === "plan" && {
      text: { title: "План рада", body: "Четири семинара.\nДва округла стола.", hash: "9f3c2a7b11".padEnd(64, "0") },
    }),
    fields: [
      {
        ...{ id: vote.id, kind: "choice", label: message("common.yourAnswer"), required: true },
        options: [
          {
            value: "confirm",
            label: message(
              vote.id === "plan" ? "election.ask.absentee.confirmAdoption" : "election.ask.absentee.confirmElection",
            ),
          },
          {
            value: "object",
            label: message("election.ask.absentee.object"),
            reason: {
              ...{ required: false, label: message("election.ask.absentee.reason"), limit: 300 },
              hint: message("election.ask.absentee.reasonHint", { limit: 300 }),
            },
          },
          { value: "abstain", label: message("election.ask.absentee.abstain") },
        ],
      },
    ],
  })),
};

const objection =
  "План предвиђа четири семинара у мају, када су у школама завршни испити и када стручни сарадници раде на уписима. Молим да се два семинара помере за септембар, а да се округли сто са Центром за социјални рад одржи пре летњег распуста, јер се тада завршавају извештаји о раду и припрема се план за наредну школску годину.";

/** Sent with one vote forgotten and a reason that is too long. */
export const unfinished = { president: "confirm", plan: "object", "plan-reason": objection };

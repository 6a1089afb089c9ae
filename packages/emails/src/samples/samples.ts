import { type Locale, message, plain, type Text } from "@quorate/core/i18n";
import type { AskEnvelope, Envelope, OutcomeLine, Turn, VoteLine } from "@quorate/core/letter";
import type { AllLetters } from "../render/index.ts";

/** The letters of the Vlasotince association, as the mailer fills them in; users' own words are in Cyrillic. */
export type Samples = { [Kind in keyof AllLetters]: AllLetters[Kind] };

export const link = "https://odluke.example/o/q7Kd2mXw9TzR4bLcN1vHs8";
export const deadline = "2026-03-20T19:00:00.000Z";
export const sessionAt = "2026-03-13T09:00:00.000Z";
export const zone = "Europe/Belgrade";

const journal = "c81d 02f4 7e95 b3aa";
const process = "Избор председника и заменика, план рада";

function figures(live: { for: number; against: number; abstain: number }): { label: Text; value: number }[] {
  return [
    { label: message("election.figures.for"), value: live.for },
    { label: message("election.figures.against"), value: live.against },
    { label: message("election.figures.abstain"), value: live.abstain },
  ];
}

const reason = "Нова адреса није њена.";

/** What people have written in these samples: it stays in their own language. */
export const written = [
  ...["2. седница Актива", "ОШ „Вук Караџић”, зборница", "Избор председника и заменика"],
  ...["Актив стручних сарадника", "Актив", "Центар", process, "Потврда избора", "Испитивање потреба"],
  ...["Марија Стојановић", "ОШ „Вук Караџић”", "Биљана Илић", "Јелена Петровић", "Милош Антић"],
  ...["Драган Ћирић", "Љиљана Ђокић", "Председник", "Заменик председника", "План рада за 2026. годину", "План рада"],
  ...["Избор председника", "Избор заменика председника", "Један глас је бројан два пута.", reason],
  ...["Одобрење отказивања", "Захтев је послат грешком.", "Недостаје мишљење управе."],
  ...["Седница је погрешно сазвана.", "Државна лутрија Србије, Лото", "Објављено је 7, 12, 19."],
  ...["Школа је затворена због грипа.", "Договорена су три сусрета, а не два.", "На снимку се чује: два сусрета."],
];

const lot = {
  origins: [
    message("lot.origin", {
      source: plain("Државна лутрија Србије, Лото"),
      when: { moment: "2026-04-01T18:00:00.000Z", zone: "Europe/Belgrade", as: "dateTime" },
    }),
  ],
  votes: [{ title: plain("Председник"), result: plain("Јелена Петровић, Драган Ћирић"), figures: [] }],
};

const votes: VoteLine[] = [
  {
    title: plain("Председник"),
    result: plain("Јелена Петровић"),
    figures: figures({ for: 18, against: 0, abstain: 0 }),
  },
  {
    title: plain("Заменик председника"),
    result: plain("Милош Антић"),
    figures: figures({ for: 17, against: 0, abstain: 1 }),
  },
  {
    title: plain("План рада за 2026. годину"),
    result: { texts: { en: "adopted", lt: "priimtas", pl: "przyjęty", "sr-Cyrl": "усвојен" } },
    figures: figures({ for: 18, against: 0, abstain: 0 }),
  },
];

function outcome(title: string, said: Text): OutcomeLine {
  return {
    title: plain(title),
    outcome: said,
    figures: [
      message("election.letter.result.session", { present: 18, for: 18 }),
      message("election.letter.result.letters", {
        absent: 9,
        confirm: 7,
        object: 1,
        abstain: 0,
        silent: 0,
        undelivered: 1,
      }),
      message("election.letter.result.total", { n: 25, total: 27, needed: 14 }),
    ],
  };
}

const outcomes: OutcomeLine[] = [
  outcome(
    "Председник",
    message("election.outcome.declared.full", { office: plain("Председник"), name: plain("Јелена Петровић") }),
  ),
  outcome("Заменик председника", message("election.outcome.noQuorum.full")),
  outcome("План рада", message("election.outcome.adopted.full", { text: plain("План рада") })),
];

const meeting = { title: "2. седница Актива", startsAt: sessionAt, zone, place: "ОШ „Вук Караџић”, зборница" };

function envelope(locale: Locale): Envelope {
  return {
    locale,
    zone,
    network: { name: "Актив стручних сарадника", shortName: "Актив" },
    to: { name: "Марија Стојановић", institution: "ОШ „Вук Караџић”" },
  };
}

export function askEnvelope(locale: Locale, turn: Turn = "first"): AskEnvelope {
  return {
    ...envelope(locale),
    turn,
    url: link,
    deadline,
    asker: { name: "Биљана Илић", address: "biljana@example.org" },
    process,
    journal,
  };
}

export function samples(locale: Locale, turn: Turn = "first"): Samples {
  const ask = askEnvelope(locale, turn);
  const tell = envelope(locale);
  return {
    "people.sign-in": { ...tell, url: link, code: "482913", expiresAt: deadline },
    "people.lost-letter": {
      ...tell,
      asks: [
        { network: "Актив", title: "Потврда избора", deadline, zone, url: link },
        { network: "Центар", title: "Испитивање потреба", deadline, zone, url: `${link}x` },
      ],
    },
    "digest.letter": {
      ...tell,
      asks: [
        { network: "Актив", title: "Потврда избора", deadline, zone, url: link },
        { network: "Центар", title: "Испитивање потреба", deadline, zone, url: `${link}x` },
      ],
      parts: [
        {
          network: "Актив",
          coming: [
            {
              ...{ section: "coming", at: deadline, title: plain("2. седница Актива") },
              lines: [{ moment: deadline, zone, as: "onMoment" }, plain("ОШ „Вук Караџић”, зборница")],
            },
          ],
          decided: [
            {
              ...{ section: "decided", at: deadline, title: plain("Избор председника и заменика") },
              lines: [
                message("election.outcome.declared.full", {
                  office: plain("Председник"),
                  name: plain("Јелена Петровић"),
                }),
              ],
            },
          ],
          desk: [
            {
              title: plain("Избор председника и заменика"),
              lines: [
                message("digest.desk.answered", {
                  ...{ form: plain("Потврда избора"), answered: 7, asked: 9 },
                  by: { moment: deadline, zone, as: "byDeadline" },
                }),
                message("digest.desk.undelivered", { n: 1 }),
              ],
            },
          ],
        },
      ],
      settings: `${link}s`,
    },
    "people.address-changed": {
      ...tell,
      change: { to: "m…@skola.example", by: "Биљана Илић", decidedBy: "Јелена Петровић", at: deadline },
    },
    "people.address-request": { ...tell, member: "Драган Ћирић", by: "Биљана Илић", url: link, expiresAt: deadline },
    "people.address-refused": { ...tell, member: "Драган Ћирић", by: "Јелена Петровић", reason, url: link },
    "offices.mandate": {
      ...{ ...tell, office: { texts: { "sr-Cyrl": "Председник", en: "President", lt: "Pirmininkas", pl: "Prezes" } } },
      ...{ holder: "Јелена Петровић", until: "2027-03-12", isOwn: false, url: link },
    },
    "offices.statement": {
      ...{ ...tell, office: { texts: { "sr-Cyrl": "Председник", en: "President", lt: "Pirmininkas", pl: "Prezes" } } },
      ...{ name: "Јелена Петровић", takes: "two", expiresAt: deadline, url: link },
    },
    "offices.rights": { ...tell, url: link, expiresAt: deadline },
    "offices.passed": { ...tell, name: "Јелена Петровић", by: ["Биљана Илић"], ended: ["Биљана Илић"] },
    "ask.receipt": {
      ...tell,
      title: plain("Потврда избора"),
      reference: "7KQ4-M2XP",
      journal,
      at: "2026-03-18T13:32:00.000Z",
      changeUntil: deadline,
      withdraw: { url: link, until: "2026-03-19T13:32:00.000Z" },
    },
    "ask.recalled": {
      ...{ ...tell, why: "recalled", title: plain("Одобрење отказивања") },
      ...{ by: "Биљана Илић", reason: "Захтев је послат грешком." },
    },
    "ask.settled": {
      ...{ ...tell, state: "returned", title: plain("Одобрење отказивања") },
      ...{ by: "Милош Антић", reason: "Недостаје мишљење управе." },
    },
    "ask.unsent": { ...tell, title: plain("Потврда избора"), at: "2026-03-18T13:32:00.000Z", journal },
    "ask.withdrawn": {
      ...{ ...tell, title: plain("Потврда избора"), reference: "7KQ4-M2XP" },
      ...{ at: "2026-03-18T13:32:00.000Z", url: link, journal },
    },
    "ask.withdrawal": {
      ...{ ...tell, title: plain("Потврда избора"), name: "Драган Ћирић", reference: "7KQ4-M2XP" },
      ...{ at: "2026-03-18T13:32:00.000Z", journal },
    },
    "ask.code": { ...tell, title: plain("Потврда избора"), code: "048213", expiresAt: deadline, journal },
    "ask.undelivered": { ...tell, name: "Драган Ћирић", process, url: link, journal },
    "plan.writing": { ...tell, plan: "План рада за 2026. годину", by: "Биљана Илић", url: link },
    "election.nominations": { ...ask, offices: [plain("Избор председника"), plain("Избор заменика председника")] },
    "election.acceptance": { ...ask, offices: [plain("Избор заменика председника")], silence: "out" },
    "election.candidates": { ...ask, offices: [plain("Избор председника")] },
    "election.figures": { ...ask, sessionAt, votes: votes.map(({ title }) => title) },
    "election.attestation": { ...ask, sessionAt, votes },
    "election.confirmation": { ...ask, mode: "ratified", sessionAt, votes, wasThereForSome: false },
    "election.choice": { ...ask, offices: [plain("Избор председника"), plain("Избор заменика председника")] },
    "election.round": {
      ...ask,
      votes: [{ title: plain("Председник"), result: plain("Јелена Петровић"), figures: [] }],
    },
    "election.chair": {
      ...ask,
      votes: [{ title: plain("Председник"), result: plain("Јелена Петровић, Драган Ћирић"), figures: [] }],
    },
    "election.draw": { ...ask, ...lot, objection: "Објављено је 7, 12, 19." },
    "election.witness": { ...ask, ...lot },
    "election.waiver": { ...ask, undelivered: ["Драган Ћирић", "Љиљана Ђокић"] },
    "election.declaration": { ...ask, outcomes },
    "election.result": { ...tell, process, outcomes, url: link, journal },
    "election.objected": { ...tell, process, name: "Драган Ћирић", url: link, journal },
    "election.declined": { ...tell, process, name: "Драган Ћирић", office: "Избор председника", url: link, journal },
    "election.annulment": { ...ask, reason: "Један глас је бројан два пута.", by: "Биљана Илић" },
    "election.annulled": { ...tell, process, reason: "Један глас је бројан два пута.", url: link, journal },
    "election.cancellation": { ...ask, reason: "Седница је погрешно сазвана.", by: "Биљана Илић" },
    "election.cancelled": { ...tell, process, reason: "Седница је погрешно сазвана.", journal },
    "election.parked": { ...tell, process, reason: message("election.parked.lapsed"), url: link, journal },
    "plan.review": { ...ask, round: 1, version: 1, areas: ["План рада"] },
    "plan.minimum": { ...ask, round: 1 },
    "plan.decision": { ...ask, round: 1 },
    "plan.answers": { ...tell, process, url: link, journal, round: 1 },
    "plan.conflict": { ...tell, process, url: link, journal, name: "Марија Стојановић", words: "Председник" },
    "plan.released": { ...tell, process, journal, name: "Марија Стојановић" },
    "plan.closed": {
      ...{ ...tell, process, url: link, journal, round: 1, missing: ["Марија Стојановић"] },
      figures: { asked: 4, received: 1, declined: 1, conflicts: 1, missing: 1 },
    },
    "plan.parked": { ...tell, process, reason: message("plan.parked.lapsed"), url: link, journal },
    "session.invitation": {
      ...{ ...ask, process: meeting.title, isGuest: true },
      meeting,
      agenda: [message("meeting.agenda.vote", { n: 1, title: plain("Избор председника") })],
      documents: [
        { title: "План рада", url: `${link}/plan` },
        { title: "План рада", text: 1, hash: "c81d02f47e95b3aa" },
      ],
    },
    "session.moved": { ...tell, process: meeting.title, meeting, url: link, journal },
    "session.cancelled": {
      ...tell,
      process: meeting.title,
      meeting,
      url: link,
      journal,
      reason: "Школа је затворена због грипа.",
    },
    "session.draft": { ...ask, process: meeting.title, meeting },
    "session.corrections": { ...ask, process: meeting.title, meeting },
    "session.replies": { ...ask, process: meeting.title, meeting },
    "session.approval": { ...ask, process: meeting.title, meeting },
    "session.reply": {
      ...tell,
      process: meeting.title,
      words: "Договорена су три сусрета, а не два.",
      isAccepted: false,
      reply: "На снимку се чује: два сусрета.",
      url: link,
      journal,
    },
    "session.minutes": { ...tell, process: meeting.title, hash: "c81d02f47e95b3aa", url: link, journal },
    "session.overdue": { ...tell, process: meeting.title, meeting, what: "unclosed", url: link, journal },
    "session.parked": { ...tell, process: meeting.title, reason: message("meeting.parked.lapsed"), url: link, journal },
  };
}

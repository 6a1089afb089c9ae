import { inScript, type Locale, onDayAt, say, textIn, zoneNote } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import type { Office } from "@quorate/core/offices";
import type { Network } from "@quorate/core/people";
import type { Session } from "@quorate/core/session";
import { VoteKind } from "@quorate/core/vote";
import type { Child } from "hono/jsx";
import { ConsolePage, electionsPath, rulesPath, sessionsPath } from "../console.tsx";
import { ErrorSummary, SubmitButton, TextField } from "../look/index.ts";
import { problemText } from "../problem-text.ts";
import { ProfileLines } from "../rules/rules-page.tsx";
import { type Choice, RadioField, SelectField, summaryLines, type Typed, type WrongField } from "./fields.tsx";
import {
  AS_THE_NETWORK,
  BY_LETTER,
  deadlines,
  MOST_OBJECTION_DAYS,
  nominationDeadlines,
  type SetUpChoices,
  Share,
  type VoteNumber,
  voteNumbers,
} from "./set-up.ts";

type SetUpProps = {
  locale: Locale;
  network: Network;
  choices: SetUpChoices;
  typed: Typed;
  problems: readonly Problem[];
};

/** The votes, the rule, the mode, who declares, and every deadline: set once, before the session. */
export function SetUpPage(props: SetUpProps) {
  const { locale, network, choices, typed, problems } = props;
  const title = say(locale, "election.new.title");
  const wrong = inOrder(problems.map((problem) => wrongField(locale, problem, typed)));
  const session = choices.sessions.find(({ id }) => id === typed.session) ?? choices.sessions[0];
  const fields = { locale, typed, wrong };
  return (
    <SetUpFrame locale={locale} network={network} isWrong={wrong.length > 0}>
      {wrong.length > 0 && (
        <ErrorSummary
          locale={locale}
          title={say(locale, "form.summary.title")}
          lead={say(locale, "form.summary.lead", { button: say(locale, "election.create") })}
          problems={summaryLines(locale, wrong)}
        />
      )}
      <h1>{title}</h1>
      <p class="lead">{say(locale, "election.new.lead")}</p>
      <form method="post" action={electionsPath(network.id)} novalidate class="flow">
        <Words {...fields} name="title" hint={say(locale, "election.field.title.hint")} />
        <Select
          {...fields}
          name="session"
          choices={[
            ...choices.sessions.map((one) => sessionChoice(locale, one)),
            { value: BY_LETTER, label: say(locale, "election.mode.letter") },
          ]}
        />
        <h2>{say(locale, "election.field.votes")}</h2>
        <p class="hint">{say(locale, "election.field.votes.hint")}</p>
        <Votes {...fields} offices={choices.offices} />
        <fieldset class="card flow">
          <legend>
            <h2>{say(locale, "election.field.rule")}</h2>
          </legend>
          <NetworkRules locale={locale} network={network} choices={choices} />
          <Select {...fields} name="share" choices={options(locale, "share")} />
          <Select {...fields} name="base" choices={options(locale, "base")} />
          <Select
            {...fields}
            name="quorum"
            choices={options(locale, "share")}
            hint={say(locale, "election.field.quorum.hint")}
          />
        </fieldset>
        <RadioField
          isCard
          {...{ locale, id: "mode", value: typed.mode ?? "", error: errorAt(wrong, "mode-ratified") }}
          label={<h2>{say(locale, "election.field.mode")}</h2>}
          choices={[
            { value: "ratified", label: say(locale, "election.mode.ratified") },
            { value: "combined", label: say(locale, "election.mode.combined") },
            { value: "informed", label: say(locale, "election.mode.informed") },
            { value: "none", label: say(locale, "election.mode.none") },
          ]}
        />
        <Nominations {...fields} />
        <Declarers {...props} wrong={wrong} />
        <Substitute {...props} wrong={wrong} />
        <Presiding {...props} wrong={wrong} />
        <Deadlines {...fields} session={session} />
        <TextField
          {...{ locale, id: "objectionDays", kind: "number" as const, value: typed.objectionDays ?? "" }}
          label={say(locale, "objections.field.days")}
          hint={say(locale, "objections.field.days.hint", { limit: MOST_OBJECTION_DAYS })}
          error={errorAt(wrong, "objectionDays")}
        />
        <div class="buttons">
          <SubmitButton>{say(locale, "election.create")}</SubmitButton>
        </div>
      </form>
    </SetUpFrame>
  );
}

type FieldsProps = { locale: Locale; typed: Typed; wrong: readonly WrongField[] };

function Declarers({ locale, typed, choices, wrong }: SetUpProps & { wrong: readonly WrongField[] }) {
  const people = [
    { value: "", label: say(locale, "election.field.choose") },
    ...choices.members.map(({ id, name }) => ({ value: id, label: inScript(locale, name) })),
  ];
  return (
    <fieldset class="card flow">
      <legend>
        <h2>{say(locale, "election.field.declarers")}</h2>
      </legend>
      <p class="hint">{say(locale, "election.field.declarers.hint")}</p>
      <Select {...{ locale, typed, wrong, name: "declarer1", choices: people }} />
      <Select {...{ locale, typed, wrong, name: "declarer2", choices: people }} />
    </fieldset>
  );
}

/** Who has the coordinator's duties, should she stand herself. */
function Substitute({ locale, typed, choices, wrong }: SetUpProps & { wrong: readonly WrongField[] }) {
  const people = [
    { value: "", label: say(locale, "duties.field.nobody") },
    ...choices.members.map(({ id, name }) => ({ value: id, label: inScript(locale, name) })),
  ];
  return (
    <fieldset class="card flow">
      <legend>
        <h2>{say(locale, "duties.field.title")}</h2>
      </legend>
      <Select
        {...{ locale, typed, wrong, name: "substitute", choices: people, hint: say(locale, "duties.field.hint") }}
      />
    </fieldset>
  );
}

/** Who presides, and decides a tie where the rules leave it to her. */
function Presiding({ locale, typed, choices, wrong }: SetUpProps & { wrong: readonly WrongField[] }) {
  const people = [
    { value: "", label: say(locale, "duties.field.nobody") },
    ...choices.members.map(({ id, name }) => ({ value: id, label: inScript(locale, name) })),
  ];
  return (
    <fieldset class="card flow">
      <legend>
        <h2>{say(locale, "ties.field.title")}</h2>
      </legend>
      <Select {...{ locale, typed, wrong, name: "presiding", choices: people, hint: say(locale, "ties.field.hint") }} />
      {choices.profiles.elect.tie.kind === "lot" && (
        <>
          <p class="hint">{say(locale, "lot.field.hint")}</p>
          <TextField
            {...{ locale, id: "lotSource", kind: "short" as const, value: typed.lotSource ?? "" }}
            label={say(locale, "lot.field.source")}
            hint={say(locale, "rules.field.source.hint")}
            error={errorAt(wrong, "lotSource")}
          />
          <TextField
            {...{ locale, id: "lotAt", kind: "datetime" as const, value: typed.lotAt ?? "" }}
            label={say(locale, "lot.field.at")}
            error={errorAt(wrong, "lotAt")}
          />
        </>
      )}
    </fieldset>
  );
}

/** Whether candidates are proposed by letter, and the deadlines of that; they are passed over where it is not ticked. */
function Nominations({ locale, typed, wrong }: FieldsProps) {
  return (
    <fieldset class="card flow">
      <legend>
        <h2>{say(locale, "nominations.page.title")}</h2>
      </legend>
      <label class="choice">
        <input type="checkbox" id="nominate" name="nominate" value="yes" checked={typed.nominate === "yes"} />
        <span>{say(locale, "nominations.field.wanted")}</span>
      </label>
      <p class="hint">{say(locale, "nominations.field.hint")}</p>
      {nominationDeadlines.map(({ field }) => (
        <TextField
          {...{ locale, id: field, kind: "datetime" as const, value: typed[field] ?? "" }}
          label={say(locale, nominationLabels[field])}
          error={errorAt(wrong, field)}
        />
      ))}
    </fieldset>
  );
}

const nominationLabels = {
  nominationsBy: "nominations.field.by",
  acceptanceBy: "nominations.field.acceptanceBy",
  candidatesBy: "nominations.field.candidatesBy",
} as const;

function Deadlines({ locale, typed, wrong, session }: FieldsProps & { session: Session | undefined }) {
  const zone = session ? zoneNote(locale, session.startsAt, session.zone).replace(/^\(|\)$/g, "") : "";
  return (
    <fieldset class="card flow">
      <legend>
        <h2>{say(locale, "election.field.deadlines")}</h2>
      </legend>
      <p class="hint">{say(locale, "election.field.deadlines.hint", { zone })}</p>
      {deadlines.map(({ field }) => (
        <TextField
          {...{ locale, id: field, kind: "datetime" as const, value: typed[field] ?? "" }}
          label={say(locale, `election.field.${field}`)}
          error={errorAt(wrong, field)}
        />
      ))}
    </fieldset>
  );
}

/** Three votes in sight, three more folded away until they are needed. */
function Votes(props: FieldsProps & { offices: readonly Office[] }) {
  const { locale, typed, wrong } = props;
  const later = voteNumbers.slice(3);
  const isUsed = later.some(
    (number) => typed[`vote${number}-kind`] || wrong.some(({ id }) => id.startsWith(`vote${number}-`)),
  );
  return (
    <>
      {voteNumbers.slice(0, 3).map((number) => (
        <VoteFields {...props} number={number} />
      ))}
      <details open={isUsed}>
        <summary>{say(locale, "election.field.vote.more")}</summary>
        <div class="flow">
          {later.map((number) => (
            <VoteFields {...props} number={number} />
          ))}
        </div>
      </details>
    </>
  );
}

function VoteFields({ number, ...props }: FieldsProps & { number: VoteNumber; offices: readonly Office[] }) {
  const { locale, typed, wrong } = props;
  const name = `vote${number}`;
  const text = (field: string) => ({
    ...{ locale, id: `${name}-${field}`, value: typed[`${name}-${field}`] ?? "" },
    error: errorAt(wrong, `${name}-${field}`),
  });
  return (
    <fieldset class="card flow">
      <legend>
        <h3>{say(locale, "election.field.vote.n", { n: number })}</h3>
      </legend>
      <SelectField
        {...text("kind")}
        label={say(locale, "election.field.vote.kind")}
        choices={[
          { value: "", label: say(locale, number === 1 ? "election.field.choose" : "election.field.vote.none") },
          { value: "elect", label: say(locale, "election.field.vote.elect") },
          { value: "adopt", label: say(locale, "election.field.vote.adopt"), asksMore: true },
        ]}
      />
      <TextField
        {...text("title")}
        kind="short"
        label={say(locale, "election.field.vote.title")}
        {...(number === 1 && { hint: say(locale, "election.field.vote.title.hint") })}
      />
      <TextField
        {...{ ...text("seats"), value: typed[`${name}-seats`] ?? "1", kind: "number" as const }}
        label={say(locale, "ballot.field.seats")}
      />
      <SelectField
        {...text("ballot")}
        label={say(locale, "ballot.field.ballot")}
        choices={[
          { value: "plurality", label: say(locale, "ballot.field.plurality") },
          { value: "approval", label: say(locale, "ballot.field.approval") },
        ]}
      />
      {props.offices.length > 0 && (
        <>
          <SelectField
            {...text("office")}
            label={say(locale, "offices.vote")}
            hint={say(locale, "offices.vote.hint")}
            choices={[
              { value: "", label: say(locale, "offices.vote.none") },
              ...props.offices.map(({ id, title }) => ({ value: id, label: textIn(locale, title) })),
            ]}
          />
          <TextField
            {...text("from")}
            kind="date"
            label={say(locale, "offices.vote.from")}
            hint={say(locale, "offices.vote.from.hint")}
          />
          <TextField
            {...text("until")}
            kind="date"
            label={say(locale, "offices.vote.until")}
            hint={say(locale, "offices.vote.until.hint")}
          />
        </>
      )}
      <TextField {...text("text-title")} kind="short" isReason label={say(locale, "election.field.text.title")} />
      <TextField
        {...text("text-body")}
        {...{ kind: "long" as const, isReason: true }}
        label={say(locale, "election.field.text.body")}
        hint={say(locale, "election.field.text.body.hint")}
      />
    </fieldset>
  );
}

function Words({ locale, typed, wrong, name, hint }: FieldsProps & { name: string; hint: string }) {
  const label = labelOf(locale, name);
  const error = errorAt(wrong, name);
  return <TextField {...{ locale, id: name, kind: "short" as const, label, hint, error, value: typed[name] ?? "" }} />;
}

function Select(props: FieldsProps & { name: string; hint?: string; choices: readonly Choice[] }) {
  const { locale, typed, wrong, name, hint, choices } = props;
  const label = labelOf(locale, name);
  return (
    <SelectField
      {...{ locale, id: name, label, hint, choices }}
      error={errorAt(wrong, name)}
      value={typed[name] ?? ""}
    />
  );
}

/** The network's rules of each kind, folded away: what holds where nothing else is chosen. */
function NetworkRules({ locale, network, choices }: Pick<SetUpProps, "locale" | "network" | "choices">) {
  return (
    <>
      {VoteKind.options.map((kind) => (
        <details>
          <summary>{say(locale, `rules.${kind}`)}</summary>
          <ProfileLines {...{ locale, network, kind, profile: choices.profiles[kind] }} />
        </details>
      ))}
      <p>
        <a href={rulesPath(network.id)}>{say(locale, "rules.see")}</a>
      </p>
    </>
  );
}

function options(locale: Locale, of: "share" | "base"): Choice[] {
  const asSet = { value: AS_THE_NETWORK, label: say(locale, "rules.choice.network") };
  if (of === "share") {
    return [asSet, ...Share.options.map((value) => ({ value, label: say(locale, `election.field.share.${value}`) }))];
  }
  const bases = ["all-members", "present", "cast", "for-and-against"] as const;
  return [asSet, ...bases.map((value) => ({ value, label: say(locale, `election.field.base.${value}`) }))];
}

function sessionChoice(locale: Locale, { id, title, startsAt, zone }: Session): Choice {
  return { value: id, label: `${inScript(locale, title)}, ${onDayAt(locale, startsAt, zone, { year: true })}` };
}

const errorAt = (wrong: readonly WrongField[], id: string) => wrong.find((one) => one.id === id)?.text;

function wrongField(locale: Locale, problem: Problem, typed: Typed): WrongField {
  const id = problem.field === "mode" ? "mode-ratified" : problem.field;
  const text = problemText(locale, problem, { actual: (typed[problem.field] ?? "").trim().length });
  return { id, label: labelOf(locale, problem.field), text };
}

/** Problems as the page goes, top to bottom. */
function inOrder(wrong: readonly WrongField[]): WrongField[] {
  const place = ({ id }: WrongField) => {
    const at = fieldOrder.findIndex((name) => id.startsWith(name));
    return at < 0 ? fieldOrder.length : at;
  };
  return wrong.toSorted((a, b) => place(a) - place(b));
}

const voteFields = voteNumbers.flatMap((number) =>
  ["kind", "title", "seats", "ballot", "office", "from", "until", "text-title", "text-body"].map(
    (part) => `vote${number}-${part}`,
  ),
);
const fieldOrder = [
  ...["title", "session", ...voteFields, "share", "base", "quorum", "mode"],
  ...[
    "nominate",
    ...nominationDeadlines.map(({ field }) => field),
    "declarer1",
    "declarer2",
    "substitute",
    "presiding",
    "lotSource",
    "lotAt",
  ],
  ...[...deadlines.map(({ field }) => field), "objectionDays"],
];

function labelOf(locale: Locale, field: string): string {
  const [, number, part] = /^vote(\d)-(.+)$/.exec(field) ?? [];
  if (number !== undefined) {
    const label = voteLabel(locale, part ?? "");
    return `${say(locale, "election.field.vote.n", { n: number })}, ${label.charAt(0).toLocaleLowerCase()}${label.slice(1)}`;
  }
  const deadline = deadlines.find((one) => one.field === field);
  if (deadline) return say(locale, `election.field.${deadline.field}`);
  const earlier = nominationDeadlines.find((one) => one.field === field);
  if (earlier) return say(locale, nominationLabels[earlier.field]);
  switch (field) {
    case "objectionDays":
      return say(locale, "objections.field.days");
    case "substitute":
      return say(locale, "duties.field.substitute");
    case "presiding":
      return say(locale, "ties.field.presiding");
    case "lotSource":
      return say(locale, "lot.field.source");
    case "lotAt":
      return say(locale, "lot.field.at");
    case "declarer1":
      return say(locale, "election.field.declarer.first");
    case "declarer2":
      return say(locale, "election.field.declarer.second");
    case "title":
    case "session":
    case "mode":
    case "share":
    case "base":
    case "quorum":
      return say(locale, `election.field.${field}`);
    default:
      return field;
  }
}

function voteLabel(locale: Locale, part: string): string {
  switch (part) {
    case "kind":
      return say(locale, "election.field.vote.kind");
    case "seats":
      return say(locale, "ballot.field.seats");
    case "ballot":
      return say(locale, "ballot.field.ballot");
    case "office":
      return say(locale, "offices.vote");
    case "from":
      return say(locale, "offices.vote.from");
    case "until":
      return say(locale, "offices.vote.until");
    case "text-title":
      return say(locale, "election.field.text.title");
    case "text-body":
      return say(locale, "election.field.text.body");
    default:
      return say(locale, "election.field.vote.title");
  }
}

/** Before the set-up, where there are several sessions: its deadlines are proposed from the one chosen here. */
export function ChooseSessionPage({
  locale,
  network,
  sessions,
}: {
  locale: Locale;
  network: Network;
  sessions: readonly Session[];
}) {
  return (
    <SetUpFrame locale={locale} network={network}>
      <h1>{say(locale, "election.new.title")}</h1>
      {sessions.length === 0 ? (
        <>
          <p class="lead">{say(locale, "election.new.noSession")}</p>
          <div class="buttons">
            <a class="button" href={`${sessionsPath(network.id)}/new`}>
              {say(locale, "console.home.newSession")}
            </a>
            <ByLetter locale={locale} network={network} />
          </div>
        </>
      ) : (
        <>
          <p class="lead">{say(locale, "election.new.session")}</p>
          <ul class="rows">
            {sessions.map(({ id, title, startsAt, zone, place }) => (
              <li>
                <h2>
                  <a href={`${electionsPath(network.id)}/new?session=${id}`}>{inScript(locale, title)}</a>
                </h2>
                <p>
                  {onDayAt(locale, startsAt, zone)}, {inScript(locale, place)}
                </p>
              </li>
            ))}
          </ul>
          <div class="buttons">
            <ByLetter locale={locale} network={network} />
          </div>
        </>
      )}
    </SetUpFrame>
  );
}

function ByLetter({ locale, network }: { locale: Locale; network: Network }) {
  return (
    <a class="button plain" href={`${electionsPath(network.id)}/new?session=${BY_LETTER}`}>
      {say(locale, "election.mode.letter")}
    </a>
  );
}

function SetUpFrame(props: { locale: Locale; network: Network; isWrong?: boolean; children: Child }) {
  const { locale, network } = props;
  return (
    <ConsolePage
      {...{ locale, network, title: say(locale, "election.new.title"), current: "elections" as const }}
      path={`${electionsPath(network.id)}/new`}
      isWrong={props.isWrong ?? false}
    >
      {props.children}
    </ConsolePage>
  );
}

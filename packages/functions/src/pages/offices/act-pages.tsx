import { inScript, type Locale, type MessageKey, say, textIn } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import { type HoldingView, type Office, WhyEndedByHand } from "@quorate/core/offices";
import type { Member, Network } from "@quorate/core/people";
import type { Child } from "hono/jsx";
import { ConsolePage, officesPath } from "../console.tsx";
import { RadioField, SelectField, summaryLines, type WrongField } from "../election/fields.tsx";
import { ErrorSummary, Lead, SubmitButton, TextField } from "../look/index.ts";
import { problemText } from "../problem-text.ts";
import type { TypedText } from "../typed.ts";
import { endPath, newOfficePath, recordPath } from "./paths.ts";

type FormProps = { locale: Locale; network: Network; typed: TypedText; problems: readonly Problem[] };

/** The languages that an office's name may be written in beside the network's own. */
export const titleLanguages = ["en", "lt", "pl", "sr"] as const;

/** What the reason of an end is at least. */
const REASON_LEAST = 10;

const labels: Readonly<Record<string, MessageKey>> = {
  title: "offices.field.title",
  seats: "offices.field.seats",
  months: "offices.field.months",
  remindDays: "offices.field.remindDays",
  member: "offices.record.member",
  from: "offices.from",
  until: "offices.until",
  on: "offices.end.on",
  why: "offices.end.why",
  reason: "offices.end.reason",
};

/** A new office: its name, its seats, how long a mandate lasts, and whether its holder coordinates. */
export function NewOfficePage(props: FormProps) {
  const { locale, network, typed } = props;
  const field = fieldsOf(props);
  return (
    <ActFrame {...props} title="offices.add" lead="offices.add.lead" path={newOfficePath(network.id)}>
      <TextField {...field("title")} kind="short" hint={say(locale, "offices.field.title.hint")} />
      <details open={titleLanguages.some((language) => Boolean(typed[`title-${language}`]))}>
        <summary>{say(locale, "offices.field.title.more")}</summary>
        <div class="flow">
          {titleLanguages.map((language) => (
            <TextField
              {...{ locale, id: `title-${language}`, kind: "short" as const }}
              value={typed[`title-${language}`] ?? ""}
              label={say(locale, `offices.field.title.${language}`)}
            />
          ))}
        </div>
      </details>
      <TextField {...field("seats")} kind="number" />
      <TextField {...field("months")} kind="number" />
      <TextField {...field("remindDays")} kind="number" />
      <label class="choice">
        <input type="checkbox" name="coordinates" value="yes" checked={typed.coordinates === "yes"} />
        <span>{say(locale, "offices.field.coordinates")}</span>
      </label>
      <p class="hint">{say(locale, "offices.field.coordinates.hint")}</p>
      <div class="buttons">
        <SubmitButton>{say(locale, "offices.add")}</SubmitButton>
        <Back {...{ locale, network }} />
      </div>
    </ActFrame>
  );
}

/** Somebody who holds the office already, from when until when. */
export function RecordPage(props: FormProps & { office: Office; members: readonly Member[] }) {
  const { locale, network, office, members, typed } = props;
  const field = fieldsOf(props);
  const people = [
    { value: "", label: say(locale, "election.field.choose") },
    ...members.map(({ id, name }) => ({ value: id, label: inScript(locale, name) })),
  ];
  return (
    <ActFrame
      {...props}
      {...{ title: "offices.record", lead: "offices.record.lead", path: recordPath(network.id, office.id) }}
      kicker={textIn(locale, office.title)}
    >
      <SelectField {...field("member")} choices={people} value={typed.member ?? ""} />
      <TextField {...field("from")} kind="date" />
      <TextField {...field("until")} kind="date" />
      <div class="buttons">
        <SubmitButton>{say(locale, "offices.record.button")}</SubmitButton>
        <Back {...{ locale, network }} />
      </div>
    </ActFrame>
  );
}

/** The end of a mandate before its time, with its reason. */
export function EndPage(props: FormProps & { office: Office; view: HoldingView }) {
  const { locale, network, office, view, typed } = props;
  const field = fieldsOf(props);
  return (
    <ActFrame
      {...props}
      {...{ title: "offices.end", lead: "offices.end.lead", path: endPath(network.id, view.holding.id) }}
      kicker={`${textIn(locale, office.title)}: ${inScript(locale, view.name)}`}
    >
      <RadioField
        {...field("why")}
        value={typed.why ?? ""}
        choices={WhyEndedByHand.options.map((value) => ({ value, label: say(locale, `offices.why.${value}`) }))}
      />
      <TextField {...field("on")} kind="date" />
      <TextField
        {...field("reason")}
        kind="long"
        hint={say(locale, "offices.end.reason.hint", { limit: REASON_LEAST })}
      />
      <div class="buttons">
        <SubmitButton look="grave">{say(locale, "offices.end.button")}</SubmitButton>
        <Back {...{ locale, network }} />
      </div>
    </ActFrame>
  );
}

/** What every field of these forms has: its label, what was typed, and what is wrong with it. */
function fieldsOf({ locale, typed, problems }: FormProps) {
  return (id: string) => {
    const problem = problems.find(({ field }) => field === id);
    return {
      ...{ locale, id, value: typed[id] ?? "", label: labelOf(locale, id) },
      error: problem && wordsOf(locale, problem, typed),
    };
  };
}

const labelOf = (locale: Locale, id: string) => say(locale, labels[id] ?? "offices.title");

function wordsOf(locale: Locale, problem: Problem, typed: TypedText): string {
  return problemText(locale, problem, { actual: (typed[problem.field] ?? "").trim().length });
}

type FrameProps = FormProps & {
  title: MessageKey & ("offices.add" | "offices.record" | "offices.end");
  lead: "offices.add.lead" | "offices.record.lead" | "offices.end.lead";
  path: string;
  kicker?: string;
  children: Child;
};

function ActFrame(props: FrameProps) {
  const { locale, network, typed, problems, path, kicker } = props;
  const title = say(locale, props.title);
  const wrong = problems.map(
    (problem): WrongField => ({
      id: problem.field === "why" ? `why-${WhyEndedByHand.options[0]}` : problem.field,
      ...{ label: labelOf(locale, problem.field), text: wordsOf(locale, problem, typed) },
    }),
  );
  return (
    <ConsolePage {...{ locale, network, title, path, current: "people" }} isWrong={wrong.length > 0}>
      {wrong.length > 0 && (
        <ErrorSummary
          locale={locale}
          title={say(locale, "form.summary.title")}
          problems={summaryLines(locale, wrong)}
        />
      )}
      <header>
        {kicker && <p class="kicker">{kicker}</p>}
        <h1>{title}</h1>
      </header>
      <Lead>{say(locale, props.lead)}</Lead>
      <form method="post" action={`${path}?lang=${locale}`} novalidate class="flow">
        {props.children}
      </form>
    </ConsolePage>
  );
}

function Back({ locale, network }: { locale: Locale; network: Network }) {
  return (
    <a class="button quiet" href={officesPath(network.id)}>
      {say(locale, "common.back")}
    </a>
  );
}

import { inScript, type Locale, say } from "@quorate/core/i18n";
import type { Member, Network } from "@quorate/core/people";
import { ConsolePage, sessionsPath } from "../console.tsx";
import { ErrorSummary, SubmitButton, TextField } from "../look/index.ts";
import type { PlanErrors, PlanField, TypedPlan } from "./plan.ts";

type PlanProps = {
  locale: Locale;
  network: Network;
  members: readonly Member[];
  typed: TypedPlan;
  errors: PlanErrors;
  /** Keeps the language that was chosen in the address. */
};

const order: readonly PlanField[] = [
  ...(["title", "startsAt", "endsAt", "place", "recorder"] as const),
  ...(["verifier1", "verifier2", "agenda", "guests"] as const),
  ...(["documents", "textTitle", "text", "answerBy", "correctionDays"] as const),
];

const labels = {
  title: "session.field.title",
  startsAt: "session.field.begins",
  place: "session.field.place",
  recorder: "session.field.recorder",
  verifier1: "session.field.verifier1",
  verifier2: "session.field.verifier2",
  agenda: "session.field.agenda",
  guests: "session.field.guests",
  endsAt: "meeting.plan.endsAt",
  answerBy: "meeting.plan.answerBy",
  correctionDays: "meeting.plan.correctionDays",
  documents: "meeting.plan.documents",
  textTitle: "meeting.plan.text.title",
  text: "meeting.plan.text",
} as const satisfies Record<PlanField, string>;

/** The form of a new session; with what was typed and what is wrong with it. */
export function PlanPage(props: PlanProps) {
  const { locale, network, errors } = props;
  const title = say(locale, "session.new.title");
  const path = sessionsPath(network.id);
  const problems = order.flatMap((id) => {
    const error = errors[id];
    if (error === undefined) return [];
    const words = error.charAt(0).toLocaleLowerCase() + error.slice(1);
    return [{ id, text: say(locale, "form.at", { field: say(locale, labels[id]), error: words }) }];
  });
  const button = say(locale, "session.create");
  return (
    <ConsolePage current="sessions" {...{ locale, network, title, path: `${path}/new` }} isWrong={problems.length > 0}>
      {problems.length > 0 && (
        <ErrorSummary
          {...{ locale, problems, title: say(locale, "form.summary.title") }}
          lead={say(locale, "form.summary.lead", { button })}
        />
      )}
      <h1>{title}</h1>
      <p class="lead">{say(locale, "session.new.lead")}</p>
      <form method="post" action={path} novalidate class="flow">
        <Text {...props} id="title" kind="short" />
        <Text
          {...props}
          id="startsAt"
          kind="datetime"
          hint={say(locale, "session.field.begins.hint", { zone: network.zone })}
        />
        <Text {...props} id="endsAt" kind="datetime" hint={say(locale, "meeting.plan.endsAt.hint")} />
        <Text {...props} id="place" kind="short" hint={say(locale, "session.field.place.hint")} />
        <MemberChoice {...props} id="recorder" />
        <MemberChoice {...props} id="verifier1" />
        <MemberChoice {...props} id="verifier2" />
        <Text {...props} id="agenda" kind="long" hint={say(locale, "meeting.plan.agenda.hint")} />
        <Text {...props} id="guests" kind="long" hint={say(locale, "meeting.plan.guests.hint")} />
        <Text {...props} id="documents" kind="long" hint={say(locale, "meeting.plan.documents.hint")} />
        <Text {...props} id="textTitle" kind="short" hint={`${say(locale, "common.optional")}.`} />
        <Text {...props} id="text" kind="long" hint={say(locale, "meeting.plan.text.hint")} />
        <Text {...props} id="answerBy" kind="datetime" hint={say(locale, "meeting.plan.answerBy.hint")} />
        <Text {...props} id="correctionDays" kind="number" hint={say(locale, "meeting.plan.correctionDays.hint")} />
        <div class="buttons">
          <SubmitButton>{button}</SubmitButton>
        </div>
      </form>
    </ConsolePage>
  );
}

type FieldProps = PlanProps & { id: PlanField };

function Text({
  locale,
  typed,
  errors,
  id,
  kind,
  hint,
}: FieldProps & { kind: "short" | "long" | "datetime" | "number"; hint?: string }) {
  return (
    <TextField
      {...{ locale, id, kind, value: typed[id], error: errors[id], label: say(locale, labels[id]) }}
      {...(hint && { hint })}
    />
  );
}

/** One active member of the network; nobody is chosen beforehand. */
function MemberChoice({ locale, members, typed, errors, id }: FieldProps) {
  const error = errors[id];
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={id}>{say(locale, labels[id])}</label>
      {error && (
        <p class="error" id={`${id}-error`}>
          <span class="hidden">{say(locale, "form.errorPrefix")} </span>
          {error}
        </p>
      )}
      <select
        {...{ id, name: id }}
        {...(error && { "aria-invalid": true as const, "aria-describedby": `${id}-error` })}
      >
        <option value="">{say(locale, "session.field.member.choose")}</option>
        {members.map((member) => (
          <option value={member.id} selected={member.id === typed[id]}>
            {inScript(locale, member.name)}
          </option>
        ))}
      </select>
    </div>
  );
}

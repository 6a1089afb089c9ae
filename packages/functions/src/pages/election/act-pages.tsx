import { inScript, type Locale, type MessageKey, onMoment, say, zoneNote } from "@quorate/core/i18n";
import type { Member } from "@quorate/core/people";
import type { Child } from "hono/jsx";
import { ConsolePage, electionPath } from "../console.tsx";
import { ErrorSummary, SubmitButton, TextField } from "../look/index.ts";
import type { ElectionConsole } from "./election-console.ts";
import { RadioField, SelectField, summaryLines, type Typed, type WrongField } from "./fields.tsx";
import type { AskedStep } from "./standing.ts";
import { stageName } from "./standing-words.ts";

export type ActProps = { console: ElectionConsole; typed: Typed; wrong: readonly WrongField[] };

/** The page of one act on an election: what it does, its fields, its button, and the way back. */
function ActPage(
  props: ActProps & { act: string; title: string; lead: string; button: string; kicker?: string; children: Child },
) {
  const { locale, network, election } = props.console;
  const path = electionPath(election);
  return (
    <ConsolePage
      {...{ locale, network, title: props.title, current: "elections" as const, path: `${path}/${props.act}` }}
      isWrong={props.wrong.length > 0}
    >
      {props.wrong.length > 0 && (
        <ErrorSummary
          locale={locale}
          title={say(locale, "form.summary.title")}
          lead={say(locale, "form.summary.lead", { button: props.button })}
          problems={summaryLines(locale, props.wrong)}
        />
      )}
      <header>
        <p class="kicker">{inScript(locale, election.title)}</p>
        <h1>{props.title}</h1>
      </header>
      <p class="lead">{props.lead}</p>
      <form method="post" action={`${path}/${props.act}`} novalidate class="flow">
        {props.children}
        <div class="buttons">
          <SubmitButton>{props.button}</SubmitButton>
          <a class="button quiet" href={path}>
            {say(locale, "common.back")}
          </a>
        </div>
      </form>
    </ConsolePage>
  );
}

const errorAt = ({ wrong }: ActProps, id: string) => wrong.find((one) => one.id === id)?.text;

/** Moving the deadline of the step that is open. */
export function ExtendPage(props: ActProps & { step: AskedStep }) {
  const { locale, election } = props.console;
  const { deadline } = props.step.collection;
  const words = say(locale, "console.process.extend");
  return (
    <ActPage
      {...{ ...props, act: "extend", title: words, button: words }}
      lead={`${stageName(locale, props.step.step)}. ${say(locale, "console.process.extend.now", { when: onMoment(locale, deadline, election.zone) })}.`}
    >
      <input type="hidden" name="step" value={props.step.step} />
      <TextField
        {...{ locale, id: "until", kind: "datetime" as const, value: props.typed.until ?? "" }}
        label={say(locale, "console.process.extend.new")}
        hint={`${say(locale, "console.process.extend.hint")} ${zoneNote(locale, deadline, election.zone)}`}
        error={errorAt(props, "until")}
      />
    </ActPage>
  );
}

/** Sending somebody a further link. */
export function ReissuePage(props: ActProps & { name: string }) {
  const { locale } = props.console;
  const words = say(locale, "console.process.newLink");
  return (
    <ActPage
      {...{ ...props, act: "reissue", title: `${words}: ${inScript(locale, props.name)}`, button: words }}
      lead={say(locale, "console.process.newLink.lead")}
    >
      <input type="hidden" name="collection" value={props.typed.collection ?? ""} />
      <input type="hidden" name="ask" value={props.typed.ask ?? ""} />
      <RadioField
        {...{ locale, id: "revoke", value: props.typed.revoke ?? "", error: errorAt(props, "revoke-no") }}
        label={say(locale, "console.process.newLink.earlier")}
        choices={[
          { value: "no", label: say(locale, "console.process.newLink.keep") },
          { value: "yes", label: say(locale, "console.process.newLink.revoke") },
        ]}
      />
    </ActPage>
  );
}

/** Recording why it goes on without somebody whose letter came back. */
export function WaivePage(props: ActProps & { name: string }) {
  const { locale } = props.console;
  return (
    <ActPage
      {...{ ...props, act: "waive", title: say(locale, "console.process.waive"), button: say(locale, "common.save") }}
      lead={say(locale, "console.task.undelivered", { name: inScript(locale, props.name) })}
    >
      <input type="hidden" name="ask" value={props.typed.ask ?? ""} />
      <TextField
        {...{ locale, id: "reason", kind: "long" as const, value: props.typed.reason ?? "" }}
        label={say(locale, "election.ask.waiver.reason")}
        hint={say(locale, "election.ask.waiver.reasonHint", { limit: 10 })}
        error={errorAt(props, "reason")}
      />
    </ActPage>
  );
}

/** Asking for the declared result to be annulled; a second person decides. */
export function AnnulPage(props: ActProps & { second: string }) {
  const { locale } = props.console;
  const words = say(locale, "objections.annul.ask");
  return (
    <ActPage
      {...{ ...props, act: "annul", title: words, button: words }}
      lead={say(locale, "objections.annul.ask.lead", { name: inScript(locale, props.second) })}
    >
      <TextField
        {...{ locale, id: "reason", kind: "long" as const, value: props.typed.reason ?? "" }}
        label={say(locale, "objections.annul.why")}
        hint={say(locale, "objections.page.reasonHint", { limit: 10 })}
        error={errorAt(props, "reason")}
      />
    </ActPage>
  );
}

/** Cancelling the election, or asking a second person to. */
export function CancelPage(props: ActProps) {
  const { locale, election } = props.console;
  const words = say(locale, "cancelling.act");
  return (
    <ActPage {...{ ...props, act: "cancel", title: words, button: words }} lead={say(locale, "cancelling.act.lead")}>
      {election.profile.twoPeopleDeclare && <p>{say(locale, "cancelling.act.second")}</p>}
      <TextField
        {...{ locale, id: "reason", kind: "long" as const, value: props.typed.reason ?? "" }}
        label={say(locale, "cancelling.act.reason")}
        hint={say(locale, "cancelling.act.reasonHint", { limit: 10 })}
        error={errorAt(props, "reason")}
      />
    </ActPage>
  );
}

/** Naming another verifier for the next attestation. */
export function VerifierPage(props: ActProps & { members: readonly Member[] }) {
  const { locale, election } = props.console;
  const { members, typed } = props;
  const words = say(locale, "console.process.verifier");
  const taken = [election.recorder, ...election.verifiers];
  const choices = (listed: readonly Member[]) => [
    { value: "", label: say(locale, "election.field.choose") },
    ...listed.map(({ id, name }) => ({ value: id, label: inScript(locale, name) })),
  ];
  return (
    <ActPage
      {...{ ...props, act: "verifier", title: words, button: words }}
      lead={say(locale, "console.process.verifier.lead")}
    >
      <SelectField
        {...{ locale, id: "replaces", value: typed.replaces ?? "", error: errorAt(props, "replaces") }}
        label={say(locale, "console.process.verifier.replaces")}
        choices={choices(members.filter(({ id }) => election.verifiers.includes(id)))}
      />
      <SelectField
        {...{ locale, id: "member", value: typed.member ?? "", error: errorAt(props, "member") }}
        label={say(locale, "console.process.verifier.member")}
        choices={choices(members.filter(({ id }) => !taken.includes(id)))}
      />
    </ActPage>
  );
}

/** What a reason is asked for, where it is not the waiver's. */
const reasons: Readonly<Record<string, MessageKey>> = {
  annul: "objections.annul.why",
  cancel: "cancelling.act.reason",
};

/** What stands before a problem in the summary: the words at its field on the page of that act. */
export function actLabel(locale: Locale, act: string, field: string): string {
  switch (field) {
    case "until":
      return say(locale, "console.process.extend.new");
    case "reason":
      return say(locale, reasons[act] ?? "election.ask.waiver.reason");
    case "replaces":
      return say(locale, "console.process.verifier.replaces");
    case "member":
      return say(locale, "console.process.verifier.member");
    default:
      return say(locale, "console.process.newLink.earlier");
  }
}

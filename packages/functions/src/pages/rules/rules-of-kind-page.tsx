import { type Locale, type MessageKey, say, textIn } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import type { Network } from "@quorate/core/people";
import {
  MajorityBase,
  ReadyProfile,
  readyProfiles,
  shareText,
  type Threshold,
  type VoteKind,
} from "@quorate/core/vote";
import { ConsolePage, rulesPath } from "../console.tsx";
import { type Choice, RadioField, SelectField, summaryLines, type WrongField } from "../election/fields.tsx";
import { ErrorSummary, Lead, SubmitButton, TextField } from "../look/index.ts";
import { problemText } from "../problem-text.ts";
import type { TypedText } from "../typed.ts";
import { nobodyNeeded, shares, shareValue, TieChoice } from "./parts.ts";
import { ProfileLines } from "./rules-page.tsx";

type RulesOfKindProps = {
  locale: Locale;
  network: Network;
  kind: VoteKind;
  typed: TypedText;
  problems: readonly Problem[];
};

const labels = {
  share: "election.field.share",
  base: "election.field.base",
  quorum: "election.field.quorum",
  letters: "rules.field.letters",
  tie: "rules.field.tie",
  source: "rules.field.source",
  nominee: "rules.field.nominee",
  two: "rules.field.declare",
} satisfies Record<string, MessageKey>;
type Field = keyof typeof labels;

/** The rules of one kind of vote: take ready ones as they are, or set each part. */
export function RulesOfKindPage(props: RulesOfKindProps) {
  const { locale, network, kind, typed, problems } = props;
  const title = say(locale, "rules.for", { votes: say(locale, "rules.title"), text: say(locale, `rules.${kind}`) });
  const path = `${rulesPath(network.id)}/${kind}`;
  const wrong = problems.map((problem) => wrongField(locale, problem, typed));
  return (
    <ConsolePage {...{ locale, network, title, path, current: "elections" }} isWrong={wrong.length > 0}>
      {wrong.length > 0 && (
        <ErrorSummary
          locale={locale}
          title={say(locale, "form.summary.title")}
          lead={say(locale, "form.summary.lead", { button: say(locale, "rules.own.save") })}
          problems={summaryLines(locale, wrong)}
        />
      )}
      <h1>{title}</h1>
      <Lead>{say(locale, "rules.ready.lead")}</Lead>
      <ReadyRules {...props} path={path} />
      <OwnRules {...props} wrong={wrong} path={path} />
      <div class="buttons">
        <a class="button quiet" href={rulesPath(network.id)}>
          {say(locale, "rules.network.of")}
        </a>
      </div>
    </ConsolePage>
  );
}

type FormProps = RulesOfKindProps & { path: string };

/** Each of the ready rules says in words what it is, and is taken as it is; the ones in force are unfolded. */
function ReadyRules({ locale, network, kind, typed, path }: FormProps) {
  return (
    <section class="flow" aria-labelledby="ready">
      <h2 id="ready">{say(locale, "rules.ready")}</h2>
      {ReadyProfile.options.map((name) => (
        <details open={typed.ready === name}>
          <summary>{say(locale, `rules.ready.${name}`)}</summary>
          <form method="post" action={`${path}/ready`} class="flow">
            <ProfileLines {...{ locale, network, kind, profile: readyProfiles[name][kind] }} />
            <input type="hidden" name="ready" value={name} />
            <div class="buttons">
              <SubmitButton look="plain">{say(locale, "rules.ready.take")}</SubmitButton>
            </div>
          </form>
        </details>
      ))}
    </section>
  );
}

function OwnRules(props: FormProps & { wrong: readonly WrongField[] }) {
  const { locale, kind, typed, wrong, path } = props;
  const field = (id: Field) => ({
    ...{ locale, id, label: say(locale, labels[id]), value: typed[id] ?? "", error: errorAt(wrong, id) },
  });
  const radio = (id: Field, first: string) => ({ ...field(id), error: errorAt(wrong, `${id}-${first}`) });
  const yesOrNo = (yes: MessageKey, no: MessageKey): Choice[] => [
    { value: "yes", label: say(locale, yes) },
    { value: "no", label: say(locale, no) },
  ];
  return (
    <form method="post" action={path} novalidate class="flow">
      <h2>{say(locale, "rules.own")}</h2>
      <SelectField {...field("share")} choices={shareChoices(locale, shares, typed.share)} />
      <SelectField {...field("base")} choices={baseChoices(locale)} />
      <SelectField
        {...field("quorum")}
        hint={say(locale, "election.field.quorum.hint")}
        choices={[
          ...shareChoices(locale, shares, typed.quorum),
          { value: shareValue(nobodyNeeded), label: say(locale, "rules.quorum.nobody") },
        ]}
      />
      <RadioField {...radio("letters", "yes")} choices={yesOrNo("rules.field.letters.yes", "rules.field.letters.no")} />
      {kind === "elect" && (
        <>
          <SelectField
            {...field("tie")}
            choices={TieChoice.options.map((value) => ({ value, label: say(locale, `rules.field.tie.${value}`) }))}
          />
          <TextField {...field("source")} kind="short" hint={say(locale, "rules.field.source.hint")} />
          <RadioField
            {...radio("nominee", "out")}
            choices={(["out", "stands"] as const).map((value) => ({
              value,
              label: say(locale, `rules.field.nominee.${value}`),
            }))}
          />
        </>
      )}
      <RadioField {...radio("two", "yes")} choices={yesOrNo("rules.field.declare.two", "rules.field.declare.one")} />
      <div class="buttons">
        <SubmitButton>{say(locale, "rules.own.save")}</SubmitButton>
      </div>
    </form>
  );
}

/** The shares offered, and the one in force where it is none of them. */
function shareChoices(locale: Locale, offered: readonly Threshold[], inForce: string | undefined): Choice[] {
  const known = offered.map((share) => ({
    value: shareValue(share),
    label: upperFirst(locale, textIn(locale, shareText(share))),
  }));
  const isOther = inForce && inForce !== shareValue(nobodyNeeded) && !known.some(({ value }) => value === inForce);
  const [comparison = "", numerator, denominator] = (inForce ?? "").split(/[ /]/);
  if (!isOther || (comparison !== "more-than" && comparison !== "at-least")) return known;
  const share = { comparison, numerator: Number(numerator), denominator: Number(denominator) } as const;
  return [...known, { value: inForce, label: upperFirst(locale, textIn(locale, shareText(share))) }];
}

function baseChoices(locale: Locale): Choice[] {
  return MajorityBase.options
    .toReversed()
    .map((value) => ({ value, label: say(locale, `election.field.base.${value}`) }));
}

const upperFirst = (locale: Locale, text: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
const errorAt = (wrong: readonly WrongField[], id: string) => wrong.find((one) => one.id === id)?.text;

/** Where a list of buttons is wrong, its first one is where to go. */
const firstButtons: Readonly<Record<string, string>> = {
  ...{ letters: "letters-yes", nominee: "nominee-out", two: "two-yes" },
};

function wrongField(locale: Locale, problem: Problem, typed: TypedText): WrongField {
  const { field } = problem;
  const text = problemText(locale, problem, { actual: (typed[field] ?? "").trim().length });
  const known = Object.entries(labels).find(([name]) => name === field);
  return { id: firstButtons[field] ?? field, label: known ? say(locale, known[1]) : field, text };
}

import { inScript, type Locale, say } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import { type NodeWords, type WordPart, wordDiff } from "@quorate/core/plan";
import { Hidden, Lines, SubmitButton, TextField } from "../look/index.ts";
import type { TypedText } from "../typed.ts";
import { nodeFields, planProblem } from "./read.ts";

const kinds = { text: "long", due: "date" } as const;
const kindOf = (field: string) => (field === "text" || field === "due" ? kinds[field] : "short");

type WordsFormProps = {
  locale: Locale;
  typed: TypedText;
  problems: readonly Problem[];
  path: string;
  version?: number;
  button: string;
};

/** Everything that a node says, to be written. */
export function WordsForm({ locale, typed, problems, path, version, button }: WordsFormProps) {
  return (
    <form method="post" action={`${path}?lang=${locale}`} novalidate class="flow">
      {version !== undefined && <Hidden fields={{ version: String(version) }} />}
      {nodeFields.map((id) => {
        const problem = problems.find(({ field }) => field === id);
        return (
          <TextField
            {...{ locale, id, kind: kindOf(id), value: typed[id] ?? "", label: say(locale, `plan.field.${id}`) }}
            error={problem && planProblem(locale, problem, typed)}
          />
        );
      })}
      <div class="buttons">
        <SubmitButton>{button}</SubmitButton>
      </div>
    </form>
  );
}

/** What a node says, without what is empty. */
export function WordsList({ locale, words }: { locale: Locale; words: NodeWords }) {
  return (
    <dl class="facts">
      {nodeFields
        .filter((field) => words[field] !== "")
        .map((field) => (
          <div>
            <dt>{say(locale, `plan.field.${field}`)}</dt>
            <dd>
              <Lines text={inScript(locale, words[field])} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** What a node says with what became of it since it said something else, word by word; only what is different. */
export function WordsDiff({ locale, before, after }: { locale: Locale; before: NodeWords; after: NodeWords }) {
  return (
    <dl class="facts">
      {nodeFields
        .filter((field) => before[field] !== after[field])
        .map((field) => (
          <div>
            <dt>{say(locale, `plan.field.${field}`)}</dt>
            <dd>
              <TextDiff {...{ locale, before: before[field], after: after[field] }} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** A text with what was added to it and what was taken out, word by word. */
export function TextDiff({ locale, before, after }: { locale: Locale; before: string; after: string }) {
  const parts = wordDiff(inScript(locale, before), inScript(locale, after));
  return (
    <>
      {parts.map((part) => (
        <Part locale={locale} part={part} />
      ))}
    </>
  );
}

/** What was added and what was removed is told in a hidden word too. */
function Part({ locale, part: { kind, text } }: { locale: Locale; part: WordPart }) {
  if (kind === "same") return <Lines text={text} />;
  const Marked = kind === "added" ? "ins" : "del";
  return (
    <Marked>
      <span class="hidden">{say(locale, `plan.diff.${kind}`)} </span>
      <Lines text={text} />
    </Marked>
  );
}

import { type Locale, say, textIn } from "@quorate/core/i18n";
import type { Office } from "@quorate/core/offices";
import { TextField } from "../../look/index.ts";
import { SelectField } from "../fields.tsx";
import { errorAt, Folded, type PartProps } from "./fields.tsx";
import { voteLabel } from "./labels.ts";
import { type VoteNumber, voteNumbers } from "./read.ts";

type VotesProps = PartProps & { offices: readonly Office[] };

/** The first vote in sight; each further one is folded away until it is needed. */
export function Votes(props: VotesProps) {
  const { locale } = props;
  const [first, ...later] = voteNumbers;
  return (
    <>
      <VoteFields {...props} number={first} />
      {later.map((number) => (
        <details open={isUsed(props, number)}>
          <summary>{say(locale, "opening.vote.another", { n: number })}</summary>
          <VoteFields {...props} number={number} />
        </details>
      ))}
    </>
  );
}

/** Whether something of this vote was typed, or is wrong. */
function isUsed({ typed, wrong }: PartProps, number: VoteNumber): boolean {
  const isTyped = ["kind", "title"].some((part) => typed[`vote${number}-${part}`]?.trim());
  return isTyped || wrong.some(({ id }) => id.startsWith(`vote${number}-`));
}

function VoteFields({ number, ...props }: VotesProps & { number: VoteNumber }) {
  const { locale } = props;
  const field = fieldsOf(props, number);
  return (
    <fieldset class="card flow">
      <legend>
        <h3>{say(locale, "election.field.vote.n", { n: number })}</h3>
      </legend>
      <SelectField
        {...field("kind")}
        choices={[
          { value: "", label: say(locale, number === 1 ? "election.field.choose" : "election.field.vote.none") },
          { value: "elect", label: say(locale, "election.field.vote.elect") },
          { value: "adopt", label: say(locale, "election.field.vote.adopt"), asksMore: true },
        ]}
      />
      <TextField
        {...field("title")}
        kind="short"
        {...(number === 1 && { hint: say(locale, "election.field.vote.title.hint") })}
      />
      <TextField {...field("text-title")} kind="short" isReason />
      <TextField {...field("text-body")} kind="long" isReason hint={say(locale, "election.field.text.body.hint")} />
      <OfficeFields {...props} number={number} />
    </fieldset>
  );
}

/** What a vote on an office may also say: most fill one seat, by one mark a member, and end with the mandate of the office. */
function OfficeFields({ number, ...props }: VotesProps & { number: VoteNumber }) {
  const { locale, typed, wrong, offices } = props;
  const field = fieldsOf(props, number);
  const parts = ["seats", "ballot", "office", "from", "until"].map((part) => `vote${number}-${part}`);
  const isChanged =
    (typed[`vote${number}-seats`] ?? "1") !== "1" ||
    (typed[`vote${number}-ballot`] ?? "plurality") !== "plurality" ||
    Boolean(typed[`vote${number}-office`]);
  return (
    <Folded
      title={say(locale, offices.length > 0 ? "opening.vote.office" : "opening.vote.seats")}
      isOpen={isChanged || wrong.some(({ id }) => parts.includes(id))}
    >
      {offices.length > 0 && (
        <SelectField
          {...field("office")}
          hint={say(locale, "offices.vote.hint")}
          choices={[
            { value: "", label: say(locale, "offices.vote.none") },
            ...offices.map(({ id, title }) => ({ value: id, label: textIn(locale, title) })),
          ]}
        />
      )}
      <TextField {...field("seats")} kind="number" value={typed[`vote${number}-seats`] ?? "1"} />
      <SelectField
        {...field("ballot")}
        choices={[
          { value: "plurality", label: say(locale, "ballot.field.plurality") },
          { value: "approval", label: say(locale, "ballot.field.approval") },
        ]}
      />
      {offices.length > 0 && (
        <>
          <TextField {...field("from")} kind="date" hint={say(locale, "offices.vote.from.hint")} />
          <TextField {...field("until")} kind="date" hint={say(locale, "offices.vote.until.hint")} />
        </>
      )}
    </Folded>
  );
}

/** What each field of one vote is shown with. */
function fieldsOf({ locale, typed, wrong }: PartProps, number: VoteNumber) {
  return (part: string): { locale: Locale; id: string; label: string; value: string; error: string | undefined } => {
    const id = `vote${number}-${part}`;
    return { locale, id, label: voteLabel(locale, part), value: typed[id] ?? "", error: errorAt(wrong, id) };
  };
}

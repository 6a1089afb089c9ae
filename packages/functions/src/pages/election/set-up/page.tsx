import type { Tried } from "@quorate/core/election";
import { inScript, type Locale, onDayAt, say, zoneNote } from "@quorate/core/i18n";
import type { Problem } from "@quorate/core/kit";
import type { Network } from "@quorate/core/people";
import type { Session } from "@quorate/core/session";
import { electionsPath, rehearsalPath } from "../../console.tsx";
import { ErrorSummary, SubmitButton } from "../../look/index.ts";
import { type Choice, summaryLines, type Typed } from "../fields.tsx";
import { Absentees } from "./absentees.tsx";
import { Candidates } from "./candidates.tsx";
import { DeadlineFields } from "./deadlines.tsx";
import { Select, Words } from "./fields.tsx";
import { SetUpFrame } from "./frame.tsx";
import { wrongFields } from "./labels.ts";
import { Declarers, Substitute } from "./people.tsx";
import { BY_LETTER, type SetUpChoices } from "./read.ts";
import { Rules } from "./rules.tsx";
import { Ties } from "./ties.tsx";
import { Votes } from "./votes.tsx";

type SetUpProps = {
  locale: Locale;
  network: Network;
  choices: SetUpChoices;
  typed: Typed;
  problems: readonly Problem[];
  /** What became of a test that was asked for a moment ago. */
  tried?: Tried;
};

/**
 * Everything that is set before an election opens, once: what is voted on, who stands, what the absentees are asked, who declares,
 * and until when. What is seldom changed is proposed and folded away.
 */
export function SetUpPage({ locale, network, choices, typed, problems, tried }: SetUpProps) {
  const wrong = wrongFields(locale, problems, typed);
  const session = choices.sessions.find(({ id }) => id === typed.session);
  const at = session ?? { startsAt: choices.now, zone: network.zone };
  const zone = zoneNote(locale, at.startsAt, at.zone).replace(/^\(|\)$/g, "");
  const part = { locale, typed, wrong };
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
      <h1>{say(locale, "election.new.title")}</h1>
      {tried && <TriedNotice {...{ locale, network, tried }} />}
      <p class="lead">{say(locale, "election.new.lead")}</p>
      {choices.again && (
        <div class="notice">
          <p>{say(locale, "again.taken", { title: inScript(locale, choices.again.election.title) })}</p>
        </div>
      )}
      <form method="post" action={electionsPath(network.id)} novalidate class="flow">
        {choices.again && <input type="hidden" name="again" value={choices.again.election.id} />}
        <Words {...part} name="title" hint={say(locale, "election.field.title.hint")} />
        <Select
          {...{ ...part, name: "session" }}
          choices={[
            ...choices.sessions.map((one) => sessionChoice(locale, one)),
            { value: BY_LETTER, label: say(locale, "election.mode.letter") },
          ]}
        />
        <h2>{say(locale, "election.field.votes")}</h2>
        <Votes {...part} offices={choices.offices} />
        <Candidates {...part} again={choices.again} />
        <Absentees {...part} />
        <Declarers {...part} choices={choices} />
        <Ties {...part} choices={choices} />
        <Rules {...{ ...part, network, choices }} />
        <DeadlineFields {...part} zone={zone} />
        <Substitute {...part} choices={choices} />
        <p>{say(locale, typed.session === BY_LETTER ? "opening.next.letter" : "opening.next.session")}</p>
        <div class="buttons">
          <SubmitButton>{say(locale, "election.create")}</SubmitButton>
          {!network.rehearsal && (
            <SubmitButton look="plain" name="act" value="try">
              {say(locale, "rehearsal.send")}
            </SubmitButton>
          )}
        </div>
        {!network.rehearsal && <p class="hint">{say(locale, "opening.try.hint")}</p>}
      </form>
    </SetUpFrame>
  );
}

/** Where the test is; or that nobody is written to yet, and what shows everything. */
function TriedNotice({ locale, network, tried }: Pick<SetUpProps, "locale" | "network"> & { tried: Tried }) {
  return (
    <div class="notice" role="status">
      <p>
        {say(locale, tried === "sent" ? "opening.try.sent" : "opening.try.nobody")}{" "}
        {tried === "nobody-yet" && <a href={rehearsalPath(network.id)}>{say(locale, "rehearsal.run.start")}</a>}
      </p>
    </div>
  );
}

function sessionChoice(locale: Locale, { id, title, startsAt, zone }: Session): Choice {
  return { value: id, label: `${inScript(locale, title)}, ${onDayAt(locale, startsAt, zone, { year: true })}` };
}

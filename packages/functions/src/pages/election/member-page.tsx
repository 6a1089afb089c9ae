import { CHALLENGE_LEAST, type Challenge } from "@quorate/core/election";
import { byWhen, dateOf, dateTime, inScript, type MessageKey, say } from "@quorate/core/i18n";
import type { Instant, Problem } from "@quorate/core/kit";
import { ErrorSummary, Page, SubmitButton, TextField } from "../look/index.ts";
import { problemText } from "../problem-text.ts";
import { summaryLines } from "./fields.tsx";
import { type MinutesProps, MinutesSheet } from "./minutes-page.tsx";

export type MemberPageProps = MinutesProps & {
  path: string;
  /** Signed for this link, so that the form is sent from this page only. */
  page: string;
  /** Where the same link shows who holds which office. */
  offices: string;
  /** Whether she is on the roll: who was admitted after it was frozen reads all and has no vote (votes R7). */
  hasVote: boolean;
  /** When members may object, if they may at all. */
  window: { isOpen: boolean; until: Instant } | undefined;
  /** Her own objection, once it is made. */
  challenge: Challenge | undefined;
  /** The offices that she was elected to and may still decline, each by the vote; `page` is signed for that form. */
  elected?: { seats: readonly { id: string; title: string }[]; until: Instant; page: string };
  /** She sent that form without saying that she declines. */
  isUnticked?: boolean;
  /** What was done a moment ago. */
  done?: MessageKey;
  typed?: string;
  problem?: Problem | undefined;
};

/** The minutes for a member of the roll, and while the window is open the form for her objection. */
export function MemberPage(props: MemberPageProps) {
  const { locale, minutes, path, problem, typed = "" } = props;
  const error = problem && problemText(locale, problem, { actual: typed.trim().length });
  const label = say(locale, "objections.page.reason");
  return (
    <Page
      {...{ locale, network: minutes.network.name, width: "sheet" as const, path, title: titleOf(props) }}
      isWrong={error !== undefined || props.isUnticked === true}
    >
      {error && (
        <ErrorSummary
          locale={locale}
          title={say(locale, "form.summary.title")}
          problems={summaryLines(locale, [{ id: "reason", label, text: error }])}
        />
      )}
      {props.isUnticked && (
        <ErrorSummary
          locale={locale}
          title={say(locale, "form.summary.title")}
          problems={[{ id: "office", text: say(locale, "decline.needed") }]}
        />
      )}
      {props.done && (
        <div class="notice" role="status">
          <p>{say(locale, props.done)}</p>
        </div>
      )}
      {!props.hasVote && <NoVote locale={locale} minutes={minutes} />}
      <MinutesSheet locale={locale} minutes={minutes} />
      {props.elected && <Decline {...props} elected={props.elected} />}
      {props.window && <Objection {...props} window={props.window} error={error} />}
      <div class="buttons no-print">
        <a class="button quiet" href={props.offices}>
          {say(locale, "offices.open")}
        </a>
      </div>
    </Page>
  );
}

function NoVote({ locale, minutes: { election } }: MinutesProps) {
  const date = dateOf(locale, election.roll?.at ?? election.openedAt, election.zone, { year: true });
  return (
    <div class="notice no-print">
      <p>
        <strong>{say(locale, "roll.noVote")}</strong> {say(locale, "roll.noVote.lead", { date })}
      </p>
    </div>
  );
}

type ObjectionProps = MemberPageProps & { window: { isOpen: boolean; until: Instant }; error: string | undefined };

function Objection({ locale, minutes, path, page, window, challenge, typed, error }: ObjectionProps) {
  const { zone, stage } = minutes.election;
  if (stage === "annulled") return null;
  return (
    <section class="card flow no-print" aria-labelledby="objection">
      <h2 id="objection">{say(locale, "objections.page.title")}</h2>
      {challenge && (
        <p>
          {dateTime(locale, challenge.at, zone)}: {inScript(locale, challenge.reason)}
        </p>
      )}
      {!challenge && !window.isOpen && <p>{say(locale, "objections.page.over")}</p>}
      {!challenge && window.isOpen && (
        <>
          <p>{say(locale, "objections.page.until", { by: byWhen(locale, window.until, zone) })}</p>
          <form method="post" action={`${path}/objection`} novalidate class="flow">
            <input type="hidden" name="page" value={page} />
            <TextField
              {...{ locale, id: "reason", kind: "long" as const, value: typed ?? "", error }}
              label={say(locale, "objections.page.reason")}
              hint={say(locale, "objections.page.reasonHint", { limit: CHALLENGE_LEAST })}
            />
            <div class="buttons">
              <SubmitButton>{say(locale, "objections.page.send")}</SubmitButton>
            </div>
          </form>
        </>
      )}
    </section>
  );
}

/** For whoever was elected: each office that she may still decline, with a box to tick, so that one press is not enough. */
function Decline({ locale, minutes, path, elected }: MemberPageProps & Required<Pick<MemberPageProps, "elected">>) {
  const by = byWhen(locale, elected.until, minutes.election.zone);
  return (
    <section class="card flow no-print" aria-labelledby="decline">
      <h2 id="decline">{say(locale, "decline.title")}</h2>
      <p>{say(locale, "decline.lead", { by })}</p>
      <form method="post" action={`${path}/decline`} novalidate class="flow">
        <input type="hidden" name="page" value={elected.page} />
        {elected.seats.map(({ id, title }, index) => (
          <label class="choice">
            <input type="radio" id={index === 0 ? "office" : `office-${id}`} name="office" value={id} />
            <span>{say(locale, "decline.field", { office: inScript(locale, title) })}</span>
          </label>
        ))}
        <div class="buttons">
          <SubmitButton>{say(locale, "decline.send")}</SubmitButton>
        </div>
      </form>
    </section>
  );
}

export function titleOf({ locale, minutes }: MinutesProps): string {
  return say(locale, "minutes.title.of", { title: minutes.election.title });
}

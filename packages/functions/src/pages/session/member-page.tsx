import type { AskView } from "@quorate/core/ask";
import { inScript, type Locale, onMoment, say, timeOf } from "@quorate/core/i18n";
import { isThere, type Session, type SessionText } from "@quorate/core/session";
import { type Stay, shortHash } from "@quorate/core/vote";
import { ErrorSummary, Facts, Lines, Page, SubmitButton, TextField } from "../look/index.ts";

export type MemberPageProps = {
  locale: Locale;
  view: AskView;
  session: Session;
  texts: readonly SessionText[];
  /** The page of her invitation. */
  invitation: string;
  stays: readonly Stay[];
  /** The code as it was typed, when it was none of this moment. */
  wrongCode?: string | undefined;
};

/** The session as somebody who was invited sees it: when, where, the agenda and what is to be read. */
export function MemberPage(props: MemberPageProps) {
  const { locale, view, session, invitation } = props;
  const { name, institution } = view.member;
  const title = inScript(locale, session.title);
  const isWrong = props.wrongCode !== undefined;
  return (
    <Page
      {...{
        locale,
        title,
        isWrong,
        network: view.network.name,
        path: `${invitation}/session`,
        you: { name, institution },
      }}
    >
      {isWrong && (
        <ErrorSummary
          {...{ locale, title: say(locale, "session.notDone") }}
          problems={[{ id: "code", text: say(locale, "refusal.room.wrong-code") }]}
        />
      )}
      <h1>{title}</h1>
      {session.meeting === "cancelled" && (
        <p class="notice bad">
          {say(locale, "meeting.cancelled.lead")}{" "}
          {say(locale, "meeting.cancelled.reason", { reason: inScript(locale, session.cancellation?.reason ?? "") })}
        </p>
      )}
      <Facts
        facts={[
          [say(locale, "common.when"), onMoment(locale, session.startsAt, session.zone)],
          [say(locale, "session.field.place"), inScript(locale, session.place)],
        ]}
      />
      <Here {...props} />
      <p>
        <a href={invitation}>{say(locale, "meeting.page.rsvp")}</a>
      </p>
      <AgendaList locale={locale} session={session} />
      <Documents {...props} />
    </Page>
  );
}

/** "I am here" with the code of the room, and "I am leaving"; before the meeting, that it will be here. */
function Here({ locale, session, invitation, stays, wrongCode }: MemberPageProps) {
  if (session.meeting === "planned") return <p class="hint">{say(locale, "meeting.here.later")}</p>;
  if (session.meeting !== "open") return null;
  const last = stays.at(-1);
  const here = isThere(stays);
  const at = (moment: string) => timeOf(locale, moment, session.zone);
  return (
    <section class="card flow" aria-labelledby="here">
      <h2 id="here">{say(locale, "meeting.here.title")}</h2>
      {here && last && <p class="notice">{say(locale, "meeting.here.since", { time: at(last.from) })}</p>}
      {last?.until && <p>{say(locale, "meeting.here.left", { time: at(last.until) })}</p>}
      <form method="post" action={`${invitation}/session`} novalidate class="flow">
        <input type="hidden" name="there" value={here ? "no" : "yes"} />
        {!here && (
          <TextField
            {...{ locale, id: "code", kind: "number" as const, value: wrongCode ?? "" }}
            label={say(locale, "meeting.here.code")}
            hint={say(locale, "meeting.here.lead")}
            error={wrongCode === undefined ? undefined : say(locale, "refusal.room.wrong-code")}
          />
        )}
        <div class="buttons">
          <SubmitButton {...(here && { look: "plain" as const })}>
            {say(locale, here ? "meeting.here.leave" : "meeting.here.arrive")}
          </SubmitButton>
        </div>
      </form>
    </section>
  );
}

/** The agenda; an item that is put to a vote says so. */
export function AgendaList({ locale, session }: { locale: Locale; session: Session }) {
  if (session.agenda.length === 0) return null;
  return (
    <section class="flow" aria-labelledby="agenda">
      <h2 id="agenda">{say(locale, "session.agenda")}</h2>
      <ol>
        {session.agenda.map(({ title, isVote }) => (
          <li>
            {inScript(locale, title)}
            {isVote && <span class="hint"> · {say(locale, "meeting.agenda.mark")}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

type DocumentsProps = { locale: Locale; session: Session; texts: readonly SessionText[] };

/** What is to be read: addresses elsewhere, and texts in full with their fingerprints. */
export function Documents({ locale, session, texts }: DocumentsProps) {
  if (session.documents.length === 0) return null;
  return (
    <section class="flow" aria-labelledby="documents">
      <h2 id="documents">{say(locale, "meeting.documents")}</h2>
      {session.documents.map((document) => {
        if ("url" in document) {
          return (
            <p>
              <a href={document.url} rel="noreferrer">
                {inScript(locale, document.title)}
              </a>
            </p>
          );
        }
        const text = texts.find(({ number }) => number === document.text)?.text;
        return (
          <details>
            <summary>
              <span>
                {inScript(locale, document.title)}. {say(locale, "common.textHash")}{" "}
                <code>{shortHash(document.hash)}</code>
              </span>
            </summary>
            <div class="flow">
              <p>
                <Lines text={inScript(locale, text?.body ?? "")} />
              </p>
            </div>
          </details>
        );
      })}
    </section>
  );
}

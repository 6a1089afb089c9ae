import type { AskView } from "@quorate/core/ask";
import { inScript, type Locale, onMoment, say } from "@quorate/core/i18n";
import type { Session, SessionText } from "@quorate/core/session";
import { shortHash } from "@quorate/core/vote";
import { Facts, Lines, Page } from "../look/index.ts";

export type MemberPageProps = {
  locale: Locale;
  view: AskView;
  session: Session;
  texts: readonly SessionText[];
  /** The page of her invitation. */
  invitation: string;
};

/** The session as somebody who was invited sees it: when, where, the agenda and what is to be read. */
export function MemberPage(props: MemberPageProps) {
  const { locale, view, session, invitation } = props;
  const { name, institution } = view.member;
  const title = inScript(locale, session.title);
  return (
    <Page {...{ locale, title, network: view.network.name, path: `${invitation}/session`, you: { name, institution } }}>
      <h1>{title}</h1>
      <Facts
        facts={[
          [say(locale, "common.when"), onMoment(locale, session.startsAt, session.zone)],
          [say(locale, "session.field.place"), inScript(locale, session.place)],
        ]}
      />
      <p>
        <a href={invitation}>{say(locale, "meeting.page.rsvp")}</a>
      </p>
      <AgendaList locale={locale} session={session} />
      <Documents {...props} />
    </Page>
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

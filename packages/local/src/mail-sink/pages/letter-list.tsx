import type { Child } from "hono/jsx";
import { languageOf } from "../anchors.ts";
import type { KeptLetter } from "../letter.ts";
import { page } from "./layout.tsx";
import { InLanguage, Moment, State } from "./words.tsx";

type LetterListProps = {
  /** The address whose mailbox is shown; undefined for all. */
  to: string | undefined;
  /** Newest first. */
  letters: KeptLetter[];
  /** Where the letters before these are. */
  older: string | undefined;
  mailboxes: { address: string; letters: number }[];
  refused: { events: number; lastAnswer: string };
  controls: Child;
};

/** The letters of one mailbox or of all, newest first, beside the mailboxes. */
export function letterListPage({ to, letters, older, mailboxes, refused, controls }: LetterListProps) {
  const heading = to === undefined ? "Letters" : `Letters to ${to}`;
  return page(
    `${heading} – Quorate`,
    <>
      {controls}
      <div class="split">
        <div class="flow">
          <h1>{heading}</h1>
          {refused.events > 0 && <Refused {...refused} />}
          {letters.length === 0 ? (
            <p class="lead">There is no letter here yet. The first one that is sent will appear here.</p>
          ) : (
            <ul class="rows">
              {letters.map((letter) => (
                <Row letter={letter} />
              ))}
            </ul>
          )}
          {(older !== undefined || to !== undefined) && (
            <div class="buttons">
              {older !== undefined && (
                <a class="button plain" href={older}>
                  Older letters
                </a>
              )}
              {to !== undefined && (
                <a class="button quiet" href="/mailbox">
                  Letters to all addresses
                </a>
              )}
            </div>
          )}
        </div>
        <div class="flow">
          <h2>Mailboxes</h2>
          <form method="get" action="/mailbox" class="flow">
            <div class="field">
              <label for="to">Address</label>
              <input id="to" name="to" type="email" spellcheck={false} autocomplete="off" value={to ?? ""} />
            </div>
            <div class="buttons">
              <button type="submit" class="button plain">
                Show its letters
              </button>
            </div>
          </form>
          {mailboxes.length > 0 && (
            <ul class="rows">
              {mailboxes.map(({ address, letters: count }) => (
                <li>
                  <h3>
                    <a href={mailboxPath(address)} aria-current={address === to ? "page" : undefined}>
                      {address}
                    </a>
                  </h3>
                  <p class="hint">{count === 1 ? "1 letter" : `${count} letters`}</p>
                </li>
              ))}
            </ul>
          )}
          <div class="buttons">
            <a class="button quiet" href="/mailbox/gallery">
              Every letter there is, in all languages
            </a>
          </div>
        </div>
      </div>
    </>,
  );
}

/** Where the letters of this address are shown. */
export function mailboxPath(address: string | undefined, before?: string): string {
  const query = new URLSearchParams();
  if (address !== undefined) query.set("to", address);
  if (before !== undefined) query.set("before", before);
  return `/mailbox?${query}`;
}

function Row({ letter: { id, state, sentAt, email } }: { letter: KeptLetter }) {
  return (
    <li>
      <h2>
        <a href={`/mailbox/${id}`}>
          <InLanguage lang={languageOf(email.html)} text={email.subject} />
        </a>
      </h2>
      <p>To: {email.to.join(", ")}</p>
      <p class="hint">
        <Moment at={sentAt} /> <State state={state} />
      </p>
    </li>
  );
}

function Refused({ events, lastAnswer }: { events: number; lastAnswer: string }) {
  return (
    <p class="notice bad">
      {events === 1 ? "One notice of a delivery" : `${events} notices of deliveries`} did not get through to the
      webhook, which {lastAnswer}. They are sent again until they do.
    </p>
  );
}

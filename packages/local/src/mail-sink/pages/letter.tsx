import { addressIn } from "../address.ts";
import { type Anchor, anchorsIn, languageOf } from "../anchors.ts";
import type { KeptLetter } from "../letter.ts";
import { page } from "./layout.tsx";
import { mailboxPath } from "./letter-list.tsx";
import { InLanguage, Moment, PlainText, State } from "./words.tsx";

/** What a letter's page may do: open its links, by the reader's own act, and run nothing. */
export const SANDBOX = "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

/** A letter as the one who gets it sees it; beside it its links, for browsers that keep frames to themselves. */
export function letterPage(letter: KeptLetter) {
  const { id, email } = letter;
  const lang = languageOf(email.html);
  return page(
    `${email.subject} – Quorate`,
    <>
      <h1>
        <InLanguage lang={lang} text={email.subject} />
      </h1>
      <div class="split">
        <div class="flow">
          <article class="letter" aria-label="The letter">
            <Facts letter={letter} />
            {email.html === "" ? (
              <PlainText lang={lang} text={email.text} />
            ) : (
              <iframe title="The letter as it was sent" src={`/mailbox/${id}/html`} sandbox={SANDBOX} height="960" />
            )}
          </article>
          {email.html !== "" && email.text !== "" && (
            <>
              <h2>Plain text</h2>
              <div class="letter">
                <PlainText lang={lang} text={email.text} />
              </div>
            </>
          )}
        </div>
        <div class="flow">
          <Attachments letter={letter} />
          <Links lang={lang} anchors={anchorsIn(email.html)} />
          <div class="buttons">
            <a class="button plain" href={mailboxPath(addressIn(email.to[0] ?? ""))}>
              Letters to this address
            </a>
            <a class="button quiet" href="/mailbox">
              Letters to all addresses
            </a>
          </div>
        </div>
      </div>
    </>,
  );
}

/** The letter's own page for the frame. Its links open beside it: in the frame the page behind them could keep no session. */
export function framedLetter(html: string): string {
  const base = '<base target="_blank">';
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  if (!head) return `${base}${html}`;
  const start = head.index + head[0].length;
  return `${html.slice(0, start)}${base}${html.slice(start)}`;
}

function Facts({ letter: { sentAt, state, email } }: { letter: KeptLetter }) {
  return (
    <dl class="facts">
      <div>
        <dt>From</dt>
        <dd>{email.from}</dd>
      </div>
      <div>
        <dt>To</dt>
        <dd>{email.to.join(", ")}</dd>
      </div>
      {email.reply_to.length > 0 && (
        <div>
          <dt>Replies go to</dt>
          <dd>{email.reply_to.join(", ")}</dd>
        </div>
      )}
      <div>
        <dt>Sent</dt>
        <dd>
          <Moment at={sentAt} /> <State state={state} />
        </dd>
      </div>
    </dl>
  );
}

function Attachments({ letter: { id, email } }: { letter: KeptLetter }) {
  if (email.attachments.length === 0) return null;
  return (
    <>
      <h2>Attached to this letter</h2>
      <ul class="rows">
        {email.attachments.map(({ filename, content_type: type }, index) => (
          <li>
            <h3>
              <a href={`/mailbox/${id}/attachments/${index + 1}`}>{filename}</a>
            </h3>
            <p class="hint">{type}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Links({ lang, anchors }: { lang: string | undefined; anchors: Anchor[] }) {
  const followable = anchors.filter(({ href }) => /^(https?|mailto):/i.test(href));
  if (followable.length === 0) return null;
  return (
    <>
      <h2>Links in this letter</h2>
      <ul class="rows">
        {followable.map(({ href, words }) => (
          <li>
            <h3>
              <a href={href}>
                <InLanguage lang={lang} text={words || href} />
              </a>
            </h3>
            {words !== "" && words !== href && <p class="hint">{href}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

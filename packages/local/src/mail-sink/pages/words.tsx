import type { Instant } from "@quorate/core/kit";
import type { LetterState } from "../letter.ts";

const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short", timeZone: "UTC" });

/** A moment as a reader of this machine's mailbox sees it. */
export function Moment({ at }: { at: Instant }) {
  return <time datetime={at}>{format.format(new Date(at)).replace(" at ", ", ")}&nbsp;UTC</time>;
}

/** What became of the letter, as shape and word. */
export function State({ state }: { state: LetterState }) {
  switch (state) {
    case "delivered":
      return <span class="badge done">Delivered</span>;
    case "bounced":
      return <span class="badge bad">Bounced</span>;
  }
}

/** The text in the letter's own language; its marks and its hyphens depend on it. */
export function InLanguage({ lang, text }: { lang: string | undefined; text: string }) {
  return <span lang={lang}>{text}</span>;
}

/** A letter's plain text, its paragraphs and its lines as they are. */
export function PlainText({ lang, text }: { lang: string | undefined; text: string }) {
  return (
    <div class="flow" lang={lang}>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph) => (
          <p>
            {paragraph.split("\n").map((line, index) => (
              <>
                {index > 0 && <br />}
                {line}
              </>
            ))}
          </p>
        ))}
    </div>
  );
}

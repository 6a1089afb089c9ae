import type { AskKey } from "@quorate/core/ask";
import { byWhen, inScript, say, textIn, zoneNote } from "@quorate/core/i18n";
import { encode } from "uqr";
import { ConsolePage, electionPath } from "../console.tsx";
import { Facts, Statements, SubmitButton } from "../look/index.ts";
import type { ElectionConsole } from "./election-console.ts";
import type { Printed } from "./printed.ts";

/** Before the letter is made: what follows from it, and the button. */
export function MakeLetterPage({ console, of, name }: { console: ElectionConsole; of: AskKey; name: string }) {
  const { locale, network, election } = console;
  const path = `${electionPath(election)}/letter`;
  const title = say(locale, "assisted.letter.title", { name: inScript(locale, name) });
  return (
    <ConsolePage {...{ locale, network, title, current: "elections", path }}>
      <h1>{title}</h1>
      <p class="lead">{say(locale, "assisted.letter.lead")}</p>
      <form method="post" action={path} class="flow">
        <input type="hidden" name="collection" value={of.collection} />
        <input type="hidden" name="ask" value={of.id} />
        <div class="buttons">
          <SubmitButton>{say(locale, "assisted.letter.button")}</SubmitButton>
          <a class="button quiet" href={electionPath(election)}>
            {say(locale, "common.back")}
          </a>
        </div>
      </form>
    </ConsolePage>
  );
}

export type PrintedLetterProps = {
  console: ElectionConsole;
  letter: Printed;
  /** The whole link, to be scanned. */
  url: string;
  /** The same as a short address, to be typed. */
  short: string;
};

/** The letter on paper, in the member's language: what is asked, by when, and the way to the form. */
export function PrintedLetterPage({ console, letter, url, short }: PrintedLetterProps) {
  const { network, election } = console;
  const { ask, collection, member, person } = letter;
  const { locale } = person;
  const { form, zone, asker } = collection;
  const deadline = ask.deadline ?? collection.deadline;
  const title = textIn(locale, form.title);
  return (
    <ConsolePage
      {...{ locale, network, title, current: "elections" as const, width: "sheet" as const }}
      path={`${electionPath(election)}/letter`}
    >
      <article class="minutes card flow">
        <header>
          <p class="kicker">{inScript(locale, network.name)}</p>
          <h1>{title}</h1>
          <p class="lead">{inScript(locale, election.title)}</p>
        </header>
        <p>{say(locale, "ask.greeting")}</p>
        {form.lead && <p>{textIn(locale, form.lead)}</p>}
        <Facts
          facts={[
            [say(locale, "letters.for"), inScript(locale, nameOf(member))],
            [
              say(locale, "common.deadline"),
              <>
                <strong>{byWhen(locale, deadline, zone)}</strong> {zoneNote(locale, deadline, zone)}
              </>,
            ],
            [say(locale, "common.askedBy"), inScript(locale, asker.name)],
            ...(form.silence ? [[say(locale, "common.ifSilent"), textIn(locale, form.silence)] as const] : []),
          ]}
        />
        {form.sections
          .filter(({ id }) => ask.parts.includes(id))
          .map(({ statements = [] }) => (
            <Statements locale={locale} statements={statements} />
          ))}
        <p>{say(locale, "assisted.letter.howTo")}</p>
        <p class="lead">
          <code>{short}</code>
        </p>
        <Square text={url} />
        <p>{say(locale, "assisted.letter.orTell")}</p>
        <p class="hint">{say(locale, "ask.personal")}</p>
      </article>
      <p class="no-print">{say(console.locale, "assisted.letter.printHint")}</p>
      <div class="buttons">
        <a class="button plain" href={electionPath(election)}>
          {say(console.locale, "common.back")}
        </a>
      </div>
    </ConsolePage>
  );
}

function nameOf({ name, institution }: Printed["member"]): string {
  return institution ? `${name}, ${institution}` : name;
}

/** A QR code: black modules on white, whatever the page's colours, with the quiet zone that scanners need. */
function Square({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const modules = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width="180" height="180" aria-hidden="true">
      <rect width={size} height={size} fill="#fff" />
      <path d={modules.join("")} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}

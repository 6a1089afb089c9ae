import type { Election } from "@quorate/core/election";
import { dateTime, inScript, type Locale, say } from "@quorate/core/i18n";
import type { Instant } from "@quorate/core/kit";
import type { Delivery, UnsentLetter } from "@quorate/core/letter";
import type { Network } from "@quorate/core/people";
import { ConsolePage, electionPath, electionsPath, homePath, lettersPath, sessionPath } from "../console.tsx";
import { Facts, Lead, SubmitButton, TextField } from "../look/index.ts";

type UnsentProps = {
  locale: Locale;
  network: Network;
  letters: readonly UnsentLetter[];
  /** The members' names by their ids. */
  names: ReadonlyMap<string, string>;
  /** Who has marked a letter as spam. */
  complaints: readonly { name: string; at: Instant }[];
  /** The letter that was to be given up with a reason too short or too long. */
  wrong?: { id: string; reason: string };
};

/** The letters that did not go out: each is sent again, or given up with a reason. */
export function UnsentPage(props: UnsentProps) {
  const { locale, network, letters } = props;
  const title = say(locale, "outbox.title");
  const path = lettersPath(network.id);
  return (
    <ConsolePage {...{ locale, network, title, path, current: "home" }} isWrong={props.wrong !== undefined}>
      <h1>{title}</h1>
      <Lead>{say(locale, letters.length > 0 ? "outbox.lead" : "outbox.none")}</Lead>
      {letters.map((unsent) => (
        <Unsent {...props} {...unsent} />
      ))}
      {props.complaints.length > 0 && (
        <section class="flow" aria-labelledby="complaints">
          <h2 id="complaints">{say(locale, "outbox.complaints")}</h2>
          <p>{say(locale, "outbox.complaints.follows")}</p>
          <Facts
            facts={props.complaints.map(({ name, at }) => [inScript(locale, name), dateTime(locale, at, network.zone)])}
          />
        </section>
      )}
      <div class="buttons">
        <a class="button quiet" href={homePath(network.id)}>
          {say(locale, "common.back")}
        </a>
      </div>
    </ConsolePage>
  );
}

function Unsent({ locale, network, names, wrong, letter, why, asks }: UnsentProps & UnsentLetter) {
  const path = `${lettersPath(network.id)}/${letter.id}`;
  const field = `reason-${letter.id}`;
  const isWrong = wrong?.id === letter.id;
  const name = letter.member === undefined ? undefined : names.get(letter.member);
  return (
    <section class="card flow" aria-labelledby={letter.id}>
      <h2 id={letter.id}>{name === undefined ? say(locale, "outbox.letter") : inScript(locale, name)}</h2>
      <p>{say(locale, `outbox.why.${why}`)}</p>
      <p class="hint">{say(locale, "outbox.written", { when: dateTime(locale, letter.writtenAt, network.zone) })}</p>
      {asks ? (
        <div>
          <a class="button plain" href={processPath(network.id, letter.process)}>
            {say(locale, "outbox.process")}
          </a>
        </div>
      ) : (
        <form method="post" action={`${path}/again?lang=${locale}`}>
          <SubmitButton look="plain">{say(locale, "outbox.again")}</SubmitButton>
        </form>
      )}
      <details open={isWrong}>
        <summary>{say(locale, "outbox.giveUp")}</summary>
        <form method="post" action={`${path}/give-up?lang=${locale}`} novalidate class="flow">
          <TextField
            {...{ locale, id: field, kind: "long", label: say(locale, "common.reason") }}
            hint={say(locale, "outbox.reason.hint")}
            value={isWrong ? wrong.reason : ""}
            {...(isWrong && { error: say(locale, "outbox.reason.hint") })}
          />
          <SubmitButton look="grave">{say(locale, "outbox.giveUp")}</SubmitButton>
        </form>
      </details>
    </section>
  );
}

function processPath(network: string, process: string): string {
  if (process.startsWith("ses_")) return sessionPath(network, process);
  return process.startsWith("elc_") ? electionPath({ network, id: process }) : electionsPath(network);
}

type DeliveryProps = { locale: Locale; network: Network; election: Election; delivery: Delivery };

/** How an election's letters that ask arrived, in figures. */
export function DeliveryPage({ locale, network, election, delivery }: DeliveryProps) {
  const title = say(locale, "outbox.delivery");
  const path = `${electionPath(election)}/letters`;
  const states = ["waiting", "sent", "delivered", "bounced", "complained", "unsent"] as const;
  return (
    <ConsolePage {...{ locale, network, title, path, current: "elections" }}>
      <header>
        <p class="kicker">{inScript(locale, election.title)}</p>
        <h1>{title}</h1>
      </header>
      <Lead>{say(locale, "outbox.delivery.lead")}</Lead>
      <Facts facts={states.map((state) => [say(locale, `outbox.delivery.${state}`), String(delivery[state])])} />
      <div class="buttons">
        {delivery.unsent > 0 && (
          <a class="button plain" href={lettersPath(network.id)}>
            {say(locale, "outbox.title")}
          </a>
        )}
        <a class="button quiet" href={electionPath(election)}>
          {say(locale, "common.back")}
        </a>
      </div>
    </ConsolePage>
  );
}

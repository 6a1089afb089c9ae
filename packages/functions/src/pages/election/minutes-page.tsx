import { type Minutes, rollSizeOf } from "@quorate/core/election";
import {
  between,
  dateOf,
  dateTime,
  inScript,
  type Locale,
  listOf,
  meetingTime,
  number,
  say,
  textIn,
} from "@quorate/core/i18n";
import type { Session } from "@quorate/core/session";
import type { Child } from "hono/jsx";
import { Facts, ListTable } from "../look/index.ts";
import { MinutesChecks } from "./minutes-checks.tsx";
import { VoteInMinutes } from "./minutes-vote.tsx";
import { RepetitionNotice } from "./repetition.tsx";

export type MinutesProps = { locale: Locale; minutes: Minutes };

/** The minutes as a document: who met, the rule, every vote with its figures, who was there, and what can be checked. */
export function MinutesSheet({ locale, minutes }: MinutesProps) {
  const { election, network, session, votes } = minutes;
  const isDeclared = election.declaredAt !== undefined;
  return (
    <article class="minutes card flow">
      <header>
        <p class="kicker">{inScript(locale, network.name)}</p>
        <h1>{say(locale, "minutes.title.of", { title: inScript(locale, election.title) })}</h1>
        {session && <p class="lead">{inScript(locale, session.title)}</p>}
      </header>
      {election.stage === "cancelled" && (
        <div class="notice bad">
          <p>
            <strong>{say(locale, "cancelling.cancelled.title")}.</strong> {say(locale, "cancelling.cancelled.minutes")}
          </p>
          {election.cancellation && <p>{inScript(locale, election.cancellation.reason)}</p>}
        </div>
      )}
      {!isDeclared && election.stage !== "cancelled" && (
        <div class="notice wait">
          <p>{say(locale, "minutes.draft")}</p>
        </div>
      )}
      {election.stage === "annulled" && (
        <div class="notice bad">
          <p>
            <strong>{say(locale, "objections.annulled.title")}.</strong> {say(locale, "objections.annulled.lead")}
          </p>
          {election.annulment && <p>{inScript(locale, election.annulment.reason)}</p>}
        </div>
      )}
      <RepetitionNotice {...{ locale, repetition: minutes.repetition, zone: election.zone }} />
      <MinutesFacts locale={locale} minutes={minutes} />
      <section class="flow" aria-labelledby="rule">
        <h2 id="rule">{say(locale, "minutes.rule")}</h2>
        <RuleSentences locale={locale} minutes={minutes} />
      </section>
      {votes.map((vote) => (
        <VoteInMinutes {...{ locale, vote }} members={rollSizeOf(election)} zone={election.zone} />
      ))}
      <PresenceInMinutes locale={locale} minutes={minutes} />
      <MinutesChecks locale={locale} minutes={minutes} />
      <Attested locale={locale} minutes={minutes} />
    </article>
  );
}

function MinutesFacts({ locale, minutes }: MinutesProps) {
  const { election, session, letters } = minutes;
  const { zone } = election;
  const names = (people: readonly { name: string }[]) =>
    listOf(
      locale,
      people.map(({ name }) => name),
    );
  const facts: (readonly [string, Child])[] = [
    ...(session ? [sessionFact(locale, session, zone)] : []),
    ...(letters
      ? [[say(locale, "minutes.fact.letters"), between(locale, letters.from, letters.until, zone)] as const]
      : []),
    ...(session
      ? [
          [say(locale, "minutes.fact.recorder"), inScript(locale, minutes.recorder.name)] as const,
          [say(locale, "minutes.fact.verifiers"), names(minutes.verifiers)] as const,
        ]
      : []),
    [say(locale, "minutes.fact.declared"), declaredBy(locale, minutes, names(minutes.declarers))],
  ];
  return <Facts facts={facts} />;
}

/** When and where it met. */
function sessionFact(locale: Locale, session: Session, zone: string): readonly [string, Child] {
  const begun = session.beganAt ?? session.startsAt;
  const when = meetingTime(locale, begun, session.closedAt ?? begun, zone);
  const place = inScript(locale, session.place);
  return [say(locale, "minutes.fact.session"), say(locale, "minutes.fact.session.place", { when, place })];
}

function declaredBy(locale: Locale, { election, profile }: Minutes, names: string): string {
  const { declaredAt, zone } = election;
  const when = declaredAt ? dateTime(locale, declaredAt, zone, { year: true }) : say(locale, "minutes.declared.not");
  const line = say(locale, "minutes.fact.declared.when", { names, when });
  return profile.twoPeopleDeclare ? line : `${line}. ${say(locale, "minutes.declaredBy.one")}`;
}

/** The rules that were applied, in sentences, with the numbers they take of this roll, and when they were set. */
function RuleSentences({ locale, minutes }: MinutesProps) {
  const { election, rules } = minutes;
  const date = dateOf(locale, election.openedAt, election.zone, { year: true });
  const lines = [...rules.map((line) => textIn(locale, line)), say(locale, "election.rule.frozen", { date })];
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

function PresenceInMinutes({ locale, minutes }: MinutesProps) {
  const { presence, session, votes } = minutes;
  const guests = session?.guests ?? [];
  const present = presence.filter((one) => one.present.length > 0).length;
  const members = presence.length;
  if (members === 0) return null;
  const items = (numbers: readonly number[]) => numbers.map((n) => number(locale, n)).join(", ");
  const isWhole = (numbers: readonly number[]) => numbers.length === votes.length;
  const cell = (one: Minutes["presence"][number]) => {
    const parts = one.present.length > 0 ? [items(one.present)] : [];
    if (one.byLetter.length > 0) {
      const words = say(locale, "minutes.presence.byLetter");
      parts.push(isWhole(one.byLetter) ? words : `${words} ${items(one.byLetter)}`);
    }
    return parts.length > 0 ? parts.join("; ") : say(locale, "minutes.presence.none");
  };
  return (
    <section class="flow" aria-labelledby="presence">
      <h2 id="presence">{say(locale, "minutes.presence")}</h2>
      <p>
        {say(locale, "minutes.presence.counts", {
          ...{ members, present, absent: members - present, guests: guests.length },
        })}{" "}
        {guests.length > 0 && `${listOf(locale, guests)}. `}
        {say(locale, "minutes.presence.key")}
      </p>
      <ListTable
        caption={say(locale, "minutes.presence.caption")}
        isCaptionHidden
        isTight
        columns={[
          { label: say(locale, "minutes.presence.member") },
          { label: say(locale, "minutes.presence.institution"), isPlain: true },
          { label: say(locale, "minutes.presence.items"), isNumber: true },
        ]}
        rows={presence.map((one) => [
          inScript(locale, one.name),
          <span class="hint">{inScript(locale, one.institution ?? "")}</span>,
          cell(one),
        ])}
      />
    </section>
  );
}

function Attested({ locale, minutes }: MinutesProps) {
  const { attested, election } = minutes;
  if (attested.length === 0) return null;
  return (
    <section class="flow" aria-labelledby="attested">
      <h2 id="attested">{say(locale, "minutes.attested")}</h2>
      <ListTable
        caption={say(locale, "minutes.attested.caption")}
        isCaptionHidden
        isTight
        columns={[
          { label: say(locale, "minutes.attested.name") },
          { label: say(locale, "minutes.attested.role"), isPlain: true },
          { label: say(locale, "minutes.attested.when"), isNumber: true },
        ]}
        rows={attested.map(({ name, does, at }) => [
          inScript(locale, name),
          say(locale, `common.does.${does}`),
          dateTime(locale, at, election.zone),
        ])}
      />
    </section>
  );
}

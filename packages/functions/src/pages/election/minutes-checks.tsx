import { AskingStep, type Minutes, type Stage } from "@quorate/core/election";
import { dateTime, inScript, type Locale, listOf, type MessageKey, onMoment, say } from "@quorate/core/i18n";
import type { Instant } from "@quorate/core/kit";
import { shortHash } from "@quorate/core/vote";
import type { Child } from "hono/jsx";
import * as v from "valibot";
import { Facts } from "../look/index.ts";
import { stageName } from "./standing-words.ts";

/** What was sent back, where that is not said in general. */
const returnedWords: Partial<Record<Minutes["returned"][number]["step"], MessageKey>> = {
  attestation: "minutes.attestation.objection",
  witness: "lot.minutes.returned",
};

/** What a reader can check: the roll, the texts, the rules and the journal by their hashes; and everything out of the ordinary. */
export function MinutesChecks({ locale, minutes }: { locale: Locale; minutes: Minutes }) {
  const { election, votes } = minutes;
  const { roll, journal, zone } = election;
  const at = (instant: Instant) => dateTime(locale, instant, zone, { year: true });
  const facts: (readonly [string, Child])[] = [];
  if (roll) {
    const words = say(locale, "minutes.checks.roll.frozen", { n: roll.size, when: at(roll.at) });
    facts.push([say(locale, "minutes.checks.roll"), <Hashed words={words} hash={fingerprint(roll.hash)} />]);
  }
  for (const { number, text } of votes) {
    if (!text) continue;
    const words = `${inScript(locale, text.title)} (${shortHash(text.hash)})`;
    facts.push([
      say(locale, "minutes.checks.text", { n: number }),
      <Hashed words={words} hash={fingerprint(text.hash)} />,
    ]);
  }
  for (const { hash, votes: under } of minutes.profiles) {
    const words = under.map((n) => say(locale, "election.field.vote.n", { n })).join(", ");
    facts.push([say(locale, "minutes.checks.profile"), <Hashed words={words} hash={fingerprint(hash)} />]);
  }
  facts.push([say(locale, "minutes.checks.undelivered"), <Undelivered locale={locale} minutes={minutes} />]);
  facts.push([
    say(locale, "minutes.checks.addresses"),
    say(locale, "minutes.checks.addresses.n", { n: minutes.addressChanges }),
  ]);
  if (minutes.moved.length > 0) {
    facts.push([say(locale, "minutes.checks.extensions"), <Moved locale={locale} minutes={minutes} />]);
  }
  if (minutes.left.length > 0) facts.push([say(locale, "roll.left"), <LeftRoll locale={locale} minutes={minutes} />]);
  if (minutes.passed.length > 0) {
    facts.push([say(locale, "duties.minutes"), <Passed locale={locale} minutes={minutes} />]);
  }
  const head = say(locale, "minutes.checks.journal.head", { n: journal.seq });
  facts.push([say(locale, "minutes.checks.journal"), <Hashed words={head} hash={fingerprint(journal.hash)} />]);
  return (
    <section class="flow" aria-labelledby="checks">
      <h2 id="checks">{say(locale, "minutes.checks")}</h2>
      <Facts facts={facts} />
      {minutes.returned.map(({ name, step, reason, at: when }) => (
        <p>
          {say(locale, returnedWords[step] ?? "minutes.returned", {
            ...words(locale, name, reason),
            when: onMoment(locale, when, zone),
          })}
        </p>
      ))}
      {minutes.challenges.length > 0 && <h3>{say(locale, "objections.list")}</h3>}
      {minutes.challenges.map(({ name, reason, at: when }) => (
        <p>{say(locale, "objections.one", { ...words(locale, name, reason), when: dateTime(locale, when, zone) })}</p>
      ))}
    </section>
  );
}

const words = (locale: Locale, name: string, reason: string) => ({
  name: inScript(locale, name),
  reason: inScript(locale, reason),
});

/** A hash as people compare it: its first twenty-four digits in fours. */
function fingerprint(hash: string): string {
  return (hash.slice(0, 24).match(/.{4}/g) ?? []).join(" ");
}

function Hashed({ words, hash }: { words: string; hash: string }) {
  return (
    <>
      {words}
      <br />
      <code>{hash}</code>
    </>
  );
}

/** From here on it is known that who is undelivered and not waived cannot change an outcome (votes R4). */
const settled: readonly Stage[] = [
  ...([
    "chair",
    "lot",
    "draw",
    "witness",
    "declaration",
    "result",
    "declared",
    "annulment",
    "annulled",
    "final",
  ] as const),
];

/** Whose letters came back; with the record that it goes on, or that it changes nothing. */
function Undelivered({ locale, minutes }: { locale: Locale; minutes: Minutes }) {
  const { undelivered, waivers, election } = minutes;
  if (undelivered.length === 0) return <>{say(locale, "common.none")}</>;
  const waived = waivers.map(({ name }) => name);
  const others = undelivered.filter((name) => !waived.includes(name));
  const isSettled = settled.includes(election.stage);
  return (
    <>
      {others.length > 0 && (
        <p>
          {isSettled
            ? say(locale, "minutes.checks.undelivered.cannot", { name: listOf(locale, others) })
            : listOf(locale, others)}
        </p>
      )}
      {waivers.map(({ name, reason, by, at }) => (
        <p>
          {say(locale, "minutes.checks.waived", {
            ...words(locale, name, reason),
            by: inScript(locale, by),
            when: dateTime(locale, at, election.zone, { year: true }),
          })}
        </p>
      ))}
    </>
  );
}

/** Who left while the roll was open, on whose record and why; and whether her vote counts. */
function LeftRoll({ locale, minutes }: { locale: Locale; minutes: Minutes }) {
  return (
    <>
      {minutes.left.map(({ name, reason, by, at, hasVoted }) => (
        <p>
          {say(locale, hasVoted ? "roll.left.voted" : "roll.left.removed", {
            ...{ ...words(locale, name, reason), by: inScript(locale, by) },
            when: dateTime(locale, at, minutes.election.zone),
          })}
        </p>
      ))}
    </>
  );
}

function Passed({ locale, minutes }: { locale: Locale; minutes: Minutes }) {
  return (
    <>
      {minutes.passed.map(({ names, isBack, at }) => {
        const words = { names: listOf(locale, names), when: dateTime(locale, at, minutes.election.zone) };
        return <p>{say(locale, isBack ? "duties.minutes.back" : "duties.minutes.passed", words)}</p>;
      })}
    </>
  );
}

function Moved({ locale, minutes }: { locale: Locale; minutes: Minutes }) {
  const { zone } = minutes.election;
  return (
    <>
      {minutes.moved.map(({ step, from, until, by, at }) => {
        const known = v.safeParse(AskingStep, step);
        return (
          <p>
            {say(locale, "minutes.checks.moved", {
              step: known.success ? stageName(locale, known.output) : step,
              before: dateTime(locale, from, zone),
              after: dateTime(locale, until, zone),
              name: inScript(locale, by),
              when: dateTime(locale, at, zone),
            })}
          </p>
        );
      })}
    </>
  );
}

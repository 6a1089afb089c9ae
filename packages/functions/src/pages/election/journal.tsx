import { AskingStep, candidateNames, Stage, votesOf } from "@quorate/core/election";
import { dateTime, inScript, isMessageKey, type Locale, say } from "@quorate/core/i18n";
import { firstBroken, type JournalEntry, readableHash, readJournal } from "@quorate/core/journal";
import { Instant, type World } from "@quorate/core/kit";
import { membersOf } from "@quorate/core/people";
import { Hono } from "hono";
import * as v from "valibot";
import { ConsolePage, electionPath } from "../console.tsx";
import { ListTable } from "../look/index.ts";
import { electionConsole } from "./election-console.ts";
import { stageName } from "./standing-words.ts";

/** What the ids in the journal stand for; it holds no names itself. */
type Known = {
  locale: Locale;
  zone: string;
  members: ReadonlyMap<string, string>;
  candidates: ReadonlyMap<string, string>;
};

/** The journal of an election in words, with its hashes, and whether the chain is whole. */
export function journalPages(world: World): Hono {
  return new Hono().get("/n/:network/elections/:id/journal", async (c) => {
    const { locale, network, election } = await electionConsole(c, world);
    const entries = await readJournal(world.table, election.id);
    const broken = firstBroken(entries, election.journal);
    const members = new Map((await membersOf(world.table, network.id)).map(({ id, name }) => [id, name]));
    const candidates = new Map<string, string>();
    for (const { id, vote } of await votesOf(world.table, election.id)) {
      const names = await candidateNames(world, network.id, vote);
      for (const [candidate, name] of names) candidates.set(`${id} ${candidate}`, name);
    }
    const known = { locale, zone: election.zone, members, candidates };
    const path = electionPath(election);
    const title = say(locale, "common.journal");
    return c.html(
      <ConsolePage {...{ locale, network, title, current: "elections", width: "wide", path: `${path}/journal` }}>
        <header>
          <p class="kicker">{inScript(locale, election.title)}</p>
          <h1>{title}</h1>
        </header>
        <p class="lead">{say(locale, "election.journal.lead")}</p>
        <div class={broken === undefined ? "notice" : "notice bad"}>
          <p>
            {broken === undefined
              ? say(locale, "election.journal.whole", { n: entries.length })
              : say(locale, "election.journal.broken", { n: broken })}
          </p>
        </div>
        <div class="card">
          <Entries {...known} entries={entries} />
        </div>
        <div class="buttons">
          <a class="button plain" href={path}>
            {say(locale, "common.back")}
          </a>
        </div>
      </ConsolePage>,
    );
  });
}

function Entries({ entries, ...known }: Known & { entries: readonly JournalEntry[] }) {
  const { locale, zone, members } = known;
  const column = (name: "entry" | "what" | "who" | "hash") => ({ label: say(locale, `election.journal.${name}`) });
  return (
    <ListTable
      caption={say(locale, "common.journal")}
      isCaptionHidden
      columns={[column("what"), { label: say(locale, "common.when") }, column("who"), column("entry"), column("hash")]}
      rows={entries.map((entry) => {
        const facts = factLines(entry, known);
        return [
          <>
            {sentence(entry, known)}
            {facts.map((line) => (
              <>
                <br />
                <span class="hint">{line}</span>
              </>
            ))}
          </>,
          <time datetime={entry.at}>{dateTime(locale, entry.at, zone)}</time>,
          inScript(locale, members.get(entry.actor) ?? (entry.actor === "quorate" ? "Quorate" : entry.actor)),
          String(entry.seq),
          <code>{readableHash(entry.hash)}</code>,
        ];
      })}
    />
  );
}

/** What an entry says happened. An act that the catalogue has no words for is shown by its own name. */
function sentence({ act, facts }: JournalEntry, { locale, zone, members }: Known): string {
  const key = `election.journal.${act}`;
  if (!isMessageKey(key)) return act;
  const number = (name: string) => Number(facts[name] ?? 0);
  const moment = (name: string) => {
    const read = v.safeParse(Instant, facts[name]);
    return read.success ? dateTime(locale, read.output, zone) : "";
  };
  const stage = v.safeParse(v.union([Stage, AskingStep]), facts.stage ?? facts.step);
  const name = (fact: string) => inScript(locale, members.get(String(facts[fact])) ?? "");
  return say(locale, key, {
    ...{ n: String(facts.vote ?? "").replace(/^v/, ""), present: number("present"), size: number("size") },
    ...{ asked: number("asked"), step: stage.success ? stageName(locale, stage.output) : "" },
    ...{ from: moment("from"), until: moment("until"), name: name("member"), replaced: name("replaces") },
  });
}

/** The figures, hashes and people of an entry that its sentence does not say. */
function factLines({ facts }: JournalEntry, known: Known): string[] {
  return Object.entries(facts).flatMap(([name, fact]) => {
    if (typeof fact === "object") return [`${name.replace(/^v/, "")}. ${figuresText(name, fact, known)}`];
    const member = known.members.get(String(fact));
    if (member && /^(attester|declarer|holder)-/.test(name)) return [inScript(known.locale, member)];
    if (!/^[0-9a-f]{64}$/.test(String(fact))) return [];
    const about = known.members.get(name);
    const hash = readableHash(String(fact));
    return [about ? `${inScript(known.locale, about)}: ${hash}` : hash];
  });
}

/** Candidates come first, in no order of their own. */
const figureOrder = [
  ...["for", "against", "sent", "confirm", "object"],
  ...["abstain", "silent", "late", "undelivered"],
];

function figuresText(vote: string, figures: Readonly<Record<string, number>>, { locale, candidates }: Known): string {
  return Object.entries(figures)
    .toSorted(([a], [b]) => figureOrder.indexOf(a) - figureOrder.indexOf(b))
    .map(([name, value]) => {
      const key = `election.figures.${name}`;
      const label = isMessageKey(key) ? say(locale, key) : inScript(locale, candidates.get(`${vote} ${name}`) ?? name);
      return `${label} ${value}`;
    })
    .join(", ");
}

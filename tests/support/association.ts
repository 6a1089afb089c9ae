import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as Election from "@quorate/core/election";
import { after, create, type Instant, newId } from "@quorate/core/kit";
import { Member, Network, Person } from "@quorate/core/people";
import * as Session from "@quorate/core/session";
import { plainProfile } from "@quorate/core/vote";
import { StandingClock } from "@quorate/local/clock";
import { Browser } from "@quorate/local/demo/browser";
import { type Machine, startMachine } from "@quorate/local/machine";
import type { MailSinkOptions } from "@quorate/local/mail-sink";

/** A machine of its own whose clock stands, for one story. */
export async function startStory(start: Instant, mail: MailSinkOptions["faults"] | undefined = undefined) {
  const dataPath = await mkdtemp(join(tmpdir(), "quorate-story-"));
  const clock = new StandingClock(start);
  const log: string[] = [];
  let port = 0;
  const open = () =>
    startMachine({
      ...{ dataPath, port, host: "127.0.0.1", clock, write: (line: string) => log.push(line) },
      ...(mail && { mail: { faults: mail } }),
    });
  let machine = await open();
  // Letters name the address of the first start.
  port = Number(new URL(machine.url).port);
  return {
    clock,
    log,
    get machine() {
      return machine;
    },
    /** Moves the time on and waits until everything that follows from it has happened. */
    async moveTo(instant: Instant) {
      clock.moveTo(instant);
      await machine.settled();
    },
    async restart() {
      await machine.close();
      machine = await open();
      await machine.settled();
    },
    async close() {
      await machine.close();
      await rm(dataPath, { recursive: true, force: true });
    },
  };
}

export type Story = Awaited<ReturnType<typeof startStory>>;

/** The association of the story: 27 members, of whom the first coordinates, records and declares. */
export async function foundAssociation(machine: Machine, size = 27) {
  const { world } = machine;
  const network = newId(world.random, "network");
  const zone = "Europe/Belgrade";
  const shared = { locale: "sr-Cyrl" as const, zone };
  const now = world.clock.now();
  await world.table.write([
    create(Network, { id: network, name: "Актив стручних сарадника", shortName: "Актив", ...shared, createdAt: now }),
  ]);
  const members: { id: string; person: string; name: string; address: string }[] = [];
  for (let index = 1; index <= size; index += 1) {
    const member = newId(world.random, "member");
    const person = newId(world.random, "person");
    const name = `Члан ${String(index).padStart(2, "0")}`;
    // The last one's mailbox sends letters back.
    const address = index === size ? `bounce.${index}@school.test` : `member${index}@school.test`;
    const place = { network, id: member, person, name, groups: [], standing: "active" as const };
    await world.table.write([
      create(Person, { id: person, address, ...shared }),
      create(Member, { ...place, coordinator: index === 1, since: now }),
    ]);
    members.push({ id: member, person, name, address });
  }
  return { network, zone, members, memberAt: (index: number) => pick(members, index) };
}

export type Association = Awaited<ReturnType<typeof foundAssociation>>;

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`there is no number ${index}`);
  return found;
}

/** A session in ten days, and an election of a president and on a plan of work that meets there. */
export async function openElection(
  story: Story,
  { network, zone, memberAt }: Association,
  more: Partial<Election.SetUp> = {},
) {
  const { world } = story.machine;
  const startsAt = after(world.clock.now(), { days: 10 });
  const session = await Session.planSession(world, {
    ...{ network, zone, startsAt, actor: memberAt(0).id, title: "1. седница", place: "видео-позив", agenda: [] },
    ...{ recorder: memberAt(0).id, verifiers: [memberAt(1).id, memberAt(2).id] },
  });
  const deadline = (days: number) => after(startsAt, { days });
  const election = await Election.openElection(world, {
    ...{ network, session, actor: memberAt(0).id, title: "Избор председника и план рада", profile: plainProfile },
    votes: [
      { kind: "elect", title: "Избор председника" },
      { kind: "adopt", title: "Усвајање плана рада", text: { title: "План рада", body: "Четири семинара." } },
    ],
    mode: "ratified",
    declarers: [memberAt(0).id, memberAt(1).id],
    deadlines: {
      figures: deadline(1),
      attestation: deadline(2),
      confirmation: deadline(7),
      waiver: deadline(9),
      declaration: deadline(12),
    },
    ...more,
  });
  await story.machine.settled();
  return { session, election, startsAt };
}

/** Holds the session: so many are present from its beginning, and each vote is put for ten minutes. */
export async function holdSession(
  story: Story,
  { memberAt }: Association,
  of: { session: string; election: string; startsAt: Instant },
  present: number,
  candidates: readonly number[] = [3],
) {
  await story.moveTo(of.startsAt);
  const { world } = story.machine;
  await Session.openSession(world, of.session);
  for (let index = 0; index < present; index += 1) {
    await Session.recordPresence(world, { session: of.session, member: memberAt(index).id, there: true });
  }
  const votes = await Election.votesOf(world.table, of.election);
  const actor = memberAt(0).id;
  for (const { number, vote } of votes) {
    story.clock.moveTo(after(world.clock.now(), { minutes: 5 }));
    const named = vote.kind === "elect" ? candidates.map((index) => memberAt(index).id) : [];
    await Election.openVote(world, { election: of.election, number, actor, candidates: named });
    story.clock.moveTo(after(world.clock.now(), { minutes: 5 }));
    await Election.closeVote(world, { election: of.election, number, actor });
  }
  await Session.closeSession(world, of.session, (session) => Election.mayCloseSession(world, session));
  await story.machine.settled();
}

/** The last letter to somebody that has a link to a form, and what she sees behind it. */
export async function formOf(story: Story, address: string, subject: string) {
  const letters = story.machine.mailSink?.letters({ to: address }) ?? [];
  const letter = letters.findLast(
    (one) => one.subject.includes(subject) && one.links.some((href) => href.includes("/a/")),
  );
  const link = letter?.links.find((href) => href.includes("/a/"));
  if (!link) throw new Error(`no form for ${address}: ${letters.map((one) => one.subject).join(" · ")}`);
  const browser = new Browser(story.machine.url);
  const page = await browser.open(link);
  return { browser, page, link, form: page.forms.find((one) => one.action.includes("/a/")) };
}

/** Opens the form from her letter, fills it in and sends it; the page that follows. */
export async function answer(story: Story, address: string, subject: string, fields: Readonly<Record<string, string>>) {
  const { browser, page, form } = await formOf(story, address, subject);
  if (!form) throw new Error(`no form at ${page.url}: ${page.text}`);
  const sent = await browser.send(page, form, fields);
  await story.machine.settled();
  return sent;
}

/** What letters somebody got, by subject, in order. */
export function subjectsTo(story: Story, address: string): string[] {
  return (story.machine.mailSink?.letters({ to: address }) ?? []).map((letter) => letter.subject);
}

import { readElection, votesOf } from "@quorate/core/election";
import { plainProfile, profileHash, profilesOf, readyProfiles, shortHash } from "@quorate/core/vote";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memberId, NETWORK, openedElection, type Site, setUp, signedIn, site, wordsOf } from "../election/site.ts";

let here: Site;
beforeEach(async () => {
  here = await site();
});
afterEach(() => here.close());

const rules = `/n/${NETWORK}/rules`;
const elections = `/n/${NETWORK}/elections`;

/** The parts of the plain rules, as the form sends them. */
const plainParts = {
  ...{ share: "more-than 1/2", base: "all-members", quorum: "more-than 1/2", letters: "no" },
  ...{ tie: "repeat", source: "", at: "", nominee: "out", two: "yes" },
};

const inForce = () => profilesOf(here.world.table, NETWORK);

describe("the rules of a network", () => {
  it("stand in words for each kind of vote, with their fingerprint, and who set them", async () => {
    const { status, html } = await here.get(rules);
    expect(status).toBe(200);
    const words = wordsOf(html);
    expect(words).toContain("Одлучује више од половине свих чланова.");
    expect(words).toContain(`Отисак правила: ${shortHash(profileHash(plainProfile))}.`);
    expect(words).toContain("Ова правила још нико није мењао.");
  });

  it("are for its coordinators only", async () => {
    expect((await here.get(rules, await signedIn(here.world, `per_${memberId(5)}`))).status).toBe(403);
    expect((await here.post(`${rules}/elect/ready`, { ready: "plain" }, "")).status).toBe(401);
    expect((await here.get(`${rules}/petition`)).status).toBe(404);
  });

  it("can be taken over ready, for one kind and not for the other", async () => {
    expect(wordsOf((await here.get(`${rules}/elect`)).html)).toContain("Мрежа сарадње у Пољској");
    const taken = await here.post(`${rules}/elect/ready`, { ready: "polish-network" });
    expect(taken.status).toBe(303);
    expect(await inForce()).toEqual({ elect: readyProfiles["polish-network"].elect, adopt: plainProfile });
    const words = wordsOf((await here.get(rules)).html);
    expect(words).toContain("Одлучује више од половине датих гласова.");
    expect(words).toContain("Ако је број гласова једнак, у другом кругу су само они с једнаким бројем гласова.");
  });

  it("can be set part by part, with a lot, whose day each election sets", async () => {
    const lot = {
      ...plainParts,
      share: "at-least 2/3",
      quorum: "at-least 0/1",
      tie: "lot",
      nominee: "stands",
      two: "no",
    };
    const set = await here.post(`${rules}/elect`, { ...lot, letters: "yes", source: " Лото " });
    expect(set.status).toBe(303);
    expect((await inForce()).elect).toEqual({
      threshold: { numerator: 2, denominator: 3, comparison: "at-least" },
      quorum: { numerator: 0, denominator: 1, comparison: "at-least" },
      ...{ base: "all-members", lettersCountTowardsQuorum: true, silentNominee: "stands", twoPeopleDeclare: false },
      tie: { kind: "lot", source: "Лото" },
    });
    const { html } = await here.get(`${rules}/elect`);
    expect(html).toMatch(/name="source"[^>]*value="Лото"/);
    expect(html).toMatch(/<option value="at-least 2\/3" selected/);
  });

  it("are not set by ready rules that there are none of", async () => {
    expect((await here.post(`${rules}/elect/ready`, { ready: "monarchy" })).status).toBe(422);
    expect(await inForce()).toEqual({ elect: plainProfile, adopt: plainProfile });
  });

  it.each([
    ["a share of no rule", "elect", { ...plainParts, share: "67 %" }, "share"],
    ["a share that nobody could reach", "elect", { ...plainParts, share: "more-than 1/1" }, "share"],
    ["no base", "adopt", { ...plainParts, base: "" }, "base"],
    ["a lot from nowhere", "elect", { ...plainParts, tie: "lot" }, "source"],
    ["nobody said to declare", "adopt", { ...plainParts, two: "" }, "two-yes"],
  ])("are not set with %s; the page says so at its field and keeps what was typed", async (_, path, typed, field) => {
    const { status, html } = await here.post(`${rules}/${path}`, typed);
    expect(status).toBe(422);
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain(`id="${field}"`);
    expect(await inForce()).toEqual({ elect: plainProfile, adopt: plainProfile });
  });
});

describe("an election", () => {
  const asTheNetwork = { share: "network", base: "network", quorum: "network" };

  it("takes the rules of each kind over when it is opened, and keeps them when the network's change", async () => {
    await here.post(`${rules}/elect/ready`, { ready: "polish-network" });
    const cookie = await signedIn(here.world, `per_${memberId(0)}`);
    const { html } = await here.get(`${elections}/new?session=${here.session}`, cookie);
    expect(html).toMatch(/<option value="network" selected/);
    const opened = await here.post(elections, { ...setUp(here.session), ...asTheNetwork }, cookie);
    expect(opened.status).toBe(303);
    const id = opened.to.split("/").at(-1) ?? "";
    await here.post(`${rules}/elect/ready`, { ready: "plain" });
    const votes = await votesOf(here.world.table, id);
    const polish = readyProfiles["polish-network"].elect;
    expect(votes.map(({ vote }) => vote.profile)).toEqual([polish, polish, plainProfile]);
    expect((await readElection(here.world, id)).profile.twoPeopleDeclare).toBe(true);
  });

  it("may have a part of its own, for every vote in it", async () => {
    await here.post(`${rules}/elect/ready`, { ready: "polish-network" });
    const id = await openedElection(here);
    const votes = await votesOf(here.world.table, id);
    expect(votes.map(({ vote }) => vote.profile.base)).toEqual(["all-members", "all-members", "all-members"]);
    expect(votes.map(({ vote }) => vote.profile.tie.kind)).toEqual(["run-off", "run-off", "repeat"]);
  });

  it("is declared by one person where the rules of all its votes say that one suffices, and by two where one's do not", async () => {
    const one = { ...plainParts, two: "no" };
    const alone = { ...setUp(here.session), ...asTheNetwork, declarer2: "" };
    await here.post(`${rules}/elect`, one);
    const refused = await here.post(elections, alone);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="#declarer2"');
    await here.post(`${rules}/adopt`, one);
    const opened = await here.post(elections, alone);
    expect(opened.status).toBe(303);
    const election = await readElection(here.world, opened.to.split("/").at(-1) ?? "");
    expect(election).toMatchObject({ declarers: [memberId(0)], profile: { twoPeopleDeclare: false } });
  });
});

import { after } from "@quorate/core/kit";
import { type Actor, chosenValue, GRACE, Play, type PlayOptions } from "./play.ts";
import { rosterCsv } from "./roster.ts";

const network = {
  name: "Sieć współpracy gmin wiejskich",
  shortName: "Sieć gmin",
  locale: "pl",
  zone: "Europe/Warsaw",
};

const rows: readonly (readonly [name: string, institution: string, address: string, isPresent: boolean])[] = [
  ["Agnieszka Baran", "Urząd Gminy Lipowiec", "agnieszka.baran", true],
  ["Bogdan Cichy", "Urząd Gminy Brzozowa", "bogdan.cichy", true],
  ["Dorota Czajka", "Urząd Gminy Zalesie", "dorota.czajka", true],
  ["Ewa Lis", "Urząd Gminy Jaworze", "ewa.lis", true],
  ["Grzegorz Mazur", "Urząd Gminy Olszanka", "grzegorz.mazur", true],
  ["Halina Wójcik", "Urząd Gminy Dębina", "halina.wojcik", true],
  ["Iwona Żak", "Urząd Gminy Kalinowo", "iwona.zak", true],
  ["Jan Kot", "Urząd Gminy Świerczyna", "jan.kot", true],
  ["Krystyna Sowa", "Urząd Gminy Łąki", "krystyna.sowa", false],
  ["Łukasz Dudek", "Urząd Gminy Topola", "lukasz.dudek", false],
  ["Małgorzata Śliwa", "Urząd Gminy Grabowo", "malgorzata.sliwa", false],
  ["Tomasz Wrona", "Urząd Gminy Wierzbno", "tomasz.wrona", false],
];

const members: readonly Actor[] = rows.map(([name, institution, address, isPresent]) => ({
  ...{ name, institution, isPresent },
  address: `${address}@sieci.test`,
}));

const coordinator = "Agnieszka Baran";
const verifiers = ["Bogdan Cichy", "Dorota Czajka"] as const;
const candidates = { first: "Ewa Lis", second: "Tomasz Wrona", deputy: "Jan Kot", declines: "Krystyna Sowa" };
const NOBODY = "nobody";

/**
 * The story of a network of twelve municipalities: its members propose a moderator and a deputy by letter, the nominees accept or
 * decline, eight of them vote at a session and four by letter in one count, which is tied; the two who are tied stand in a run-off
 * by letter, and one is declared. The text of the minutes at its end.
 */
export async function playOfficers(options: PlayOptions): Promise<string> {
  const table = rosterCsv("imię i nazwisko,adres,instytucja", members);
  const play = new Play({ network, members, coordinator, verifiers, rosterCsv: table }, options);
  await play.setUp();
  await play.signIn();
  const home = await play.importRoster();
  await play.takeRules(home, "elect", "polish-network");
  await play.told("She takes the ready rules: more than half of the votes cast, and a run-off where votes are equal");
  const startsAt = await play.morningIn(14);
  const session = await play.planSession(home, {
    ...{ title: "Pierwsze spotkanie sieci", startsAt, place: "Warszawa, ul. Polna 1" },
    agenda: "Wybór moderatora\nWybór zastępcy moderatora",
  });
  const until = await play.openElection(home, session, "Wybory moderatora i zastępcy", (form) => ({
    ...{ "vote1-kind": "elect", "vote1-title": "Wybór moderatora" },
    ...{ "vote2-kind": "elect", "vote2-title": "Wybór zastępcy moderatora" },
    ...{ mode: "combined", nominate: "yes" },
    declarer1: chosenValue(form, "declarer1", coordinator),
    declarer2: chosenValue(form, "declarer2", verifiers[0]),
  }));
  await play.told(
    "She opens the election: two offices, candidates by letter, one count of the session and of the letters",
  );
  await nominate(play);
  await play.moveTo(after(until("nominationsBy"), GRACE));
  await accept(play);
  await play.answer(coordinator, "lista kandydatów", () => ({ verdict: "agree" }));
  await play.told(`${coordinator} approves the list of candidates from her letter`);
  await play.moveTo(startsAt);
  await play.holdSession(session, [{}, {}]);
  await count(play);
  await voteByLetter(play);
  await runOff(play);
  for (const name of [coordinator, verifiers[0]]) {
    await play.answer(name, "ogłoszenie wyniku", () => ({ verdict: "agree" }));
  }
  await play.told(`${coordinator} and ${verifiers[0]} approve the result, each from a letter`);
  return play.readResult(candidates.second);
}

/** Six members propose; the others stay silent, which proposes nobody. */
async function nominate(play: Play): Promise<void> {
  const proposals: readonly (readonly [by: string, moderator: string, deputy: string | undefined])[] = [
    ["Dorota Czajka", candidates.first, candidates.deputy],
    ["Grzegorz Mazur", candidates.first, candidates.deputy],
    ["Halina Wójcik", candidates.second, candidates.declines],
    ["Małgorzata Śliwa", candidates.second, undefined],
    ["Łukasz Dudek", candidates.second, candidates.deputy],
    ["Iwona Żak", candidates.declines, undefined],
  ];
  for (const [by, moderator, deputy] of proposals) {
    await play.answer(by, "zgłaszanie kandydatur", (form) => ({
      v1: chosenValue(form, "v1", moderator),
      v2: deputy === undefined ? NOBODY : chosenValue(form, "v2", deputy),
    }));
  }
  await play.told(`${proposals.length} of ${members.length} propose candidates by letter`);
}

async function accept(play: Play): Promise<void> {
  const { first, second, deputy, declines } = candidates;
  await play.answer(first, "zgłoszona kandydatura", () => ({
    ...{ v1: "accept", "v1-statement": "Chcę, aby każda gmina miała w sieci partnera." },
  }));
  await play.answer(second, "zgłoszona kandydatura", () => ({
    ...{ v1: "accept", "v1-statement": "Spotkania co miesiąc, krótko i na temat." },
  }));
  await play.answer(deputy, "zgłoszona kandydatura", () => ({ v2: "accept" }));
  await play.answer(declines, "zgłoszona kandydatura", () => ({ v1: "decline", v2: "decline" }));
  await play.told(`${first}, ${second} and ${deputy} accept, ${declines} declines`);
}

/** Eight are there: 4 and 3 for the moderator, one abstains; all for the deputy. */
async function count(play: Play): Promise<void> {
  await play.answer(coordinator, "liczby głosów", () => ({
    ...{ "v1-c1": "4", "v1-c2": "3", "v1-abstain": "1" },
    ...{ "v2-for": "8", "v2-against": "0", "v2-abstain": "0" },
  }));
  for (const name of [coordinator, ...verifiers]) {
    await play.answer(name, "poświadczenie liczb", () => ({ verdict: "agree" }));
  }
  await play.told("The hands are counted and attested: 4 and 3 for the moderator, 1 abstains; 8 for the deputy");
}

/** Four are absent: with their letters each candidate for moderator has five. */
async function voteByLetter(play: Play): Promise<void> {
  const choices = ["c1", "c2", "c2", "abstain"];
  for (const [index, { name }] of members.filter(({ isPresent }) => !isPresent).entries()) {
    await play.answer(name, "głosowanie", () => ({ v1: choices[index] ?? "abstain", v2: "for" }));
  }
  await play.told("All four absent have voted by letter: five votes each for the moderator, a tie");
}

async function runOff(play: Play): Promise<void> {
  const { first, second } = candidates;
  for (const [index, { name }] of members.entries()) {
    const chosen = index < 5 ? first : second;
    await play.answer(name, "ponowne głosowanie", (form) => ({ v1r2: chosenValue(form, "v1r2", chosen) }));
  }
  await play.told(`Everybody votes again by letter, on the two alone: ${first} 5, ${second} 7`);
}

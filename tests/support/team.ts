import { after, create, newId } from "@quorate/core/kit";
import { Member, Network, Person } from "@quorate/core/people";
import { beginPlan } from "@quorate/core/plan";
import type { Browser, Page } from "@quorate/local/demo/browser";
import type { Machine } from "@quorate/local/machine";
import type { Story } from "./association.ts";
import { signedIn } from "./coordinator.ts";

export const START = "2026-03-02T07:00:00.000Z";

/** The municipal team of Šilagiris: name, institution, and whether she coordinates. */
const people = {
  daiva: ["Daiva Mikalauskienė", "Savivaldybės administracija", true],
  ruta: ["Rūta Jankauskaitė", "Ąžuolų progimnazija", true],
  tomas: ["Tomas Žemaitis", "Ąžuolų progimnazija", false],
  rasa: ["Rasa Kazlauskaitė", "Beržų progimnazija", false],
  inga: ["Inga Paulauskienė", "Lopšelis-darželis „Žiogelis“", false],
  mindaugas: ["Mindaugas Šimkus", "Liepų gimnazija", false],
  egle: ["Eglė Petraitienė", "Klevų mokykla", false],
  jonas: ["Jonas Vaitkus", "Savivaldybės taryba", false],
} as const;
export type Name = keyof typeof people;

const outline = [
  "sritis;Įtrauktis",
  "tikslas;Kiekvienas mokinys laiku gauna pagalbą",
  "uždavinys;Stiprinti specialistų bendradarbiavimą",
  "veikla;Bendri praktikumai;;;6 praktikumai per metus",
  "sritis;Lyderystė",
  "tikslas;Mokyklų vadovai mokosi vieni iš kitų",
].join("\n");

/** A Lithuanian municipal team with a plan that Rūta has drafted. */
export async function foundTeam(machine: Machine) {
  const { world } = machine;
  const network = newId(world.random, "network");
  const shared = { locale: "lt" as const, zone: "Europe/Vilnius" };
  const now = world.clock.now();
  await world.table.write([
    create(Network, {
      id: network,
      name: "Šilagirio savivaldybės komanda",
      shortName: "Komanda",
      ...shared,
      createdAt: now,
    }),
  ]);
  const ids = new Map<string, string>();
  for (const [key, [name, institution, coordinator]] of Object.entries(people)) {
    const [person, member] = [newId(world.random, "person"), newId(world.random, "member")];
    const place = { network, id: member, person, name, institution, groups: [], standing: "active" as const };
    await world.table.write([
      create(Person, { id: person, address: addressOf(key), ...shared }),
      create(Member, { ...place, coordinator, since: now }),
    ]);
    ids.set(key, member);
  }
  const id = (name: Name) => ids.get(name) ?? "";
  const plan = await beginPlan(world, { network, actor: id("ruta"), title: "Pažangos planas 2026–2028", outline });
  return { network, plan, id, zone: shared.zone };
}
export type Team = Awaited<ReturnType<typeof foundTeam>>;

export const addressOf = (name: string) => `${name}@silagiris.test`;
export const nameOf = (name: Name) => people[name][0];
export const inDays = (days: number, hours = 0) => after(START, { days, hours });

/** Daiva's browser on the rounds of the plan. */
export async function atRounds(story: Story, team: Team): Promise<{ browser: Browser; page: Page }> {
  const browser = await signedIn(story, addressOf("daiva"));
  return { browser, page: await browser.open(`/n/${team.network}/plans/${team.plan}/rounds`) };
}

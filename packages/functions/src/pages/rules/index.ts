import { parseInput, Refusal, type World } from "@quorate/core/kit";
import { Member } from "@quorate/core/people";
import {
  profilesOf,
  ReadyProfile,
  type RulesProfile,
  readyNamed,
  readyProfiles,
  rulesOf,
  setProfile,
  VoteKind,
} from "@quorate/core/vote";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { rulesPath } from "../console.tsx";
import { type Console, consoleOf } from "../people/index.ts";
import { typedText } from "../typed.ts";
import { readProfile, typedProfile } from "./parts.ts";
import { RulesOfKindPage } from "./rules-of-kind-page.tsx";
import { type KindRules, RulesPage } from "./rules-page.tsx";

/** The rules that a network's next elections take over: in words, and to choose or to set for each kind of vote. */
export function rulesPages(world: World): Hono {
  return new Hono()
    .get("/n/:network/rules", async (c) => {
      const console = await consoleOf(c, world, c.req.param("network"));
      return c.html(RulesPage({ ...console, rules: await inForce(world, console) }));
    })
    .get("/n/:network/rules/:kind", async (c) => {
      const { console, kind } = await kindOf(c, world);
      const profile = (await profilesOf(world.table, console.network.id))[kind];
      const ready = readyNamed(kind, profile);
      const typed = { ...typedProfile(profile), ...(ready && { ready }) };
      return c.html(RulesOfKindPage({ ...console, kind, typed, problems: [] }));
    })
    .post("/n/:network/rules/:kind/ready", async (c) => {
      const { console, kind } = await kindOf(c, world);
      const { ready } = parseInput(v.object({ ready: ReadyProfile }), await typedText(c));
      return save(world, c, console, kind, readyProfiles[ready][kind]);
    })
    .post("/n/:network/rules/:kind", async (c) => {
      const { console, kind } = await kindOf(c, world);
      const typed = await typedText(c);
      const read = readProfile(typed, kind);
      if ("profile" in read) return save(world, c, console, kind, read.profile);
      return c.html(RulesOfKindPage({ ...console, kind, typed, problems: read.problems }), 422);
    });
}

async function kindOf(c: Context, world: World): Promise<{ console: Console; kind: VoteKind }> {
  const { network = "", kind = "" } = c.req.param();
  const console = await consoleOf(c, world, network);
  const known = v.safeParse(VoteKind, kind);
  if (!known.success) throw new Refusal("not-found");
  return { console, kind: known.output };
}

async function save(
  world: World,
  c: Context,
  { network, member }: Console,
  kind: VoteKind,
  profile: RulesProfile,
): Promise<Response> {
  await setProfile(world, { network: network.id, kind, profile, actor: member.id });
  return c.redirect(`${rulesPath(network.id)}#${kind}`, 303);
}

/** The rules of each kind with who set them last, and when. */
async function inForce(world: World, { network }: Console): Promise<KindRules[]> {
  const profiles = await profilesOf(world.table, network.id);
  const set = await rulesOf(world.table, network.id);
  return Promise.all(
    VoteKind.options.map(async (kind): Promise<KindRules> => {
      const own = set[kind];
      const by = own && (await world.table.get(Member, { network: network.id, id: own.setBy }));
      return { kind, profile: profiles[kind], ...(own && { set: { at: own.setAt, by: by?.name ?? "" } }) };
    }),
  );
}

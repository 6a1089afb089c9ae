import * as Election from "@quorate/core/election";
import { say } from "@quorate/core/i18n";
import { countTry, Refusal, type World } from "@quorate/core/kit";
import {
  correctAddress,
  decideAddress,
  openAddressLink,
  Person,
  readMember,
  takesSecondPerson,
  viewAddressChange,
  withdrawChange,
} from "@quorate/core/people";
import { type Context, Hono } from "hono";
import { addressChangePath, memberPath } from "../console.tsx";
import { localeOf } from "../locale.ts";
import { problemText } from "../problem-text.ts";
import { typedText } from "../typed.ts";
import { AddressChangePage } from "./address-change-page.tsx";
import { AddressFormPage } from "./address-form-page.tsx";
import { type Console, consoleOf, coordinatorOf } from "./guard.ts";

const { rolls } = Election;
const TRIES_AN_HOUR = 60;

/** The correction of a member's address, and the decision of the second person where it takes two. */
export function addressPages(world: World): Hono {
  return new Hono()
    .get("/n/:network/people/m/:member/address", async (c) => {
      const { network, member } = c.req.param();
      return addressForm(world, c, await consoleOf(c, world, network), member);
    })
    .post("/n/:network/people/m/:member/address", async (c) => {
      const { network, member } = c.req.param();
      return correct(world, c, await consoleOf(c, world, network), member);
    })
    .get("/n/:network/people/address/:change", async (c) => {
      const { network, change } = c.req.param();
      const { member, locale } = await consoleOf(c, world, network);
      const view = await viewAddressChange(world, rolls, { network, change, by: member.id });
      return c.html(AddressChangePage({ locale, view, path: addressChangePath(network, change), isSignedIn: true }));
    })
    .post("/n/:network/people/address/:change", async (c) => {
      const { network, change } = c.req.param();
      const by = (await coordinatorOf(c, world, network)).id;
      return decide(world, c, { network, change, by, isSignedIn: true });
    })
    .post("/n/:network/people/address/:change/withdraw", async (c) => {
      const { network, change } = c.req.param();
      const by = (await coordinatorOf(c, world, network)).id;
      await withdrawChange(world, { network, change, by });
      return c.redirect(addressChangePath(network, change), 303);
    })
    .get("/address/:token", async (c) => {
      const view = await viewAddressChange(world, rolls, await openAddressLink(world, c.req.param("token")));
      const locale = localeOf(c, view.reader.person.locale);
      return c.html(AddressChangePage({ locale, view, path: c.req.path, isSignedIn: false }));
    })
    .post("/address/:token", async (c) => {
      const token = c.req.param("token");
      try {
        return await decide(world, c, { ...(await openAddressLink(world, token)), isSignedIn: false });
      } catch (error) {
        if (error instanceof Refusal) {
          await countTry(world, { purpose: "answer", subject: token, limit: TRIES_AN_HOUR });
        }
        throw error;
      }
    });
}

async function addressForm(
  world: World,
  c: Context,
  { member: by, network, locale }: Console,
  id: string,
  wrong?: { typed: string; error: string },
): Promise<Response> {
  const member = await readMember(world, { network: network.id, member: id });
  const person = await world.table.get(Person, { id: member.person });
  if (!person || member.standing !== "active") throw new Refusal("not-found");
  const takesTwo = await takesSecondPerson(world, rolls, member, by.id);
  return c.html(AddressFormPage({ locale, network, member, person, takesTwo, wrong }), wrong ? 422 : 200);
}

async function correct(world: World, c: Context, console: Console, member: string): Promise<Response> {
  const { network, locale } = console;
  const { address = "" } = await typedText(c);
  const again = (error: string) => addressForm(world, c, console, member, { typed: address, error });
  try {
    const done = await correctAddress(world, rolls, { network: network.id, member, by: console.member.id, address });
    switch (done.kind) {
      case "same":
        return await again(say(locale, "members.address.same"));
      case "changed":
        return c.redirect(memberPath(network.id, member), 303);
      case "waits":
        return c.redirect(addressChangePath(network.id, done.change.id), 303);
    }
  } catch (error) {
    const [problem] = error instanceof Refusal && error.code === "input.invalid" ? error.problems : [];
    if (!problem) throw error;
    return again(problemText(locale, problem, { actual: address.length, limit: 254 }));
  }
}

type Decision = { network: string; change: string; by: string; isSignedIn: boolean };

/** Takes the second person's decision, and shows what stands now: hers, or that of somebody who was first. */
async function decide(world: World, c: Context, { isSignedIn, ...of }: Decision): Promise<Response> {
  const { hash = "", verdict, reason = "" } = await typedText(c);
  const path = c.req.path;
  const show = async (more: Partial<Parameters<typeof AddressChangePage>[0]>, status: 200 | 409 | 422) => {
    const view = await viewAddressChange(world, rolls, of);
    const locale = localeOf(c, view.reader.person.locale);
    return c.html(AddressChangePage({ locale, view, path, isSignedIn, ...more }), status);
  };
  const locale = localeOf(c, (await viewAddressChange(world, rolls, of)).reader.person.locale);
  if (verdict !== "approve" && verdict !== "refuse") {
    return show({ wrong: { id: "verdict", error: say(locale, "form.choose"), reason } }, 422);
  }
  try {
    const { kind } = await decideAddress(world, rolls, { ...of, hash, verdict, reason });
    if (kind === "decided") return c.redirect(path, 303);
    return await show({ isSecond: kind === "made" }, 409);
  } catch (error) {
    const [problem] = error instanceof Refusal && error.code === "input.invalid" ? error.problems : [];
    if (!problem) throw error;
    const text = problemText(locale, problem, { actual: reason.trim().length });
    return show({ wrong: { id: "reason", error: text, reason } }, 422);
  }
}

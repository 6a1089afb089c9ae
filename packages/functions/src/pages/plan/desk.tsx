import { inScript, type Locale, say } from "@quorate/core/i18n";
import { countTry, Refusal, type World } from "@quorate/core/kit";
import type { Member, Network } from "@quorate/core/people";
import { openWritingLink, type Plan, readPlan } from "@quorate/core/plan";
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { ConsolePage } from "../console.tsx";
import { localeOf } from "../locale.ts";
import { Page } from "../look/index.ts";
import { consoleOf } from "../people/index.ts";
import { planPath } from "./paths.ts";

/** Where somebody writes a plan: a coordinator in the console, or an author by the link of her letter. */
export type Desk = {
  locale: Locale;
  network: Network;
  plan: Plan;
  /** Who writes. */
  member: Member;
  /** The address of the plan's outline there. */
  path: string;
  isConsole: boolean;
};

/** The desk of a request; refuses who may not write there. */
export type DeskOf = (c: Context) => Promise<Desk>;

/** The desk of a coordinator who is signed in. */
export function consoleDesk(world: World): DeskOf {
  return async (c) => {
    const { network: of = "", plan: id = "" } = c.req.param();
    const console = await consoleOf(c, world, of);
    const plan = await readPlan(world, console.network.id, id);
    return { ...console, plan, path: planPath(plan), isConsole: true };
  };
}

const TRIES_AN_HOUR = 60;

/** The desk of an author, by her link. */
export function authorDesk(world: World): DeskOf {
  return async (c) => {
    const { token = "" } = c.req.param();
    try {
      const { person, ...writing } = await openWritingLink(world, token);
      return { ...writing, locale: localeOf(c, person.locale), path: `/write/${token}`, isConsole: false };
    } catch (error) {
      if (error instanceof Refusal && c.req.method === "POST") {
        await countTry(world, { purpose: "answer", subject: token, limit: TRIES_AN_HOUR });
      }
      throw error;
    }
  };
}

type DeskPageProps = Desk & { title: string; at: string; width?: "wide"; isWrong?: boolean; children: Child };

/** The frame of a page at a desk: the console's, or the one that says who writes. */
export function DeskPage({ locale, network, member, path, isConsole, title, at, width, ...rest }: DeskPageProps) {
  const { isWrong = false, children } = rest;
  const shared = { locale, title, path: at, isWrong, ...(width && { width }) };
  if (isConsole) {
    return (
      <ConsolePage {...shared} network={network} current="home">
        {children}
      </ConsolePage>
    );
  }
  return (
    <Page
      {...shared}
      network={network.name}
      home={path}
      you={{ name: member.name, ...(member.institution && { institution: member.institution }) }}
    >
      {children}
    </Page>
  );
}

/** Back to the outline. */
export function BackToPlan({ locale, path, plan }: Desk) {
  return (
    <div class="buttons">
      <a class="button quiet" href={path}>
        {say(locale, "plan.back")}
        <span class="hidden">: {inScript(locale, plan.title)}</span>
      </a>
    </div>
  );
}

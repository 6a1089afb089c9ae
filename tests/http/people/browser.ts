import { Refusal } from "@quorate/core/kit";
import { Letter } from "@quorate/core/letter";
import { beginSetUp, fulfilRequest, peopleLetter, setUp } from "@quorate/core/people";
import { Hono } from "hono";
import { keepsLanguage } from "../../../packages/functions/src/pages/kept-language.ts";
import { peoplePages } from "../../../packages/functions/src/pages/people/index.ts";
import { type TestWorld, type TestWorldOptions, testWorld } from "../../support/world.ts";

/** A browser without scripts: it keeps its cookies and sends forms. */
export type Browser = {
  get(path: string): Promise<{ status: number; html: string; headers: Headers }>;
  post(
    path: string,
    fields?: Record<string, string | File>,
  ): Promise<{ status: number; html: string; headers: Headers; to: string | null }>;
};

export type Site = TestWorld & { browser(): Browser };

/** The pages about people; a refusal is answered with its status and code, as the app's own page does in words. */
export async function site(options: TestWorldOptions = {}): Promise<Site> {
  const test = await testWorld(options);
  const app = new Hono().use(keepsLanguage).route("/", peoplePages(test.world));
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    return c.text(error.code, error.status);
  });
  return { ...test, browser: () => browser(app) };
}

function browser(app: Hono): Browser {
  const cookies = new Map<string, string>();
  async function request(path: string, init: RequestInit = {}) {
    const headers = { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    const response = await app.request(path, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: response.status, headers: response.headers, html: await response.text() };
  }
  return {
    get: (path) => request(path),
    post: async (path, fields = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      const response = await request(path, { method: "POST", body });
      return { ...response, to: response.headers.get("Location") };
    },
  };
}

/** A site whose network is set up. */
export async function aktiv(options: TestWorldOptions = {}): Promise<Site & { network: string }> {
  const test = await site(options);
  const url = await beginSetUp(test.world);
  const { network } = await setUp(test.world, {
    token: url?.split("/").at(-1) ?? "",
    ...{
      network: { name: "Актив стручних сарадника", shortName: "Актив", locale: "sr-Cyrl", zone: "Europe/Belgrade" },
    },
    coordinator: { name: "Биљана Илић", address: "biljana.ilic@skola.example" },
  });
  return { ...test, network };
}

/** What the relay and the mailer do, then the newest sign-in letter as its reader sees it. */
export async function signInLetter({ world, items }: TestWorld): Promise<{ path: string; code: string } | undefined> {
  const pending = (await items()).filter((item) => item.record === "letter-request" && item.state === "pending");
  for (const request of pending) await fulfilRequest(world, String(request.id));
  const letters = await world.table.find(Letter, "due", "letters");
  const contents = await Promise.all(letters.map((letter) => peopleLetter(world, letter)));
  for (const content of contents.reverse()) {
    if (!content || "skip" in content || content.kind !== "people.sign-in") continue;
    return { path: new URL(content.props.url).pathname, code: content.props.code };
  }
  return undefined;
}

/** A browser in which the coordinator is signed in, by the letter of the set-up. */
export async function signedIn(test: Site): Promise<Browser> {
  const browser = test.browser();
  const letter = await signInLetter(test);
  await browser.post(letter?.path ?? "");
  return browser;
}

import { setTimeout as pause } from "node:timers/promises";
import { type HTMLElement, parse } from "node-html-parser";
import { CookieJar } from "tough-cookie";

/** A page as a person sees it: where it is, what it says, and the forms on it. */
export type Page = { status: number; url: string; body: HTMLElement; forms: Form[]; text: string };

export type Form = {
  action: string;
  /** The words on its buttons. */
  buttons: string[];
  /** What would be sent if nothing were changed; a button's own name and value are not part of it. */
  fields: [name: string, value: string][];
  /** The values that may be chosen, by the name of the field, with the words beside each. */
  choices: Map<string, { value: string; words: string }[]>;
  element: HTMLElement;
};

/** How long a person tries again when nobody answers: a machine that was killed comes back within this. */
const PATIENCE = { tries: 400, pause: 50 };

/** What a person without JavaScript does with a browser: open, fill in, send. It tries again while the machine is away. */
export class Browser {
  readonly #base: string;
  readonly #jar = new CookieJar();
  readonly #language: string;

  constructor(base: string, language = "sr-Cyrl") {
    this.#base = base;
    this.#language = language;
  }

  open(path: string): Promise<Page> {
    return this.#fetch(new URL(path, this.#base), { method: "GET" });
  }

  /** Sends a form with these fields instead of, or besides, what is in it. An empty list takes a field out. */
  send(page: Page, form: Form, changes: Readonly<Record<string, string | readonly string[]>> = {}): Promise<Page> {
    const kept = form.fields.filter(([name]) => !(name in changes));
    const changed = Object.entries(changes).flatMap(([name, value]) =>
      (typeof value === "string" ? [value] : value).map((one): [string, string] => [name, one]),
    );
    const body = new URLSearchParams([...kept, ...changed]);
    return this.#fetch(new URL(form.action, page.url), { method: "POST", body });
  }

  async json(path: string): Promise<unknown> {
    const response = await this.#answer(new URL(path, this.#base), { method: "GET" });
    return response.json();
  }

  async #fetch(url: URL, init: { method: string; body?: URLSearchParams }): Promise<Page> {
    const response = await this.#answer(url, init);
    const location = response.headers.get("Location");
    if (response.status >= 300 && response.status < 400 && location) {
      return this.#fetch(new URL(location, url), { method: "GET" });
    }
    return readPage(response.status, url.href, await response.text());
  }

  /** The first answer that is one: not a refused connection, not a machine that is starting. */
  async #answer(url: URL, init: { method: string; body?: URLSearchParams }): Promise<Response> {
    for (let tries = 1; ; tries += 1) {
      try {
        const response = await fetch(url, { ...init, redirect: "manual", headers: await this.#headers(url) });
        if (response.status !== 503 || tries >= PATIENCE.tries) {
          for (const cookie of response.headers.getSetCookie()) await this.#jar.setCookie(cookie, url.href);
          return response;
        }
      } catch (error) {
        if (tries >= PATIENCE.tries) throw error;
      }
      await pause(PATIENCE.pause);
    }
  }

  async #headers(url: URL): Promise<Record<string, string>> {
    const cookie = await this.#jar.getCookieString(url.href);
    return {
      "Accept-Language": this.#language,
      "Sec-Fetch-Site": "same-origin",
      ...(cookie && { Cookie: cookie }),
    };
  }
}

function readPage(status: number, url: string, html: string): Page {
  const body = parse(html);
  const forms = body.querySelectorAll("form").filter((form) => form.getAttribute("method")?.toLowerCase() === "post");
  return {
    status,
    url,
    body,
    forms: forms.map((form) => readForm(form, url)),
    text: textOf(body.querySelector("main") ?? body),
  };
}

function readForm(element: HTMLElement, url: string): Form {
  const fields: [string, string][] = [];
  const choices = new Map<string, { value: string; words: string }[]>();
  const offer = (name: string, value: string, words: string) =>
    choices.set(name, [...(choices.get(name) ?? []), { value, words: words.trim() }]);
  for (const control of element.querySelectorAll("input, textarea, select")) {
    const name = control.getAttribute("name");
    if (!name) continue;
    const value = control.getAttribute("value") ?? "";
    const type = control.getAttribute("type");
    if (control.tagName === "TEXTAREA") fields.push([name, control.text]);
    else if (control.tagName === "SELECT") readSelect(control, name, fields, offer);
    else if (type === "radio" || type === "checkbox") {
      offer(name, value, control.parentNode?.text ?? "");
      if (control.hasAttribute("checked")) fields.push([name, value]);
    } else if (type !== "file") fields.push([name, value]);
  }
  const buttons = element.querySelectorAll("button").map((button) => button.text.trim());
  return { action: element.getAttribute("action") ?? url, buttons, fields, choices, element };
}

function readSelect(
  select: HTMLElement,
  name: string,
  fields: [string, string][],
  offer: (name: string, value: string, words: string) => void,
): void {
  const options = select.querySelectorAll("option");
  for (const option of options) offer(name, option.getAttribute("value") ?? "", option.text);
  const chosen = options.find((option) => option.hasAttribute("selected")) ?? options[0];
  if (chosen) fields.push([name, chosen.getAttribute("value") ?? ""]);
}

const BLOCKS = "h1,h2,h3,p,li,dt,dd,tr,caption,summary,legend,label,div";

/** The words of a part of a page, a line for each block; cells of a row stand beside each other. */
export function textOf(element: HTMLElement): string {
  const copy = parse(element.outerHTML);
  for (const hidden of copy.querySelectorAll("svg, .hidden, style")) hidden.remove();
  for (const cell of copy.querySelectorAll("td, th")) cell.insertAdjacentHTML("beforeend", " | ");
  for (const block of copy.querySelectorAll(BLOCKS)) block.insertAdjacentHTML("beforeend", "\n");
  return copy.text
    .split("\n")
    .map((line) => line.replaceAll(/[^\S\u00a0]+/g, " ").trim())
    .map((line) => line.replace(/ \|$/, ""))
    .filter((line) => line !== "" && line !== "|")
    .join("\n");
}

import type { HtmlEscapedString } from "hono/utils/html";

/** The elements of a page in order: each with its attributes as a browser reads them. */
export type Element = { tag: string; attributes: ReadonlyMap<string, string>; at: number };

export type Markup = { html: string; elements: readonly Element[] };

/** A rendered page, to look at its markup. */
export async function markup(page: HtmlEscapedString | Promise<HtmlEscapedString> | null): Promise<Markup> {
  const html = String(await page);
  const elements = [...html.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi)].map((match) => ({
    tag: match[1] ?? "",
    at: match.index,
    attributes: new Map(
      [...(match[2] ?? "").matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => [name, value]),
    ),
  }));
  return { html, elements };
}

export function having({ elements }: Markup, attribute: string, value?: string): Element[] {
  return elements.filter(({ attributes }) =>
    value === undefined ? attributes.has(attribute) : attributes.get(attribute) === value,
  );
}

export function tagged({ elements }: Markup, tag: string): Element[] {
  return elements.filter((element) => element.tag === tag);
}

/** What an element says, without markup, up to its end. Elements of the same name are not nested in it. */
export function textOf({ html }: Markup, element: Element | undefined): string {
  if (!element) return "";
  const from = html.indexOf(">", element.at) + 1;
  return html
    .slice(from, html.indexOf(`</${element.tag}>`, from))
    .replace(/<[^>]+>/g, "")
    .replaceAll("\u00a0", " ")
    .trim();
}

/** Every id that something on the page points to and that is not there. */
function brokenReferences(page: Markup): string[] {
  const ids = new Set(page.elements.map(({ attributes }) => attributes.get("id")));
  const references = page.elements.flatMap(({ attributes }) => [
    ...["aria-describedby", "aria-labelledby", "for"].flatMap((name) => attributes.get(name)?.split(" ") ?? []),
    ...(attributes.get("href")?.startsWith("#") ? [attributes.get("href")?.slice(1) ?? ""] : []),
  ]);
  return references.filter((id) => !ids.has(id));
}

/** The controls that a person fills in and that no label names. */
function unlabelled(page: Markup): string[] {
  const named = new Set(having(page, "for").map(({ attributes }) => attributes.get("for")));
  const inLabel = (at: number) => {
    const before = page.html.slice(0, at);
    return before.lastIndexOf("<label") > before.lastIndexOf("</label>");
  };
  return page.elements
    .filter(({ tag, attributes }) => /^(?:input|textarea|select)$/.test(tag) && attributes.get("type") !== "hidden")
    .filter(({ attributes, at }) => !named.has(attributes.get("id") ?? "") && !inLabel(at))
    .map(({ attributes }) => attributes.get("id") ?? "");
}

/** What no page of ours has: a script, a style of its own, a handler, a second request, two h1, one id twice. */
export function faults(page: Markup): string[] {
  const ids = having(page, "id").map(({ attributes }) => attributes.get("id") ?? "");
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const attributes = page.elements.flatMap((element) => [...element.attributes.keys()]);
  return [
    ...page.elements.map(({ tag }) => tag).filter((tag) => /^(?:script|style|img|iframe|font|object)$/.test(tag)),
    ...attributes.filter((name) => name === "style" || /^on/.test(name)),
    ...tagged(page, "h1")
      .slice(1)
      .map(() => "second h1"),
    ...twice.map((id) => `id ${id} twice`),
    ...brokenReferences(page).map((id) => `no #${id}`),
    ...unlabelled(page).map((id) => `no label: ${id}`),
    ...(/undefined|\[object|NaN/.test(page.html) ? ["a value that is none"] : []),
  ];
}

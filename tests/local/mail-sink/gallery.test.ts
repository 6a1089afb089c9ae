import { locales } from "@quorate/core/i18n";
import { letterKinds } from "@quorate/local/gallery";
import { expect, it } from "vitest";
import { openSink } from "./fixtures.ts";

const LAST = "session.parked";

async function read(url: string) {
  const answer = await fetch(url);
  return { status: answer.status, policy: answer.headers.get("content-security-policy"), html: await answer.text() };
}

it("the gallery leads to every kind of letter, and from each to the next", async () => {
  const { url } = await openSink();
  const { html } = await read(`${url}/mailbox/gallery`);
  for (const kind of letterKinds) expect(html).toContain(`/mailbox/gallery/${kind}?turn=first&amp;scheme=light`);
  expect((await read(`${url}/mailbox`)).html).toContain('href="/mailbox/gallery"');
  const [first, second] = letterKinds;
  expect((await read(`${url}/mailbox/gallery/${first}`)).html).toContain(`/mailbox/gallery/${second}?`);
  expect((await read(`${url}/mailbox/gallery/${LAST}`)).html).not.toContain("Next letter");
});

it("a letter is shown in all languages, loaded as they come into view, its plain text under each", async () => {
  const { url } = await openSink();
  const { html } = await read(`${url}/mailbox/gallery/election.confirmation?turn=reminder`);
  expect(html.match(/<iframe[^>]* sandbox="" loading="lazy"/g)).toHaveLength(locales.length);
  for (const word of ["Reminder: ", "Priminimas: ", "Przypomnienie: ", "Подсетник: ", "Podsetnik: "]) {
    expect(html.split(word).length, word).toBeGreaterThan(2);
  }
  expect((await read(`${url}/mailbox/gallery/people.sign-in`)).html).not.toContain("More time");
});

it("a specimen is light or dark whatever the browser is, and runs nothing", async () => {
  const { url } = await openSink();
  const [light, dark] = await Promise.all(
    ["light", "dark"].map((scheme) => read(`${url}/mailbox/gallery/election.result/lt?scheme=${scheme}`)),
  );
  expect(light?.html).toContain("@media not all {");
  expect(dark?.html).toContain("@media all {");
  expect(light?.html).toContain('lang="lt"');
  expect(light?.policy).toContain("sandbox; default-src 'none'");
});

it("there is no gallery of what is no letter", async () => {
  const { url } = await openSink();
  for (const path of ["nothing", "toString", "election.result/xx"]) {
    expect((await read(`${url}/mailbox/gallery/${path}`)).status).toBe(404);
  }
});

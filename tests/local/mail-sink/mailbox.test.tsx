import { describe, expect, it } from "vitest";
import { letter, openSink } from "./fixtures.ts";

async function read(url: string): Promise<string> {
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  return answer.text();
}

describe("the mailbox", () => {
  it("lists the letters, newest first, with whom they are for, when, and whether they arrived", async () => {
    const { resend, url, clock } = await openSink();
    await resend.emails.send(letter({ subject: "Прво писмо" }));
    clock.moveTo("2026-03-20T19:00:00.000Z");
    await resend.emails.send(letter({ subject: "Друго писмо", to: "bounce@skola.example" }));
    const page = await read(`${url}/mailbox`);
    expect(page.indexOf("Друго писмо")).toBeLessThan(page.indexOf("Прво писмо"));
    expect(page).toContain("To: bounce@skola.example");
    expect(page).toMatch(/Friday,? 20 March 2026, 19:00/);
    expect(page).toContain("Bounced");
    expect(page).toContain("Delivered");
    expect(page).toContain('<span lang="sr-Cyrl">Прво писмо</span>');
  });

  it("shows one person's letters", async () => {
    const { resend, url } = await openSink();
    await resend.emails.send(letter({ subject: "За Марију" }));
    await resend.emails.send(letter({ subject: "За Јелену", to: "jelena@skola.example" }));
    const page = await read(`${url}/mailbox?to=Marija@skola.example`);
    expect(page).toContain("За Марију");
    expect(page).not.toContain("За Јелену");
  });

  it("of more letters than a page holds leads to the older ones, once each", async () => {
    const { resend, url } = await openSink();
    const letters = Array.from({ length: 60 }, (_, index) => letter({ subject: `Писмо ${index}.` }));
    await resend.batch.send(letters);
    const newest = await read(`${url}/mailbox`);
    const older = /href="(\/mailbox\?before=[^"]+)"/.exec(newest)?.[1];
    const oldest = await read(`${url}${older}`);
    const shown = (page: string) => [...page.matchAll(/Писмо (\d+)\./g)].map(([, index]) => Number(index));
    expect([...shown(newest), ...shown(oldest)]).toEqual(Array.from({ length: 60 }, (_, index) => 59 - index));
    expect(oldest).not.toContain("Older letters");
  });

  it("says what will be there while it is empty", async () => {
    const { url } = await openSink();
    expect(await read(`${url}/mailbox`)).toContain("The first one that is sent will appear here.");
  });

  it("has room for controls on top", async () => {
    const { url } = await openSink({ controls: () => <p>It is Monday.</p> });
    expect(await read(`${url}/mailbox`)).toMatch(/<main[^>]*><p>It is Monday.<\/p>/);
  });

  it("is read by a program oldest first, and from where it stopped", async () => {
    const { resend, sink, url } = await openSink();
    for (const to of ["marija@skola.example", "jelena@skola.example", "marija@skola.example"]) {
      await resend.emails.send(letter({ to }));
    }
    const [first, , third] = sink.letters();
    const fetched = async (query: string) => (await fetch(`${url}/mailbox/letters.json${query}`)).json();
    expect(await fetched("")).toEqual(sink.letters());
    expect(await fetched("?to=marija@skola.example")).toEqual([first, third]);
    expect(await fetched(`?to=marija@skola.example&after=${first?.id}`)).toEqual([third]);
    expect(await fetched("?after=unknown")).toEqual([]);
  });
});

describe("a letter's page", () => {
  it("has the letter in a frame that runs nothing, its links and its plain text", async () => {
    const { resend, url } = await openSink();
    const { data } = await resend.emails.send(letter());
    const page = await read(`${url}/mailbox/${data?.id}`);
    expect(page).toContain(`src="/mailbox/${data?.id}/html"`);
    expect(page).toMatch(
      /sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"/,
    );
    expect(page).toContain(
      '<a href="https://odluke.example/o/1?a=1&amp;b=2"><span lang="sr-Cyrl">Отворите образац</span></a>',
    );
    expect(page).toContain("Поздрав");
    const framed = await fetch(`${url}/mailbox/${data?.id}/html`);
    expect(framed.headers.get("content-security-policy")).toMatch(/^sandbox .*default-src 'none'/);
    expect(await framed.text()).toContain('<head><base target="_blank"><title>');
  });

  it("lists no link that would run a script, and none that is commented out", async () => {
    const { resend, sink, url } = await openSink();
    const html = `<a href="javascript:alert(1)">A</a><!-- <a href="https://x.example/">B</a> --><a class='b' href='mailto:c@x.example'>C</a>`;
    const { data } = await resend.emails.send(letter({ html }));
    expect(sink.letters()[0]?.links).toEqual(["javascript:alert(1)", "mailto:c@x.example"]);
    const page = await read(`${url}/mailbox/${data?.id}`);
    expect(page).not.toContain("javascript:");
    expect(page).not.toContain("https://x.example/");
    expect(page).toContain('href="mailto:c@x.example"');
  });

  it("shows the plain text where that is all there is", async () => {
    const { resend, url } = await openSink();
    const { data } = await resend.emails.send(letter({ html: "", text: "Добар дан,\n\n<b>не</b>" }));
    const page = await read(`${url}/mailbox/${data?.id}`);
    expect(page).toContain("<p>Добар дан,</p><p>&lt;b&gt;не&lt;/b&gt;</p>");
    expect(page).not.toContain("<iframe");
  });

  it("that does not exist is answered with 404", async () => {
    const { url } = await openSink();
    expect((await fetch(`${url}/mailbox/unknown`)).status).toBe(404);
    expect((await fetch(`${url}/mailbox/unknown/html`)).status).toBe(404);
  });
});

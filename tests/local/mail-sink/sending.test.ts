import { describe, expect, it } from "vitest";
import { letter, openSink } from "./fixtures.ts";

describe("a letter sent with the Resend SDK", () => {
  it("lies in the mailbox of the one it is for", async () => {
    const { resend, sink } = await openSink();
    const { data, error } = await resend.emails.send(letter({ to: "Марија <Marija@Skola.example>" }));
    expect(error).toBeNull();
    expect(sink.letters({ to: "marija@skola.example" })).toEqual([
      {
        ...letter(),
        id: data?.id,
        to: "Марија <Marija@Skola.example>",
        replyTo: ["biljana@skola.example"],
        links: ["https://odluke.example/o/1?a=1&b=2"],
        sentAt: "2026-03-16T08:00:00.000Z",
        state: "delivered",
        attachments: [],
      },
    ]);
    expect(sink.letters({ to: "jelena@skola.example" })).toEqual([]);
  });

  it("needs no more than sender, recipient, subject and text", async () => {
    const { resend, sink } = await openSink();
    const { from, to, subject, text } = letter();
    await resend.emails.send({ from, to: [to], subject, text });
    expect(sink.letters()).toMatchObject([{ from, to, subject, text, html: "", replyTo: [], tags: [], headers: {} }]);
  });

  it("brings its files along, which a batch may not", async () => {
    const { resend, sink, url } = await openSink();
    const content = "BEGIN:VCALENDAR\r\nSUMMARY:седница\r\nEND:VCALENDAR\r\n";
    const contentType = "text/calendar; charset=utf-8; method=REQUEST";
    const file = { filename: "session.ics", contentType, content: Buffer.from(content) };
    const { data } = await resend.emails.send({ ...letter(), attachments: [file] });
    expect(sink.letters()).toMatchObject([{ attachments: [{ filename: "session.ics", contentType, content }] }]);
    const shown = await (await fetch(`${url}/mailbox/${data?.id}`)).text();
    expect(shown).toContain(`href="/mailbox/${data?.id}/attachments/1"`);
    const loaded = await fetch(`${url}/mailbox/${data?.id}/attachments/1`);
    expect([loaded.status, loaded.headers.get("content-type"), await loaded.text()]).toEqual([
      200,
      contentType,
      content,
    ]);
    expect((await fetch(`${url}/mailbox/${data?.id}/attachments/2`)).status).toBe(404);

    const inBatch = {
      ...letter(),
      attachments: [{ filename: "session.ics", content: file.content.toString("base64") }],
    };
    const answer = await fetch(`${url}/resend/emails/batch`, {
      ...{ method: "POST", headers: { Authorization: "Bearer re_local" }, body: JSON.stringify([inBatch]) },
    });
    expect([answer.status, sink.letters()]).toEqual([422, [expect.anything()]]);
  });

  it("can be looked up by its id", async () => {
    const { resend } = await openSink();
    const sent = await resend.emails.send(letter());
    const { data } = await resend.emails.get(sent.data?.id ?? "");
    expect(data).toMatchObject({
      object: "email",
      id: sent.data?.id,
      to: ["marija@skola.example"],
      subject: letter().subject,
      last_event: "delivered",
      created_at: "2026-03-16T08:00:00.000Z",
    });
    const { error } = await resend.emails.get("00000000-0000-0000-0000-000000000000");
    expect(error).toEqual({ statusCode: 404, name: "not_found", message: "Email not found" });
  });

  it.each([
    ["to", { to: "foo" }],
    ["to", { to: "foo@bar" }],
    ["to", { to: "Marija <foo>" }],
    ["to", { to: "Marija\r\nBcc: <x@skola.example>" }],
    ["from", { from: "foo" }],
    ["reply_to", { replyTo: "foo" }],
  ])("is refused with a wrong address in `%s`: %j", async (field, changes) => {
    const { resend, sink } = await openSink();
    const { data, error } = await resend.emails.send(letter(changes));
    expect(data).toBeNull();
    expect(error).toMatchObject({ statusCode: 422, name: "validation_error" });
    expect(error?.message).toContain(`Invalid \`${field}\` field.`);
    expect(sink.letters()).toEqual([]);
  });

  it.each(["from", "to", "subject"])("is refused without `%s`", async (field) => {
    const { resend } = await openSink();
    const { error } = await resend.emails.send({ ...letter(), [field]: undefined });
    expect(error).toEqual({
      statusCode: 422,
      name: "missing_required_field",
      message: `The \`${field}\` field is missing.`,
    });
  });

  it.each([
    ["neither html nor text", { html: "", text: "" }],
    ["an empty subject", { subject: "" }],
    ["nobody to go to", { to: [] }],
    ["a tag Resend does not take", { tags: [{ name: "mreža", value: "x" }] }],
    ["what the sink would lose", { cc: "jelena@skola.example" }],
  ])("is refused with %s", async (_, changes) => {
    const { resend, sink } = await openSink();
    const { error } = await resend.emails.send({ ...letter(), ...changes });
    expect(error).toMatchObject({ statusCode: 422, name: "validation_error" });
    expect(sink.letters()).toEqual([]);
  });
});

describe("a batch", () => {
  const batch = () => [
    letter({ to: "jedan@skola.example" }),
    letter({ to: "foo" }),
    letter({ to: "tri@skola.example" }),
  ];

  it("sent strictly goes out whole or not at all", async () => {
    const { resend, sink } = await openSink();
    const { error } = await resend.batch.send(batch());
    expect(error).toMatchObject({ statusCode: 422, name: "validation_error" });
    expect(sink.letters()).toEqual([]);
    const { data } = await resend.batch.send([letter(), letter()]);
    expect(data?.data.map(({ id }) => id)).toEqual(sink.letters().map(({ id }) => id));
    expect(data).not.toHaveProperty("errors");
  });

  it("sent permissively names each bad letter by its place and sends the rest, in order", async () => {
    const { resend, sink } = await openSink();
    const { data } = await resend.batch.send(batch(), { batchValidation: "permissive" });
    expect(data?.errors).toEqual([{ index: 1, message: expect.stringContaining("Invalid `to` field.") }]);
    expect(sink.letters().map(({ id, to }) => ({ id, to }))).toEqual([
      { id: data?.data[0]?.id, to: "jedan@skola.example" },
      { id: data?.data[1]?.id, to: "tri@skola.example" },
    ]);
    const all = await resend.batch.send([letter()], { batchValidation: "permissive" });
    expect(all.data?.errors).toEqual([]);
  });

  it.each(["strict", "permissive"] as const)("of more than a hundred is refused (%s)", async (batchValidation) => {
    const { resend, sink } = await openSink();
    const letters = Array.from({ length: 101 }, () => letter());
    const { error } = await resend.batch.send(letters, { batchValidation });
    expect(error).toMatchObject({ statusCode: 422, name: "validation_error" });
    const { data } = await resend.batch.send(letters.slice(1), { batchValidation });
    expect(data?.data).toHaveLength(100);
    expect(sink.letters()).toHaveLength(100);
  });
});

describe("a request", () => {
  it.each([undefined, "", "Bearer ", "Bearer"])("without an API key is refused (%j)", async (authorization) => {
    const { url } = await openSink();
    const headers = authorization === undefined ? {} : { authorization };
    const answer = await fetch(`${url}/resend/emails`, { method: "POST", headers, body: JSON.stringify(letter()) });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ statusCode: 401, name: "missing_api_key" });
  });

  it("that is one too many is told when to come again", async () => {
    const { resend, sink } = await openSink({ rateLimit: { requests: 2, seconds: 3600 } });
    const first = await resend.emails.send(letter());
    expect(first.headers).toMatchObject({ "ratelimit-limit": "2", "ratelimit-remaining": "1" });
    expect((await resend.emails.send(letter())).headers).toMatchObject({ "ratelimit-remaining": "0" });
    const third = await resend.emails.send(letter());
    expect(third.error).toMatchObject({ statusCode: 429, name: "rate_limit_exceeded" });
    expect(third.headers?.["retry-after"]).toBe(third.headers?.["ratelimit-reset"]);
    expect(Number(third.headers?.["retry-after"])).toBeGreaterThan(0);
    expect(sink.letters()).toHaveLength(2);
  });

  it("that is not JSON, or to a place Resend does not have, is answered in its shape", async () => {
    const { url } = await openSink();
    const headers = { authorization: "Bearer re_local" };
    const garbled = await fetch(`${url}/resend/emails`, { method: "POST", headers, body: "{" });
    expect([garbled.status, await garbled.json()]).toMatchObject([422, { name: "validation_error" }]);
    const nowhere = await fetch(`${url}/resend/nowhere`, { headers });
    expect([nowhere.status, await nowhere.json()]).toMatchObject([404, { statusCode: 404, name: "not_found" }]);
    const wrong = await fetch(`${url}/resend/emails/batch`, { headers });
    expect([wrong.status, await wrong.json()]).toMatchObject([405, { name: "method_not_allowed" }]);
  });
});

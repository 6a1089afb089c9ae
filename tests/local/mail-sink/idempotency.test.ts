import type { Fault } from "@quorate/local/mail-sink";
import { describe, expect, it } from "vitest";
import { letter, openSink } from "./fixtures.ts";

describe("an idempotency key", () => {
  it("sends a batch once, however often it comes, and answers the same each time", async () => {
    const { resend, sink } = await openSink();
    const send = () =>
      resend.batch.send([letter(), letter({ to: "foo" })], { idempotencyKey: "bat_1", batchValidation: "permissive" });
    const first = await send();
    const second = await send();
    expect(second.data).toEqual(first.data);
    expect(second.data?.errors).toHaveLength(1);
    expect(sink.letters()).toHaveLength(1);
  });

  it("is refused with other content, and nothing is sent", async () => {
    const { resend, sink } = await openSink();
    await resend.emails.send(letter(), { idempotencyKey: "bat_1" });
    const { error } = await resend.emails.send(letter({ subject: "Друго" }), { idempotencyKey: "bat_1" });
    expect(error).toMatchObject({ statusCode: 409, name: "invalid_idempotent_request" });
    expect(sink.letters()).toHaveLength(1);
  });

  it("is remembered for 24 hours", async () => {
    const { resend, sink, clock } = await openSink();
    const send = () => resend.emails.send(letter(), { idempotencyKey: "bat_1" });
    const first = await send();
    clock.moveTo("2026-03-17T07:59:59.999Z");
    expect((await send()).data).toEqual(first.data);
    clock.moveTo("2026-03-17T08:00:00.000Z");
    expect((await send()).data).not.toEqual(first.data);
    expect(sink.letters()).toHaveLength(2);
  });

  it("does not hold on to a request that was refused", async () => {
    const { resend, sink } = await openSink();
    await resend.emails.send(letter({ to: "foo" }), { idempotencyKey: "bat_1" });
    const { error } = await resend.emails.send(letter(), { idempotencyKey: "bat_1" });
    expect(error).toBeNull();
    expect(sink.letters()).toHaveLength(1);
  });

  it("is refused while the first request with it is still coming in", async () => {
    const { sink } = await openSink();
    const request = (body: BodyInit) => ({
      method: "POST",
      headers: { authorization: "Bearer re_local", "idempotency-key": "bat_1" },
      body,
      duplex: "half" as const,
    });
    const slow = new TransformStream<Uint8Array, Uint8Array>();
    const first = sink.api.request("/emails", request(slow.readable));
    const second = await sink.api.request("/emails", request(JSON.stringify(letter())));
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({ statusCode: 409, name: "concurrent_idempotent_requests" });
    const writer = slow.writable.getWriter();
    await writer.write(new TextEncoder().encode(JSON.stringify(letter())));
    await writer.close();
    expect((await first).status).toBe(200);
    const third = await sink.api.request("/emails", request(JSON.stringify(letter())));
    expect(await third.json()).toEqual(await (await first).json());
    expect(sink.letters()).toHaveLength(1);
  });

  it.each(["", "k".repeat(257)])("of no or too many characters is refused", async (key) => {
    const { sink } = await openSink();
    const headers = { authorization: "Bearer re_local", "idempotency-key": key };
    const answer = await sink.api.request("/emails", { method: "POST", headers, body: JSON.stringify(letter()) });
    expect([answer.status, await answer.json()]).toMatchObject([400, { name: "invalid_idempotency_key" }]);
  });
});

describe("a fault", () => {
  function faults(...list: Fault[]) {
    return { next: () => list.shift() };
  }

  it("before anything is taken leaves nothing, and the same request then goes through", async () => {
    const { resend, sink } = await openSink({ faults: faults("429", "500", "quota") });
    const send = () => resend.emails.send(letter(), { idempotencyKey: "bat_1" });
    const tooMany = await send();
    expect(tooMany.error).toMatchObject({ statusCode: 429, name: "rate_limit_exceeded" });
    expect(tooMany.headers?.["retry-after"]).toBe("1");
    expect((await send()).error).toMatchObject({ statusCode: 500, name: "internal_server_error" });
    expect((await send()).error).toMatchObject({ statusCode: 429, name: "daily_quota_exceeded" });
    expect(sink.letters()).toEqual([]);
    expect((await send()).error).toBeNull();
    expect(sink.letters()).toHaveLength(1);
  });

  it("after the letters are taken is made good by sending again under the same key", async () => {
    const { resend, sink } = await openSink({ faults: faults("timeout-after-accept") });
    const send = () => resend.emails.send(letter(), { idempotencyKey: "bat_1" });
    expect((await send()).error).toMatchObject({ statusCode: null, name: "application_error" });
    const [taken] = sink.letters();
    expect((await send()).data).toEqual({ id: taken?.id });
    expect(sink.letters()).toHaveLength(1);
  });
});

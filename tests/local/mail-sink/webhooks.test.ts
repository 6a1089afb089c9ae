import { StandingClock } from "@quorate/local/clock";
import { Resend } from "resend";
import { describe, expect, it } from "vitest";
import { letter, openReceiver, openSink, scratchFolder, type Told, WEBHOOK_SECRET } from "./fixtures.ts";

/** What was told, checked as the SDK checks it. */
function verified({ headers, body }: Told) {
  return new Resend("re_local").webhooks.verify({
    payload: body,
    headers: {
      id: headers["svix-id"] ?? "",
      timestamp: headers["svix-timestamp"] ?? "",
      signature: headers["svix-signature"] ?? "",
    },
    webhookSecret: WEBHOOK_SECRET,
  });
}

describe("the webhook", () => {
  it("tells, signed, that a letter went out and arrived", async () => {
    const receiver = await openReceiver();
    const { resend, sink } = await openSink({ webhook: { url: receiver.url, secret: WEBHOOK_SECRET } });
    const { data } = await resend.emails.send(letter());
    await sink.settled();
    const about = {
      created_at: "2026-03-16T08:00:00.000Z",
      email_id: data?.id,
      message_id: `<${data?.id}@mail-sink>`,
      from: letter().from,
      to: ["marija@skola.example"],
      subject: letter().subject,
      tags: { letter: "ltr_1" },
    };
    expect(receiver.taken.map(verified)).toEqual([
      { type: "email.sent", created_at: "2026-03-16T08:00:00.000Z", data: about },
      { type: "email.delivered", created_at: "2026-03-16T08:00:00.000Z", data: about },
    ]);
  });

  it.each(["bounce@skola.example", "bounce+1@skola.example", "Marija <marija@bounce.test>", "puno@skola.example"])(
    "tells that a letter to %s came back for good",
    async (to) => {
      const receiver = await openReceiver();
      const { resend, sink } = await openSink({
        webhook: { url: receiver.url, secret: WEBHOOK_SECRET },
        bounces: (address) => address === "puno@skola.example",
      });
      await resend.emails.send(letter({ to }));
      await sink.settled();
      expect(receiver.taken.map(verified)).toMatchObject([
        { type: "email.sent" },
        { type: "email.bounced", data: { bounce: { type: "Permanent", subType: "General" } } },
      ]);
      expect(sink.letters()).toMatchObject([{ state: "bounced" }]);
    },
  );

  it("is tried again until it is taken, under the same id, and holds up no other event", async () => {
    let outages = 2;
    const receiver = await openReceiver(({ body }) => (body.includes("email.sent") && outages-- > 0 ? 503 : 204));
    const { resend, sink } = await openSink({ webhook: { url: receiver.url, secret: WEBHOOK_SECRET } });
    await resend.emails.send(letter());
    await sink.settled();
    expect(receiver.taken.map((told) => verified(told).type)).toEqual(["email.delivered", "email.sent"]);
    const ids = receiver.refused.map(({ headers }) => headers["svix-id"]);
    expect(ids).toEqual([receiver.taken[1]?.headers["svix-id"], receiver.taken[1]?.headers["svix-id"]]);
  });

  it("that never got through is told after a restart", async () => {
    const dataPath = scratchFolder();
    const deaf = await openReceiver(() => 500);
    const first = await openSink({ dataPath, webhook: { url: deaf.url, secret: WEBHOOK_SECRET } });
    await first.resend.emails.send(letter());
    await deaf.turnedAway(2);
    await first.close();
    const receiver = await openReceiver();
    await openSink({ dataPath, webhook: { url: receiver.url, secret: WEBHOOK_SECRET } });
    await receiver.told(2);
    expect(receiver.taken.map((told) => verified(told).type)).toEqual(["email.sent", "email.delivered"]);
  });

  it("is dated by the receiver's clock where that is another", async () => {
    const receiver = await openReceiver();
    const clock = new StandingClock("2027-01-01T00:00:00.000Z");
    const { resend, sink } = await openSink({ webhook: { url: receiver.url, secret: WEBHOOK_SECRET, clock } });
    await resend.emails.send(letter());
    await sink.settled();
    expect(receiver.taken[0]?.headers["svix-timestamp"]).toBe(String(Date.UTC(2027, 0, 1) / 1000));
  });

  it("that does not get through is said on the mailbox page", async () => {
    const deaf = await openReceiver(() => 401);
    const { resend, url } = await openSink({ webhook: { url: deaf.url, secret: WEBHOOK_SECRET } });
    await resend.emails.send(letter());
    await deaf.turnedAway(3);
    const page = await (await fetch(`${url}/mailbox`)).text();
    expect(page).toContain("did not get through to the webhook, which answered 401.");
  });
});

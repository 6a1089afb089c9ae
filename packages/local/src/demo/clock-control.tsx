import { Hono } from "hono";
import type { FlowingClock } from "../clock/index.ts";

const MINUTE = 60_000;
const moves = [
  { minutes: 60, words: "1 hour" },
  { minutes: 24 * 60, words: "1 day" },
  { minutes: 7 * 24 * 60, words: "1 week" },
];

/** What the demo's time is, and buttons that move it ahead: on top of the mailbox. */
export function ClockControl({ clock }: { clock: FlowingClock }) {
  return (
    <section class="card flow" aria-labelledby="clock">
      <h2 id="clock">The demo's clock: {clock.now().slice(0, 16).replace("T", " ")} UTC</h2>
      <p>Deadlines pass when you move it ahead. It never goes back.</p>
      <form method="post" action="/mailbox/clock" class="buttons">
        {moves.map(({ minutes, words }) => (
          <button type="submit" class="button plain" name="minutes" value={String(minutes)}>
            {words} ahead
          </button>
        ))}
      </form>
    </section>
  );
}

/** Moves the clock of a demo by so many minutes, a year at most. */
export function clockPages(clock: FlowingClock): Hono {
  return new Hono().post("/mailbox/clock", async (c) => {
    const { minutes } = await c.req.parseBody();
    const ahead = typeof minutes === "string" && /^\d{1,6}$/.test(minutes) ? Number(minutes) : 0;
    clock.moveAhead(Math.min(ahead, 366 * 24 * 60) * MINUTE);
    return c.redirect("/mailbox", 303);
  });
}

import { createApp } from "@quorate/functions/http";
import { type Absentee, filledIn } from "./absentees.ts";
import { countedWorldAt, type Place, type StoreCall } from "./world.ts";

/** What one person's page and answer asked of the store, in order. */
export type OneAnswer = { opened: StoreCall[]; sent: StoreCall[]; changed: StoreCall[] };

/** Somebody opens her form, answers, and opens it once more to change the answer; what each step asked of the store. */
export async function answerOnce(place: Place, { token }: Absentee): Promise<OneAnswer> {
  const { world, calls, close } = countedWorldAt(place);
  try {
    const app = createApp(world);
    const path = `/a/${token}`;
    const form = await app.request(path);
    const page = /name="page" value="([^"]+)"/.exec(await form.text())?.[1];
    if (form.status !== 200 || page === undefined) throw new Error(`the form was answered with ${form.status}`);
    const opened = calls.splice(0);
    const sending = await app.request(path, { method: "POST", body: new URLSearchParams({ page, ...filledIn }) });
    if (sending.status !== 303) throw new Error(`the answer was answered with ${sending.status}`);
    const sent = calls.splice(0);
    const again = await app.request(`${path}?change=yes`);
    if (again.status !== 200) throw new Error(`the change was answered with ${again.status}`);
    return { opened, sent, changed: calls.splice(0) };
  } finally {
    close();
  }
}

/** The calls by name, in order: `GetItem, BatchGetItem`. */
export function namesOf(calls: readonly StoreCall[]): string {
  return calls.map(({ name }) => name).join(", ");
}

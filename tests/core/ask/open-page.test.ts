import { reissueLink } from "@quorate/core/ask";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  answersStored,
  asksIn,
  confirms,
  foundNetwork,
  inDays,
  linkTo,
  openCollection,
  openPage,
  send,
} from "../../support/asks.ts";
import { type TestWorld, testWorld } from "../../support/world.ts";

let test: TestWorld;
beforeEach(async () => {
  test = await testWorld();
});
afterEach(() => test.close());

/** One ask, and its form open under one of its links. */
async function opened() {
  const { world } = test;
  const members = await foundNetwork(world, 1);
  const { id } = await openCollection(world, { members, deadline: inDays(world, 7) });
  const [ask] = await asksIn(world, id);
  if (!ask) throw new Error("nobody is asked");
  return { world, ask, page: await openPage(world, await linkTo(world, ask)) };
}

describe("a page that was opened by one link", () => {
  it("is not taken under another link of the same ask", async () => {
    const { world, ask, page } = await opened();
    const other = await linkTo(world, ask);
    await expect(send(world, { ...page, token: other }, confirms)).rejects.toMatchObject({ code: "page.stale" });
    expect(answersStored(await test.items(), ask.id)).toEqual([]);
  });

  it("is not taken under the link's id with a code that is wrong", async () => {
    const { world, ask, page } = await opened();
    const bytes = Buffer.from(page.token, "base64url");
    const forged = Buffer.concat([bytes.subarray(0, 16), Buffer.alloc(16)]).toString("base64url");
    await expect(send(world, { ...page, token: forged }, confirms)).rejects.toMatchObject({ code: "page.stale" });
    expect(answersStored(await test.items(), ask.id)).toEqual([]);
  });

  it("is refused in her language once the link is revoked", async () => {
    const { world, ask, page } = await opened();
    await reissueLink(world, ask, { revoke: true });
    const refusal = { code: "link.revoked", details: { locale: expect.any(String) } };
    await expect(send(world, page, confirms)).rejects.toMatchObject(refusal);
    expect(answersStored(await test.items(), ask.id)).toEqual([]);
  });
});

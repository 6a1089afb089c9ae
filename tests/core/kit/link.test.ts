import {
  create,
  fitsLink,
  issueLink,
  type Keys,
  Link,
  linkIdOf,
  linkToken,
  openLink,
  type World,
} from "@quorate/core/kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { derivedKeys } from "../../../packages/functions/src/ports/keys.ts";
import { seededRandom, type TestWorld, testWorld } from "../../support/world.ts";

const scope = {
  ...{ act: "answer" as const, network: "net_1", person: "per_1", member: "mem_1" },
  ...{ collection: "col_1", ask: "ask_1", epoch: 0 },
};

let test: TestWorld;
beforeEach(async () => {
  test = await testWorld();
});
afterEach(() => test.close());

async function issued(world: World): Promise<{ link: Link; token: string }> {
  const link = issueLink(world, scope);
  await world.table.write([create(Link, link)]);
  return { link, token: linkToken(world.keys, link) };
}

const root = (name: string) => seededRandom(`root ${name}`).bytes(32);

describe("a link", () => {
  it("opens what it was issued for and writes nothing", async () => {
    const { link, token } = await issued(test.world);
    const before = await test.items();
    expect(await openLink(test.world, token)).toEqual({ ...link, rev: 1 });
    expect(await openLink(test.world, token)).toEqual({ ...link, rev: 1 });
    expect(await test.items()).toEqual(before);
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  it("cannot be made from what is stored: neither the token nor its code stands in the table", async () => {
    const { link, token } = await issued(test.world);
    const stored = JSON.stringify(await test.items());
    const code = Buffer.from(token, "base64url").subarray(16);
    expect(linkIdOf(token)).toBe(link.id);
    for (const text of [token, code.toString("base64url"), code.toString("hex"), code.toString("base64")]) {
      expect(stored).not.toContain(text);
    }
    // A reader of the table with keys of her own, or with any code that she can think of.
    const others = derivedKeys(new Map([[link.kid, root("of somebody else")]]));
    const guesses = [Buffer.alloc(16), Buffer.from(link.id, "base64url")];
    const tokens = [
      linkToken(others, link),
      ...guesses.map((guess) => Buffer.concat([Buffer.from(link.id, "base64url"), guess]).toString("base64url")),
    ];
    for (const made of tokens) await expect(openLink(test.world, made)).rejects.toMatchObject({ code: "link.unknown" });
  });

  it("with a wrong id and one with a wrong code are refused alike, and so is what is no token at all", async () => {
    const { token } = await issued(test.world);
    const bytes = Buffer.from(token, "base64url");
    const changed = (at: number) => {
      const copy = Buffer.from(bytes);
      copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
      return copy.toString("base64url");
    };
    const wrong = [
      changed(0),
      changed(15),
      changed(16),
      changed(31),
      token.slice(0, -1),
      `${token}A`,
      "",
      "…",
      `${token}=`,
    ];
    const refusals = await Promise.all(
      wrong.map((one) =>
        openLink(test.world, one).then(
          () => "opened",
          (error: unknown) => error,
        ),
      ),
    );
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ code: "link.unknown", status: 404, details: {}, problems: [] });
    }
  });

  it("stops working when its scope is tampered with in the table", async () => {
    const { link, token } = await issued(test.world);
    for (const changes of [
      { person: "per_2" },
      { ask: "ask_2" },
      { network: "net_2" },
      { epoch: 1 },
      { act: "sign-in" as const },
      { process: "elc_1" },
    ]) {
      const other = { ...link, scope: { ...scope, ...changes } };
      expect(fitsLink(test.world.keys, token, other)).toBe(false);
    }
    expect(fitsLink(test.world.keys, token, link)).toBe(true);
  });

  it("goes on working when the key is changed, until the old key is gone; new links have the new key", async () => {
    const at = (keys: Keys): World => ({ ...test.world, keys });
    const [first, second] = [root("1"), root("2")];
    const before = at(derivedKeys(new Map([["1", first]])));
    const rotated = at(
      derivedKeys(
        new Map([
          ["1", first],
          ["2", second],
        ]),
      ),
    );
    const gone = at(derivedKeys(new Map([["2", second]])));
    const old = await issued(before);
    expect((await openLink(rotated, old.token)).id).toBe(old.link.id);
    const fresh = await issued(rotated);
    expect([old.link.kid, fresh.link.kid]).toEqual(["1", "2"]);
    expect((await openLink(gone, fresh.token)).id).toBe(fresh.link.id);
    await expect(openLink(gone, old.token)).rejects.toMatchObject({ code: "link.unknown" });
    expect(() => linkToken(gone.keys, old.link)).toThrow("the link key 1 is gone");
  });

  it("is different each time, though it opens the same", async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, () => issued(test.world)));
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(20);
  });
});

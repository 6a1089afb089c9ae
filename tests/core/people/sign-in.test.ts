import { after as later } from "@quorate/core/kit";
import {
  beginSetUp,
  fulfilRequest,
  readSignedIn,
  requestLetter,
  signIn,
  signInWithCode,
  signOut,
  viewSignIn,
} from "@quorate/core/people";
import { describe, expect, test } from "vitest";
import { type TestWorld, testWorld } from "../../support/world.ts";
import { addMember, lettersIn, setUpAktiv, tokenIn } from "./fixtures.ts";

const ADDRESS = "biljana.ilic@skola.example";

async function aktiv(): Promise<TestWorld & { network: string; person: string }> {
  const test = await testWorld();
  const { network, person } = await setUpAktiv(test.world, await beginSetUp(test.world));
  test.clock.moveTo(later(test.clock.now(), { hours: 1 }));
  return { ...test, network, person };
}

/** Asks for a sign-in letter and reads it: what the page holds, and what the letters say. */
async function asked({ world, items }: TestWorld, address = ADDRESS) {
  const { request } = await requestLetter(world, { purpose: "sign-in", address });
  const made = (await items()).find((item) => item.record === "letter-request" && item.state === "pending");
  await fulfilRequest(world, String(made?.id));
  const letters = (await lettersIn(world)).filter((letter) => letter.kind === "people.sign-in");
  const [letter] = letters;
  const { code, url } = letter?.props ?? { code: "000000", url: "" };
  return { request, letters, code, url, token: url.split("/").at(-1) ?? "" };
}

function wrongCode(code: string): string {
  return code === "123456" ? "654321" : "123456";
}

describe("the sign-in letter", () => {
  test("goes to the coordinators at the address only, each with a link and a code of her own", async () => {
    const test = await aktiv();
    const { world, network } = test;
    await addMember(world, network, { id: "ana", name: "Ана Нешић", address: ADDRESS, coordinator: true });
    await addMember(world, network, { id: "bo", name: "Бојан Тасић", address: ADDRESS });
    const { letters, request } = await asked(test);
    expect(letters.map(({ props, address }) => [props.to.name, address])).toEqual([
      ["Ана Нешић", ADDRESS],
      ["Биљана Илић", ADDRESS],
    ]);
    for (const { props } of letters) {
      expect(props.code).toMatch(/^\d{6}$/);
      expect(props.url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/sign-in\/[\w-]{43}$/);
      expect(props.expiresAt).toBe(later(test.clock.now(), { minutes: 30 }));
    }
    const [ana] = letters;
    expect(await signInWithCode(world, { request, code: ana?.props.code ?? "" })).toMatchObject({ person: "per_ana" });
  });

  test("has neither its code nor its link in the table", async () => {
    const test = await aktiv();
    const { code, token } = await asked(test);
    const stored = JSON.stringify(await test.items());
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(`"${code}"`);
  });

  test("is not sent any more once the sign-in is used or has expired", async () => {
    const test = await aktiv();
    const { token, letters } = await asked(test);
    expect(letters).toHaveLength(1);
    await signIn(test.world, { token });
    expect(await lettersIn(test.world)).toEqual([]);
  });
});

describe("the sign-in link", () => {
  test("shows whose it is on a page that writes nothing, and signs in by the button", async () => {
    const test = await aktiv();
    const { token } = await asked(test);
    const before = await test.items();
    for (let scans = 0; scans < 3; scans += 1) await viewSignIn(test.world, token);
    expect((await viewSignIn(test.world, token)).place?.name).toBe("Биљана Илић");
    expect(await test.items()).toEqual(before);
    const { cookie, person } = await signIn(test.world, { token });
    expect(person).toBe(test.person);
    const signedIn = await readSignedIn(test.world, cookie);
    expect(signedIn?.memberships.map((place) => place.network)).toEqual([test.network]);
  });

  test("works once, also when the button is pressed twice at the same moment", async () => {
    const test = await aktiv();
    const { token } = await asked(test);
    const presses = await Promise.allSettled([1, 2, 3].map(() => signIn(test.world, { token })));
    expect(presses.map((press) => press.status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
    await expect(signIn(test.world, { token })).rejects.toMatchObject({ code: "link.used" });
    await expect(viewSignIn(test.world, token)).rejects.toMatchObject({ code: "link.used" });
    expect((await test.items()).filter((item) => item.record === "signed-in")).toHaveLength(1);
  });

  test("is used up by its code, and the code by the link", async () => {
    const test = await aktiv();
    const one = await asked(test);
    await signInWithCode(test.world, one);
    await expect(signIn(test.world, one)).rejects.toMatchObject({ code: "link.used" });
    test.clock.moveTo(later(test.clock.now(), { hours: 1 }));
    const two = await asked(test);
    await signIn(test.world, two);
    await expect(signInWithCode(test.world, two)).rejects.toMatchObject({ code: "sign-in.wrong-code" });
  });

  test("expires after 30 minutes", async () => {
    const test = await aktiv();
    const sent = await asked(test);
    test.clock.moveTo(later(test.clock.now(), { minutes: 30 }));
    await expect(viewSignIn(test.world, sent.token)).rejects.toMatchObject({ code: "link.closed" });
    await expect(signIn(test.world, sent)).rejects.toMatchObject({ code: "link.closed" });
    await expect(signInWithCode(test.world, sent)).rejects.toMatchObject({ code: "sign-in.wrong-code" });
  });

  test("is no set-up link, and a set-up link is no sign-in link", async () => {
    const { world } = await testWorld();
    const token = tokenIn(await beginSetUp(world));
    await expect(signIn(world, { token })).rejects.toMatchObject({ code: "link.unknown" });
    await expect(signIn(world, { token: "nonsense" })).rejects.toMatchObject({ code: "link.unknown" });
  });
});

describe("the six-digit code", () => {
  test("may be typed with spaces", async () => {
    const test = await aktiv();
    const { request, code } = await asked(test);
    await signInWithCode(test.world, { request, code: ` ${code.slice(0, 3)} ${code.slice(3)} ` });
  });

  test("is dead after five wrong ones, also when they come at once", async () => {
    const test = await aktiv();
    const { request, code } = await asked(test);
    const wrong = () => signInWithCode(test.world, { request, code: wrongCode(code) });
    const tries = await Promise.allSettled([wrong(), wrong(), wrong(), wrong(), wrong()]);
    expect(tries.every((one) => one.status === "rejected")).toBe(true);
    await expect(signInWithCode(test.world, { request, code })).rejects.toMatchObject({ code: "sign-in.wrong-code" });
  });

  test("works after four wrong ones", async () => {
    const test = await aktiv();
    const { request, code } = await asked(test);
    for (let turn = 0; turn < 4; turn += 1) {
      await expect(signInWithCode(test.world, { request, code: wrongCode(code) })).rejects.toMatchObject({
        code: "sign-in.wrong-code",
      });
    }
    await signInWithCode(test.world, { request, code });
  });

  test("is refused in the same words for an unknown address and for a request that was never made", async () => {
    const test = await aktiv();
    const { request } = await asked(test, "nobody@elsewhere.example");
    const answer = (of: string) => signInWithCode(test.world, { request: of, code: "123456" }).catch((error) => error);
    for (const of of [request, "test.never.made", ""]) {
      expect(await answer(of)).toMatchObject({ code: "sign-in.wrong-code", problems: [], details: {} });
    }
  });

  test("of another request does not open this one", async () => {
    const test = await aktiv();
    const mine = await asked(test);
    const { request } = await requestLetter(test.world, { purpose: "sign-in", address: "nobody@elsewhere.example" });
    await expect(signInWithCode(test.world, { request, code: mine.code })).rejects.toMatchObject({
      code: "sign-in.wrong-code",
    });
  });
});

describe("being signed in", () => {
  test("ends after 12 hours", async () => {
    const test = await aktiv();
    const { cookie, expiresAt } = await signIn(test.world, await asked(test));
    expect(expiresAt).toBe(later(test.clock.now(), { hours: 12 }));
    test.clock.moveTo(later(test.clock.now(), { hours: 11, minutes: 59 }));
    expect(await readSignedIn(test.world, cookie)).toBeDefined();
    test.clock.moveTo(expiresAt);
    expect(await readSignedIn(test.world, cookie)).toBeUndefined();
  });

  test("ends by signing out, for every copy of the cookie; signing out twice is once", async () => {
    const test = await aktiv();
    const { cookie } = await signIn(test.world, await asked(test));
    await signOut(test.world, cookie);
    await signOut(test.world, cookie);
    await signOut(test.world, "no cookie of ours");
    expect(await readSignedIn(test.world, cookie)).toBeUndefined();
  });

  test("takes no cookie with a byte changed", async () => {
    const test = await aktiv();
    const { cookie } = await signIn(test.world, await asked(test));
    const changed = `${cookie.slice(0, -4)}${cookie.endsWith("AAAA") ? "BBBB" : "AAAA"}`;
    expect(await readSignedIn(test.world, changed)).toBeUndefined();
  });
});

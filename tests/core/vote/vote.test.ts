import { createHash } from "node:crypto";
import { hashText, shortHash, Vote, VotedText } from "@quorate/core/vote";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { adoption, election } from "./fixtures.ts";

describe("a vote as it is frozen", () => {
  test("is read back as it was stored", () => {
    for (const vote of [
      election("AB"),
      adoption(),
      election(""),
      election("AB", { method: "form", mode: "combined" }),
    ]) {
      expect(v.parse(Vote, JSON.parse(JSON.stringify(vote)))).toEqual(vote);
    }
  });

  test.each([
    { words: "a member who stands twice", vote: election("A", { candidates: twice("id") }) },
    { words: "two candidates with one id", vote: election("A", { candidates: twice("member") }) },
    {
      words: "all by letter, a session's result to confirm",
      vote: election("A", { method: "form", mode: "ratified" }),
    },
    { words: "no seat to fill", vote: election("A", { seats: 0 }) },
    {
      words: "a text other than the one hashed",
      vote: { ...adoption(), text: { ...adoption().text, body: "Други план." } },
    },
  ])("is refused with $words", ({ vote }) => {
    expect(v.is(Vote, vote)).toBe(false);
  });
});

/** Two candidates who differ only in what is named. */
function twice(different: "id" | "member") {
  const ana = { id: "A", member: "mem_A" };
  return [ana, { ...ana, [different]: "another" }];
}

describe("the content hash of a text", () => {
  test("is SHA-256 of its title and body in canonical JSON", () => {
    const bytes = '{"body":"Два семинара.","title":"План рада"}';
    const expected = createHash("sha256").update(bytes).digest("hex");
    expect(hashText({ title: "План рада", body: "Два семинара." })).toBe(expected);
  });

  test("changes with one letter, and with a line moved from the title to the body", () => {
    const hash = hashText({ title: "План", body: "рада" });
    expect(hashText({ title: "План", body: "рад" })).not.toBe(hash);
    expect(hashText({ title: "Планрада", body: "" })).not.toBe(hash);
  });

  test("a stored text answers for its own hash", () => {
    expect(v.is(VotedText, adoption().text)).toBe(true);
  });

  test.each([
    { bits: "all zero", hash: "0".repeat(64), short: "0000-0000" },
    { bits: "all one", hash: "f".repeat(64), short: "ZZZZ-ZZZZ" },
    { bits: "1 at the end of the first forty", hash: `0000000001${"0".repeat(54)}`, short: "0000-0001" },
    { bits: "the RFC 4648 example fooba", hash: `666f6f6261${"0".repeat(54)}`, short: "CSQP-YRK1" },
  ])("is shown in Crockford's base 32: $bits", ({ hash, short }) => {
    expect(shortHash(hash)).toBe(short);
  });

  test("its short form is two groups of four without I, L, O and U", () => {
    fc.assert(
      fc.property(fc.string(), (body) => {
        expect(shortHash(hashText({ title: "План", body }))).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });
});

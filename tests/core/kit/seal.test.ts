import { readSigned, seal, sign, unseal } from "@quorate/core/kit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { derivedKeys } from "../../../packages/functions/src/ports/keys.ts";
import { seededRandom } from "../../support/world.ts";

const root = (name: string) => seededRandom(`root ${name}`).bytes(32);
const keys = derivedKeys(new Map([["1", root("1")]]));
const rotated = derivedKeys(
  new Map([
    ["1", root("1")],
    ["2", root("2")],
  ]),
);
const others = derivedKeys(new Map([["1", root("of somebody else")]]));
const world = { keys, random: seededRandom("seals") };

/** The same text with one character changed. */
function changed(text: string, at: number): string {
  const old = text.charAt(at);
  return text.slice(0, at) + (old === "A" ? "B" : "A") + text.slice(at + 1);
}

describe("a seal", () => {
  it("is opened at its place, whatever was sealed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, about) => {
        expect(unseal({ keys }, seal(world, text, about), about)).toBe(text);
      }),
    );
  });

  it("shows nothing of what is in it, and never looks the same twice", () => {
    const [first, second] = [seal(world, "Марија Стојановић", "bat_1"), seal(world, "Марија Стојановић", "bat_1")];
    expect(first).not.toBe(second);
    expect(Buffer.from(first.split(".").at(-1) ?? "", "base64url").toString("utf8")).not.toContain("Марија");
  });

  it("is not opened at another place, with another key, or when anything in it was changed", () => {
    const sealed = seal(world, "писмо", "bat_1/let_1");
    expect(unseal({ keys }, sealed, "bat_1/let_2")).toBeUndefined();
    expect(unseal({ keys: others }, sealed, "bat_1/let_1")).toBeUndefined();
    for (let at = 0; at < sealed.length; at += 1) {
      const opened = unseal({ keys }, changed(sealed, at), "bat_1/let_1");
      // The last character of a base64url part may have bits that mean nothing.
      expect([undefined, "писмо"]).toContain(opened);
    }
    for (const broken of ["", "1", "1.a.b", "9.a.b.c", "....", sealed.slice(0, -8)]) {
      expect(unseal({ keys }, broken, "bat_1/let_1")).toBeUndefined();
    }
  });

  it("made with an older key is opened as long as the key is kept", () => {
    const sealed = seal(world, "писмо", "bat_1");
    expect(unseal({ keys: rotated }, sealed, "bat_1")).toBe("писмо");
    expect(seal({ ...world, keys: rotated }, "писмо", "bat_1").startsWith("2.")).toBe(true);
  });
});

describe("a signature", () => {
  it("is read back about the same thing, and about nothing else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, about) => {
        const signed = sign(keys, text, about);
        expect(readSigned(keys, signed, about)).toBe(text);
        expect(readSigned(keys, signed, `${about}.`)).toBeUndefined();
      }),
    );
  });

  it("of somebody else, or changed, is none", () => {
    const signed = sign(keys, '{"version":0}', "link_1");
    expect(readSigned(others, signed, "link_1")).toBeUndefined();
    expect(readSigned(keys, sign(others, '{"version":0}', "link_1"), "link_1")).toBeUndefined();
    const [kid, body, code] = signed.split(".");
    const forged = Buffer.from('{"version":1}').toString("base64url");
    expect(readSigned(keys, [kid, forged, code].join("."), "link_1")).toBeUndefined();
    expect(readSigned(keys, [kid, body, ""].join("."), "link_1")).toBeUndefined();
    for (const broken of ["", "1", "1.a", "9.a.b", ".."]) expect(readSigned(keys, broken, "link_1")).toBeUndefined();
  });

  it("with an older key stays good", () => {
    expect(readSigned(rotated, sign(keys, "a", "b"), "b")).toBe("a");
  });
});

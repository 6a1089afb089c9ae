import {
  type Approval,
  type ApprovalRule,
  approversNow,
  checkApproval,
  mayDecide,
  nextEscalation,
  type Seat,
  standing,
  withDecision,
} from "@quorate/core/ask";
import { after } from "@quorate/core/kit";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

const NOW = "2026-03-13T09:00:00.000Z";
const LATER = after(NOW, { days: 2 });

const person = (name: string) => ({ member: `mem_${name}`, person: `per_${name}` });
const seat = (name: string, ...substitutes: string[]): Seat => ({
  ...person(name),
  substitutes: substitutes.map((one) => ({ ...person(one), after: LATER })),
});

function asked(rule: ApprovalRule, seats: Seat[], requester = "Ana"): Approval {
  const ids = { collection: "col_1", network: "net_1", process: "elc_1", subject: "hash" };
  return { ...ids, rule, seats, requester: person(requester), state: "pending" };
}

/** The approval after these decisions, each made if it may be: `+Boba` approves, `-Boba` returns. */
function decidedBy(approval: Approval, decisions: readonly string[], now = NOW): Approval {
  return decisions.reduce((so, text) => {
    const who = person(text.slice(1));
    const permission = mayDecide(so, who, now);
    if (permission.kind !== "may") return so;
    const verdict = text.startsWith("+") ? ("approve" as const) : ("return" as const);
    return withDecision(so, permission.seat, { ...who, verdict, at: now });
  }, approval);
}

const anyOne = { kind: "any-one" } as const;
const all = { kind: "all" } as const;
const k = (k: number) => ({ kind: "k-of-n", k }) as const;
const three = [seat("Boba"), seat("Ceca"), seat("Desa")];

describe("the rule of an approval", () => {
  it.each([
    [anyOne, [], "pending"],
    [anyOne, ["+Boba"], "approved"],
    [anyOne, ["-Boba"], "returned"],
    [anyOne, ["-Boba", "+Ceca"], "returned"],
    [anyOne, ["+Boba", "-Ceca"], "approved"],
    [all, ["+Boba", "+Ceca"], "pending"],
    [all, ["+Boba", "+Ceca", "+Desa"], "approved"],
    [all, ["+Boba", "-Ceca"], "returned"],
    [all, ["+Boba", "-Ceca", "+Desa"], "returned"],
    [k(2), ["+Boba"], "pending"],
    [k(2), ["+Boba", "+Desa"], "approved"],
    [k(2), ["-Boba", "+Desa"], "pending"],
    [k(2), ["-Boba", "+Desa", "+Ceca"], "approved"],
    [k(2), ["-Boba", "-Desa"], "returned"],
    [k(3), ["-Boba"], "returned"],
    [k(1), ["-Boba", "-Ceca", "-Desa"], "returned"],
    [k(1), ["-Boba", "-Ceca", "+Desa"], "approved"],
  ] as const)("%j: after %j it is %s", (rule, decisions, expected) => {
    expect(decidedBy(asked(rule, three), decisions).state).toBe(expected);
  });

  it("counts the same in whatever order the decisions come, but under any one, where the first decides", async () => {
    const verdicts = fc.array(fc.constantFrom("+", "-"), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.property(verdicts, fc.constantFrom<ApprovalRule>(all, k(1), k(2), k(3)), fc.nat(), (signs, rule, turn) => {
        const decisions = signs.map((sign, index) => `${sign}${["Boba", "Ceca", "Desa"][index]}`);
        const rotated = decisions.map((_, index) => decisions[(index + turn) % 3] ?? "");
        const settled = (list: readonly string[]) => decidedBy(asked(rule, three), list).state;
        expect(settled(rotated)).toBe(settled(decisions));
      }),
    );
  });

  it("is met by nothing but decisions: time alone approves nothing", () => {
    for (const rule of [anyOne, all, k(1)]) expect(standing(asked(rule, three))).toBe("pending");
  });
});

describe("who may decide", () => {
  const approval = asked(all, [seat("Boba", "Eva"), seat("Ceca", "Eva")]);

  it("the requester may not, under whatever membership, and also not as a substitute", () => {
    const own = asked(all, [seat("Ana"), seat("Boba", "Ana")]);
    expect(mayDecide(own, person("Ana"), after(LATER, { days: 1 })).kind).toBe("own-request");
    const elsewhere = { member: "mem_other", person: "per_Ana" };
    const asOther = asked(all, [{ ...elsewhere, substitutes: [] }, seat("Boba")]);
    expect(mayDecide(asOther, elsewhere, NOW).kind).toBe("own-request");
    expect(approversNow(own, after(LATER, { days: 1 })).map(({ member }) => member)).toEqual(["mem_Boba"]);
  });

  it("a substitute may from her time on, for one seat, and the approver still may until somebody has", () => {
    expect(mayDecide(approval, person("Eva"), NOW).kind).toBe("not-asked");
    expect(mayDecide(approval, person("Eva"), LATER)).toEqual({ kind: "may", seat: 0 });
    expect(mayDecide(approval, person("Boba"), LATER)).toEqual({ kind: "may", seat: 0 });
    const once = decidedBy(approval, ["+Eva"], LATER);
    expect(mayDecide(once, person("Boba"), LATER)).toMatchObject({ kind: "decided", first: person("Eva") });
    expect(mayDecide(once, person("Eva"), LATER)).toMatchObject({ kind: "same-person" });
    expect(decidedBy(once, ["+Eva"], LATER).state).toBe("pending");
    expect(decidedBy(once, ["+Ceca"], LATER).state).toBe("approved");
  });

  it("two places of one person are one person", () => {
    const twice = { member: "mem_Boba2", person: "per_Boba", substitutes: [] };
    const both = asked(all, [seat("Boba"), twice]);
    expect(mayDecide(decidedBy(both, ["+Boba"]), twice, NOW).kind).toBe("same-person");
  });

  it("who comes second is told who was first, and when", () => {
    const decided = decidedBy(asked(anyOne, three), ["-Ceca"]);
    expect(mayDecide(decided, person("Boba"), NOW)).toEqual({
      kind: "decided",
      first: { ...person("Ceca"), verdict: "return", at: NOW },
    });
  });

  it.each(["expired", "recalled"] as const)("nobody may once it is %s", (state) => {
    expect(mayDecide({ ...approval, state }, person("Boba"), NOW).kind).toBe("over");
  });
});

describe("the escalation", () => {
  const approval = asked(all, [seat("Boba", "Eva"), seat("Ceca")]);

  it("asks the approvers at first, and the substitutes of the open seats from their time on", () => {
    expect(approversNow(approval, NOW).map(({ member }) => member)).toEqual(["mem_Boba", "mem_Ceca"]);
    expect(nextEscalation(approval, NOW)).toBe(LATER);
    expect(approversNow(approval, LATER)).toContainEqual({ ...person("Eva"), insteadOf: "mem_Boba" });
    expect(nextEscalation(approval, LATER)).toBeUndefined();
  });

  it("asks nobody in the place of one who has decided", () => {
    const decided = decidedBy(approval, ["+Boba"]);
    expect(nextEscalation(decided, NOW)).toBeUndefined();
    expect(approversNow(decided, LATER).map(({ member }) => member)).toEqual(["mem_Ceca"]);
  });
});

describe("a plan for an approval", () => {
  it("needs different people, none of them the requester, and not more than there are", () => {
    const problems = (rule: ApprovalRule, seats: Seat[]) =>
      checkApproval({ rule, seats, requester: person("Ana") }).map(({ field, code }) => `${field} ${code}`);
    expect(problems(all, [seat("Boba", "Eva"), seat("Ceca", "Eva")])).toEqual([]);
    expect(problems(all, [])).toEqual(["approvers too-few"]);
    expect(problems(k(3), [seat("Boba"), seat("Ceca")])).toEqual(["approvers too-few"]);
    expect(problems(all, [seat("Boba"), seat("Boba")])).toEqual(["approvers.1 same-person"]);
    expect(problems(all, [seat("Ana"), seat("Boba", "Ana", "Boba")])).toEqual([
      "approvers.0 own-request",
      "approvers.1.substitutes.0 own-request",
      "approvers.1.substitutes.1 same-person",
    ]);
  });
});

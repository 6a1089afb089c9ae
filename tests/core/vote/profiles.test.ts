import { createHash } from "node:crypto";
import { locales, textIn } from "@quorate/core/i18n";
import {
  AbsenteeMode,
  Method,
  noLetters,
  outcome,
  plainProfile,
  profileHash,
  profilesOf,
  ReadyProfile,
  RulesProfile,
  readyNamed,
  readyProfiles,
  ruleLines,
  rulesOf,
  setProfile,
  VoteKind,
} from "@quorate/core/vote";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { testWorld } from "../../support/world.ts";
import { adoption, election, hands, planHands, profile, throughout } from "./fixtures.ts";

const on = { mode: "ratified", method: "hands", kind: "elect", zone: "Europe/Belgrade" } as const;

describe("ready rules", () => {
  test.each(ReadyProfile.options)(
    "%s: can be frozen as they are, for both kinds of vote, and are known again",
    (name) => {
      for (const kind of VoteKind.options) {
        const ready = readyProfiles[name][kind];
        expect(v.parse(RulesProfile, JSON.parse(JSON.stringify(ready)))).toEqual(ready);
        expect(readyProfiles[readyNamed(kind, ready) ?? "plain"][kind]).toEqual(ready);
      }
      expect(readyNamed("elect", profile({ silentNominee: "stands" }))).toBeUndefined();
    },
  );

  test.each([
    { name: "plain", adopted: false, why: "9 of 27 members" },
    { name: "serbian-association", adopted: false, why: "9 of 18 present" },
    { name: "lithuanian-team", adopted: true, why: "9 of 17 for and against" },
    { name: "polish-network", adopted: true, why: "9 of 17 for and against" },
  ] as const)(
    "18 present, 9 for, 8 against, 1 abstaining: under $name adopted is $adopted, $why",
    ({ name, adopted }) => {
      const vote = adoption({ mode: "none", profile: readyProfiles[name].adopt });
      const counted = { vote, rollSize: 27, attendance: throughout(18), live: planHands(9, 8, 1), letters: noLetters };
      expect(outcome(counted).kind).toBe(adopted ? "declared" : "not-adopted");
    },
  );

  test("in Poland a person takes more than half of the votes cast, a text more for than against", () => {
    const president = election("A", { mode: "none", profile: readyProfiles["polish-network"].elect });
    const counted = { rollSize: 27, attendance: throughout(18), letters: noLetters };
    expect(outcome({ ...counted, vote: president, live: hands({ A: 9 }, 8, 1) }).kind).toBe("not-elected");
    expect(outcome({ ...counted, vote: president, live: hands({ A: 10 }, 8, 0) }).kind).toBe("declared");
  });
});

describe("the fingerprint of rules", () => {
  test("is SHA-256 of their canonical JSON, whatever the order they are written in", () => {
    const bytes =
      '{"base":"all-members","lettersCountTowardsQuorum":false,"quorum":{"comparison":"more-than","denominator":2,"numerator":1},' +
      '"silentNominee":"out","threshold":{"comparison":"more-than","denominator":2,"numerator":1},"tie":{"kind":"repeat"},"twoPeopleDeclare":true}';
    expect(profileHash(plainProfile)).toBe(createHash("sha256").update(bytes).digest("hex"));
    const reversed = Object.fromEntries(Object.entries(plainProfile).toReversed());
    expect(profileHash(v.parse(RulesProfile, reversed))).toBe(profileHash(plainProfile));
  });

  test("changes with any one rule", () => {
    const changes: Partial<RulesProfile>[] = [
      ...[{ base: "cast" } as const, { lettersCountTowardsQuorum: true }, { twoPeopleDeclare: false }],
      ...[{ silentNominee: "stands" } as const, { tie: { kind: "chair" } } as const],
      { tie: { kind: "lot", source: "Loto", at: "2026-03-20T19:00:00.000Z" } },
      { tie: { kind: "lot", source: "Loto", at: "2026-03-21T19:00:00.000Z" } },
    ];
    const hashes = changes.map((change) => profileHash(profile(change)));
    expect(new Set([profileHash(plainProfile), ...hashes]).size).toBe(changes.length + 1);
  });
});

describe("rules in words", () => {
  const lot = { kind: "lot", source: "Државна лутрија, Лото", at: "2026-03-20T19:00:00.000Z" } as const;
  const ties = [{ kind: "run-off" }, { kind: "repeat" }, { kind: "chair" }, lot] as const;

  test("of a ratified election under the plain rules", () => {
    expect(ruleLines(plainProfile, on).map((line) => textIn("sr-Cyrl", line))).toMatchInlineSnapshot(`
      [
        "Гласа се јавно, дизањем руке.",
        "Одлучује више од половине свих чланова.",
        "Кворум: више од половине свих чланова, присутно на почетку и на крају гласања.",
        "Одговори писмом не рачунају се у кворум.",
        "Резултат важи ако гласови за са седнице и потврде одсутних заједно испуњавају правило.",
        "Потврда се рачуна као глас за, приговор као глас против.",
        "Ко не одговори, бележи се „без одговора”.",
        "Ако је број гласова једнак, гласање се понавља.",
        "Ко не одговори на предлог, не кандидује се.",
        "Резултат проглашавају две особе.",
      ]
    `);
    expect(ruleLines(plainProfile, { ...on, rollSize: 27 }).map((line) => textIn("en", line))).toMatchInlineSnapshot(`
      [
        "Voting is open, by show of hands.",
        "Decided by more than half of all members: at least 14 of 27.",
        "Quorum: at least 14 of 27 members must be present when the vote opens and when it closes.",
        "Answers by letter do not count towards the quorum.",
        "The result holds if votes for in the session and confirmations by letter together meet the rule.",
        "A confirmation counts as a vote for, an objection as a vote against.",
        "Who does not answer is recorded as “no answer”.",
        "After a tie, the vote is repeated.",
        "A nominee who does not answer does not stand.",
        "Two different people declare the result.",
      ]
    `);
  });

  test("of a vote all by letter, with a lot", () => {
    const rules = profile({ base: "cast", lettersCountTowardsQuorum: true, tie: lot, twoPeopleDeclare: false });
    const lines = ruleLines(rules, { ...on, mode: "combined", method: "form" });
    expect(lines.map((line) => textIn("pl", line))).toMatchInlineSnapshot(`
      [
        "Głosowanie tylko przez imienny formularz: wszyscy z listy otrzymują głosowanie w wiadomości.",
        "Do decyzji potrzeba więcej niż połowy oddanych głosów.",
        "Kworum: odpowiada więcej niż połowa wszystkich członków.",
        "Brak odpowiedzi odnotowujemy jako „bez odpowiedzi”.",
        "Przy równej liczbie głosów rozstrzyga losowanie. Losuje się z wartości ogłaszanej publicznie: Државна лутрија, Лото, w piątek, 20 marca 2026 r., o godz. 20.00 (Belgrad, UTC+1).",
        "Kto nie odpowie na zgłoszenie, nie kandyduje.",
        "Wynik ogłasza jedna osoba.",
      ]
    `);
    expect(lines.map((line) => textIn("lt", line))).toMatchInlineSnapshot(`
      [
        "Balsuojama tik vardine forma: visi sąraše esantys nariai gauna balsavimą laišku.",
        "Lemia daugiau kaip pusė paduotų balsų.",
        "Kvorumas: atsako daugiau kaip pusė visų narių.",
        "Kas neatsako, pažymima „neatsakė“.",
        "Balsams pasiskirsčius po lygiai, lemia burtai. Jie traukiami iš viešai skelbiamos reikšmės: Државна лутрија, Лото, 2026 m. kovo 20 d., penktadienį, 20.00 val. (Belgradas, UTC+1).",
        "Kas į siūlymą neatsako, nekandidatuoja.",
        "Rezultatą skelbia vienas asmuo.",
      ]
    `);
  });

  test.each(locales)("say every rule in %s, and every difference between two rules", (locale) => {
    const said = new Map<string, string>();
    for (const tie of ties) {
      for (const mode of AbsenteeMode.options) {
        for (const method of Method.options) {
          for (const rollSize of [undefined, 27]) {
            for (const silentNominee of ["out", "stands"] as const) {
              for (const twoPeopleDeclare of [true, false]) {
                if (method === "form" && mode !== "combined") continue;
                const rules = profile({ tie, silentNominee, twoPeopleDeclare });
                const lines = ruleLines(rules, { ...on, mode, method, rollSize }).map((line) => textIn(locale, line));
                for (const line of lines) expect(line).toMatch(/^\S.*[.]$/su);
                const words = lines.join(" ");
                expect(said.has(words)).toBe(false);
                said.set(words, words);
              }
            }
          }
        }
      }
    }
  });

  test("of a text say nothing of ties and nominees", () => {
    const [elect, adopt] = VoteKind.options.map((kind) => ruleLines(plainProfile, { ...on, kind }).length);
    expect(adopt).toBe((elect ?? 0) - 2);
  });
});

describe("the rules of a network", () => {
  test("are plain until they are set, each kind by itself, and the last ones set hold", async () => {
    const { world } = await testWorld();
    const setting = { network: "net_1", actor: "mem_1" };
    expect(await profilesOf(world.table, "net_1")).toEqual({ elect: plainProfile, adopt: plainProfile });
    await setProfile(world, { ...setting, kind: "elect", profile: readyProfiles["polish-network"].elect });
    await setProfile(world, { ...setting, kind: "elect", profile: readyProfiles["serbian-association"].elect });
    expect(await profilesOf(world.table, "net_1")).toEqual({
      elect: readyProfiles["serbian-association"].elect,
      adopt: plainProfile,
    });
    expect((await rulesOf(world.table, "net_1")).elect).toMatchObject({ setBy: "mem_1", setAt: world.clock.now() });
    expect(await profilesOf(world.table, "net_2")).toEqual({ elect: plainProfile, adopt: plainProfile });
  });

  test("that nobody could meet are refused", async () => {
    const impossible = profile({ threshold: { numerator: 3, denominator: 2, comparison: "at-least" } });
    const { world } = await testWorld();
    const setting = { network: "net_1", kind: "elect", profile: impossible, actor: "mem_1" } as const;
    expect(() => setProfile(world, setting)).toThrow("profile.threshold");
  });
});

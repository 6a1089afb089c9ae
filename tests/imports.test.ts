import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** What each package may import of ours (DESIGN 2); besides itself. */
const allowed: Record<string, readonly string[]> = {
  core: [],
  emails: ["core"],
  functions: ["core", "emails"],
  local: ["core", "emails", "functions"],
};

/** What core leaves to the others; AWS clients are for kit alone. */
const foreignToCore = /^(hono|sst|react|resend|@react-email|@pulumi|@hono)(\/|$)/;

function sourcesOf(name: string): { path: string; text: string }[] {
  const folder = join(root, "packages", name, "src");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

function importsIn(text: string): string[] {
  return [
    ...text.matchAll(/^\s*(?:import|export)\b[^"';]*?from\s+"([^"]+)"|import\("([^"]+)"\)|^import "([^"]+)"/gm),
  ].flatMap((match) => match[1] ?? match[2] ?? match[3] ?? []);
}

describe("imports go one way", () => {
  for (const [name, may] of Object.entries(allowed)) {
    it(`${name} imports ${may.length > 0 ? may.join(" and ") : "none"} of the other packages`, () => {
      const sources = sourcesOf(name);
      expect(sources.length).toBeGreaterThan(0);
      const wrong = sources.flatMap(({ path, text }) =>
        importsIn(text)
          .flatMap((from) => /^@quorate\/([a-z]+)/.exec(from)?.[1] ?? [])
          .filter((other) => other !== name && !may.includes(other))
          .map((other) => `${path} imports ${other}`),
      );
      expect(wrong).toEqual([]);
    });
  }

  it("core imports no web framework, no renderer and no provider", () => {
    const wrong = sourcesOf("core").flatMap(({ path, text }) =>
      importsIn(text)
        .filter((from) => foreignToCore.test(from))
        .map((from) => `${path} imports ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  it("in core only kit imports AWS clients", () => {
    const wrong = sourcesOf("core").flatMap(({ path, text }) =>
      importsIn(text)
        .filter((from) => from.startsWith("@aws-sdk/") && !path.startsWith("kit/"))
        .map((from) => `${path} imports ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  it("documents are read by a function of their own: no page and no other function takes their reader in", () => {
    const wrong = sourcesOf("functions").flatMap(({ path, text }) =>
      importsIn(text)
        .filter((from) => /^(hucre|pdfkit|saxes|fflate|@expo-google-fonts)|\/documents(\/|\.ts)/.test(from))
        .filter(() => path !== "documents.ts" && !path.startsWith("documents/"))
        .map((from) => `${path} imports ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  it("a process is imported by another one only where it meets there: the election in a session", () => {
    const processes = ["session", "election"];
    const wrong = sourcesOf("core").flatMap(({ path, text }) => {
      const from = path.split("/")[0] ?? "";
      return importsIn(text)
        .flatMap((source) => /^\.\.\/([a-z]+)\//.exec(source)?.[1] ?? [])
        .filter((to) => processes.includes(to) && to !== from && !(from === "election" && to === "session"))
        .map((to) => `${path} imports ${to}`);
    });
    expect(wrong).toEqual([]);
  });
});

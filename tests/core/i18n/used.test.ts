import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { messages } from "../../../packages/core/src/i18n/catalogue/index.ts";

const packages = join(import.meta.dirname, "../../../packages");

/** What is put into a template. */
const GAP = /\$\{[^}]*\}/g;

/** The plurals of the glossary's table: each language's rules for numbers are held to them (say.test.ts). */
const plurals = ["members", "days", "answers"].flatMap((noun) => [
  `common.${noun}`,
  `common.of${noun.charAt(0).toUpperCase()}${noun.slice(1)}`,
]);

/** All that is written in the packages, but for the messages themselves. */
function sources(): string[] {
  return readdirSync(packages, { recursive: true, encoding: "utf8" })
    .filter((path) => /^\w+\/src\/.*\.tsx?$/.test(path) && !/\/catalogue\/\w+\//.test(path))
    .map((path) => readFileSync(join(packages, path), "utf8"));
}

/** A key that is put together, such as `form.state.${state}`: what stands in the gaps is anything. */
function pattern(template: string): RegExp {
  const said = template.split(GAP).map((part) => part.replaceAll(/[.*+?^$()[\]{}|\\]/g, "\\$&"));
  return new RegExp(`^${said.join("[\\w.-]+")}$`);
}

it("every message is said somewhere", () => {
  const [literals, templates] = [new Set<string>(), new Set<string>()];
  for (const text of sources()) {
    for (const [, literal = ""] of text.matchAll(/"([\w-]+(?:\.[\w-]+)+)"/g)) literals.add(literal);
    for (const [, template = ""] of text.matchAll(/`((?:[\w-]|\$\{[^}`]*\})+(?:\.(?:[\w-]|\$\{[^}`]*\})+)+)`/g)) {
      templates.add(template);
    }
  }
  // What has a word at neither end could be anything.
  const patterns = [...templates].filter((one) => /^\w|\w$/.test(one.replaceAll(GAP, " "))).map(pattern);
  const unsaid = Object.keys(messages.en).filter((key) => !literals.has(key) && !patterns.some((one) => one.test(key)));
  expect(unsaid.toSorted()).toEqual(plurals.toSorted());
});

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Axe finds nothing on the page; in dark the colours are looked at once more, for the rest is the same. */
export async function isForEverybody(kind: string, page: Page): Promise<void> {
  // The only frames are the mailbox's, with letters in them; those are looked at on their own.
  const axe = () => new AxeBuilder({ page }).setLegacyMode().options({ iframes: false });
  await page.emulateMedia({ colorScheme: "light" });
  const light = await axe().withTags(WCAG).analyze();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axe().withRules(["color-contrast"]).analyze();
  for (const [scheme, { violations, passes }] of Object.entries({ light, dark })) {
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" ··· ")}`,
    );
    expect.soft(found, `${kind}, ${scheme}`).toEqual([]);
    expect.soft(passes.length, `what was looked at: ${kind}, ${scheme}`).toBeGreaterThan(0);
  }
}

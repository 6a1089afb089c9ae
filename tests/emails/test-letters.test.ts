import { inScript, locales, say } from "@quorate/core/i18n";
import { isLetterKind, render } from "@quorate/emails/render";
import { samples } from "@quorate/emails/samples";
import { describe, expect, test } from "vitest";
import { bodyText } from "./reading.ts";

const kinds = Object.keys(samples("en")).filter(isLetterKind);

describe.each(locales)("a test letter in %s", (locale) => {
  test.each(kinds)("says so in its subject and in its first line: %s", async (kind) => {
    const plain = await render(kind, samples(locale)[kind]);
    const { subject, html, text } = await render(kind, { ...samples(locale)[kind], isTest: true });
    expect(subject).toBe(say(locale, "rehearsal.subject", { subject: plain.subject }));
    expect(subject).not.toBe(plain.subject);
    const line = inScript(locale, say(locale, "rehearsal.letter")).slice(1);
    expect(text).toContain(line);
    expect(bodyText(html)).toContain(line);
    expect(plain.text).not.toContain(line);
  });
});

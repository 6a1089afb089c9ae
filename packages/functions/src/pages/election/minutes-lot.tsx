import type { MinutesLot } from "@quorate/core/election";
import { dateTime, inScript, type Locale, listOf, onMoment, say } from "@quorate/core/i18n";
import type { Child } from "hono/jsx";
import { Facts } from "../look/index.ts";

/** A lot with all that anybody needs to draw it again: where its value was published, who entered and attested it, each number. */
export function LotInMinutes({ locale, lot, zone }: { locale: Locale; lot: MinutesLot; zone: string }) {
  const { vote, source, from, value, rollHash, seed, ranking, entered, attested } = lot;
  const by = ({ name, at }: MinutesLot["entered"]) =>
    say(locale, "lot.minutes.byWhom", { name: inScript(locale, name), when: onMoment(locale, at, zone) });
  const origin = { source: inScript(locale, source), when: dateTime(locale, from, zone, { year: true }) };
  const facts: (readonly [string, Child])[] = [
    [say(locale, "lot.minutes.source"), say(locale, "lot.origin", origin)],
    [say(locale, "lot.value"), <code>{value}</code>],
    [say(locale, "lot.minutes.entered"), by(entered)],
    [say(locale, "lot.minutes.attested"), listOf(locale, attested.map(by))],
    [say(locale, "lot.minutes.roll"), <code>{rollHash}</code>],
    [say(locale, "lot.minutes.seed"), <code>{seed}</code>],
    [
      say(locale, "lot.minutes.numbers"),
      <ol>
        {ranking.map(({ candidate, name, number, isDrawn }) => (
          <li>
            {inScript(locale, name)} ({candidate}){isDrawn && <b> {say(locale, "lot.minutes.isDrawn")}</b>}
            <br />
            <code>{number}</code>
          </li>
        ))}
      </ol>,
    ],
  ];
  const commands = [command([rollHash, value]), ...ranking.map(({ candidate }) => command([seed, vote, candidate]))];
  return (
    <>
      <h3>{say(locale, "lot.minutes")}</h3>
      <Facts facts={facts} />
      <details>
        <summary>{say(locale, "lot.minutes.again")}</summary>
        <p>{say(locale, "lot.minutes.again.lead")}</p>
        <pre>{commands.join("\n")}</pre>
      </details>
    </>
  );
}

/** The SHA-256 of these parts, one line feed between two of them, as a shell computes it. */
function command(parts: readonly string[]): string {
  const format = parts.map(() => "%s").join("\\n");
  return `printf '${format}' ${parts.map(quoted).join(" ")} | sha256sum`;
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

import type { Ask } from "@quorate/core/ask";
import { inScript, type Locale, say } from "@quorate/core/i18n";
import type { Instant } from "@quorate/core/kit";
import type { Member } from "@quorate/core/people";
import { Badge, ListTable } from "../look/index.ts";
import { type AskedStep, askState } from "./standing.ts";
import { askWords, stageName } from "./standing-words.ts";

export type AskedProps = {
  locale: Locale;
  /** Where the acts on an ask are. */
  path: string;
  step: AskedStep;
  zone: string;
  members: ReadonlyMap<string, Member>;
  /** When the letters of undelivered asks came back, by ask. */
  bounced: ReadonlyMap<string, Instant>;
};

/** Whom a step asked, what has come of it, and the one thing to be done for who has not answered. */
export function Asked({ locale, path, step, zone, members, bounced }: AskedProps) {
  const { collection } = step;
  const order = new Intl.Collator(locale);
  const nameOf = (ask: Ask) => members.get(ask.member)?.name ?? "";
  const asks = step.asks.toSorted((a, b) => order.compare(nameOf(a), nameOf(b)));
  const title = step.step === "confirmation" ? say(locale, "console.process.asked") : stageName(locale, step.step);
  return (
    <>
      <h2>{title}</h2>
      <div class="card">
        <ListTable
          caption={say(locale, "console.process.asked.caption")}
          isCaptionHidden
          columns={[
            { label: say(locale, "console.process.member") },
            { label: say(locale, "console.process.answer"), isPlain: true },
            { label: say(locale, "common.action"), isHidden: true },
          ]}
          rows={asks.map((ask) => {
            const { kind, word, when } = askWords(locale, ask, {
              ...{ openedAt: collection.openedAt, zone },
              bouncedAt: bounced.get(ask.id),
            });
            const institution = members.get(ask.member)?.institution;
            return [
              <>
                {inScript(locale, nameOf(ask))}
                {institution && (
                  <>
                    <br />
                    <span class="hint">{inScript(locale, institution)}</span>
                  </>
                )}
              </>,
              <span>
                <Badge kind={kind}>{word}</Badge>{" "}
                {ask.answer?.assisted && <span class="hint">{say(locale, "assisted.badge")}, </span>}
                {when && <span class="hint">{when}</span>}
              </span>,
              <AskAct locale={locale} path={path} ask={ask} name={inScript(locale, nameOf(ask))} />,
            ];
          })}
        />
      </div>
    </>
  );
}

function AskAct({ locale, path, ask, name }: { locale: Locale; path: string; ask: Ask; name: string }) {
  const state = askState(ask);
  if (ask.state !== "open" || (state !== "waiting" && state !== "undelivered" && state !== "waived")) return null;
  const query = new URLSearchParams({ collection: ask.collection, ask: ask.id });
  const acts = [
    ...(ask.byHand ? [["letter", "assisted.print"] as const] : [["reissue", "console.process.newLink"] as const]),
    ...(ask.byHand || ask.undelivered ? [["assist", "assisted.record"] as const] : []),
  ];
  return (
    <>
      {acts.map(([act, words], index) => (
        <>
          {index > 0 && <br />}
          <a href={`${path}/${act}?${query}`}>
            {say(locale, words)}
            <span class="hidden">: {name}</span>
          </a>
        </>
      ))}
    </>
  );
}

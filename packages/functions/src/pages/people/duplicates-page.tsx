import { fullDate, inScript, type Locale, number, say } from "@quorate/core/i18n";
import type { LikelyDuplicate, Network, RosterEntry } from "@quorate/core/people";
import { ConsolePage, duplicatesPath, memberPath, peoplePath } from "../console.tsx";
import { Choice, ErrorSummary, Facts, SubmitButton } from "../look/index.ts";
import { AddressText } from "./address-text.tsx";

export type DuplicatesProps = {
  locale: Locale;
  network: Network;
  pairs: readonly LikelyDuplicate[];
  /** What was wrong with the answer about one pair. */
  wrong?: { pair: string; error: string } | undefined;
};

/** The two of a pair as its form names them: the one who would stay, and the one who would become a part of her. */
function pairId({ first, second }: LikelyDuplicate): string {
  return `${first.member.id}.${second.member.id}`;
}

/** Members who may be one person, two by two: the coordinator says of each whether they are. */
export function DuplicatesPage({ locale, network, pairs, wrong }: DuplicatesProps) {
  const title = say(locale, "members.alike.title");
  return (
    <ConsolePage
      {...{ locale, network, title, current: "people", path: duplicatesPath(network.id) }}
      isWrong={wrong !== undefined}
    >
      {wrong && (
        <ErrorSummary
          locale={locale}
          title={say(locale, "form.summary.title")}
          problems={[{ id: `${wrong.pair}-one`, text: wrong.error }]}
        />
      )}
      <h1>{title}</h1>
      {pairs.length === 0 ? (
        <p class="lead">{say(locale, "members.alike.none")}</p>
      ) : (
        <p class="lead">{say(locale, "members.alike.lead")}</p>
      )}
      {pairs.map((pair, index) => (
        <PairForm
          {...{ locale, network, pair, place: index + 1 }}
          error={wrong?.pair === pairId(pair) ? wrong.error : undefined}
        />
      ))}
      <div class="buttons">
        <a class="button plain" href={peoplePath(network.id)}>
          {say(locale, "people.imported.back")}
        </a>
      </div>
    </ConsolePage>
  );
}

type PairProps = Pick<DuplicatesProps, "locale" | "network"> & {
  pair: LikelyDuplicate;
  place: number;
  error: string | undefined;
};

function PairForm({ locale, network, pair, place, error }: PairProps) {
  const id = pairId(pair);
  return (
    <section class="card flow" aria-labelledby={`pair-${place}`}>
      <header>
        <p class="kicker">{say(locale, "members.alike.pair", { n: number(locale, place) })}</p>
        <h2 id={`pair-${place}`}>{say(locale, `members.alike.${pair.why}`)}</h2>
      </header>
      <div class="split even">
        <Side {...{ locale, network, entry: pair.first }} />
        <Side {...{ locale, network, entry: pair.second }} />
      </div>
      <form method="post" action={`${duplicatesPath(network.id)}?lang=${locale}`} novalidate class="flow">
        <input type="hidden" name="pair" value={id} />
        <Choice
          {...{ locale, id, name: "decision", error }}
          label={say(locale, "members.alike.question")}
          options={[
            { value: "one", label: say(locale, "members.alike.one") },
            { value: "two", label: say(locale, "members.alike.two") },
          ]}
        />
        <div class="buttons">
          <SubmitButton look="plain">{say(locale, "members.alike.button")}</SubmitButton>
        </div>
      </form>
    </section>
  );
}

function Side({ locale, network, entry }: Pick<DuplicatesProps, "locale" | "network"> & { entry: RosterEntry }) {
  const { member, person } = entry;
  return (
    <div class="flow">
      <h3>
        <a href={memberPath(network.id, member.id)}>{inScript(locale, member.name)}</a>
      </h3>
      <Facts
        facts={[
          [say(locale, "people.columns.address"), <AddressText address={person.address} />],
          ...(member.institution
            ? ([[say(locale, "people.columns.institution"), inScript(locale, member.institution)]] as const)
            : []),
          [say(locale, "people.columns.since"), fullDate(locale, member.since, network.zone)],
        ]}
      />
    </div>
  );
}

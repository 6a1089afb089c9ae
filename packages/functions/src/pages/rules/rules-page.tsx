import { dateOf, inScript, type Locale, say, textIn } from "@quorate/core/i18n";
import type { Instant } from "@quorate/core/kit";
import type { Network } from "@quorate/core/people";
import { profileHash, profileLines, type RulesProfile, readyNamed, shortHash, type VoteKind } from "@quorate/core/vote";
import { ConsolePage, rulesPath } from "../console.tsx";
import { Card, Lead } from "../look/index.ts";

/** The rules of one kind of vote; `set`: when and by whom, where the network has set them itself. */
export type KindRules = { kind: VoteKind; profile: RulesProfile; set?: { at: Instant; by: string } };

type RulesProps = { locale: Locale; network: Network; rules: readonly KindRules[] };

/** What the network's next elections take over, for each kind of vote, in words. */
export function RulesPage({ locale, network, rules }: RulesProps) {
  const title = say(locale, "rules.title");
  return (
    <ConsolePage {...{ locale, network, title, path: rulesPath(network.id), current: "elections" }}>
      <h1>{title}</h1>
      <Lead>{say(locale, "rules.lead")}</Lead>
      {rules.map((one) => (
        <RulesCard locale={locale} network={network} rules={one} />
      ))}
    </ConsolePage>
  );
}

function RulesCard({ locale, network, rules }: Omit<RulesProps, "rules"> & { rules: KindRules }) {
  const { kind, profile, set } = rules;
  const ready = readyNamed(kind, profile);
  return (
    <Card id={kind} title={say(locale, `rules.${kind}`)}>
      {ready && <p class="kicker">{say(locale, `rules.ready.${ready}`)}</p>}
      <ProfileLines locale={locale} network={network} kind={kind} profile={profile} />
      <p class="hint">
        {say(locale, "rules.fingerprint", { hash: shortHash(profileHash(profile)) })}{" "}
        {set
          ? say(locale, "rules.setOn", {
              date: dateOf(locale, set.at, network.zone, { year: true }),
              name: inScript(locale, set.by),
            })
          : say(locale, "rules.setNever")}
      </p>
      <div class="buttons">
        <a class="button plain" href={`${rulesPath(network.id)}/${kind}`}>
          {say(locale, `rules.change.${kind}`)}
        </a>
      </div>
    </Card>
  );
}

type LinesProps = { locale: Locale; network: Pick<Network, "zone">; kind: VoteKind; profile: RulesProfile };

/** A profile in words, a sentence each. */
export function ProfileLines({ locale, network, kind, profile }: LinesProps) {
  return (
    <ul>
      {profileLines(profile, { kind, zone: network.zone }).map((line) => (
        <li>{textIn(locale, line)}</li>
      ))}
    </ul>
  );
}

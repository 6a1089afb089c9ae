import { type Locale, say } from "@quorate/core/i18n";
import type { Network } from "@quorate/core/people";
import { VoteKind } from "@quorate/core/vote";
import { rulesPath } from "../../console.tsx";
import { ProfileLines } from "../../rules/rules-page.tsx";
import type { Choice } from "../fields.tsx";
import { Folded, isWrongIn, Part, type PartProps, Select } from "./fields.tsx";
import { AS_THE_NETWORK, type SetUpChoices, Share } from "./read.ts";

const parts = ["share", "base", "quorum"] as const;

/** What decides: the network's own rules in words, and other ones for this election alone, folded away. */
export function Rules(props: PartProps & { network: Network; choices: SetUpChoices }) {
  const { locale, network, choices, typed, wrong } = props;
  const isChanged = parts.some((part) => typed[part] !== undefined && typed[part] !== AS_THE_NETWORK);
  return (
    <Part title={say(locale, "election.field.rule")} hint={say(locale, "opening.rules.network")}>
      {VoteKind.options.map((kind) => (
        <details>
          <summary>{say(locale, `rules.${kind}`)}</summary>
          <ProfileLines {...{ locale, network, kind, profile: choices.profiles[kind] }} />
        </details>
      ))}
      <Folded title={say(locale, "opening.rules.other")} isOpen={isChanged || isWrongIn(wrong, parts)}>
        <Select {...props} name="share" choices={options(locale, "share")} />
        <Select {...props} name="base" choices={options(locale, "base")} />
        <Select
          {...props}
          name="quorum"
          choices={options(locale, "share")}
          hint={say(locale, "election.field.quorum.hint")}
        />
      </Folded>
      <div class="buttons">
        <a class="button quiet" href={rulesPath(network.id)}>
          {say(locale, "rules.see")}
        </a>
      </div>
    </Part>
  );
}

function options(locale: Locale, of: "share" | "base"): Choice[] {
  const asSet = { value: AS_THE_NETWORK, label: say(locale, "rules.choice.network") };
  if (of === "share") {
    return [asSet, ...Share.options.map((value) => ({ value, label: say(locale, `election.field.share.${value}`) }))];
  }
  const bases = ["all-members", "present", "cast", "for-and-against"] as const;
  return [asSet, ...bases.map((value) => ({ value, label: say(locale, `election.field.base.${value}`) }))];
}

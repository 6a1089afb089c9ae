import { type ElectionVote, type Nomination, type NominationState, officesIn } from "@quorate/core/election";
import { inScript, type Locale, say } from "@quorate/core/i18n";
import type { Member } from "@quorate/core/people";
import { Badge, type BadgeKind } from "../look/index.ts";

type NominationsProps = {
  locale: Locale;
  votes: readonly ElectionVote[];
  nominations: readonly Nomination[];
  members: ReadonlyMap<string, Member>;
};

const badges: Readonly<Record<NominationState, BadgeKind>> = {
  pending: "wait",
  accepted: "done",
  declined: "none",
  silent: "none",
  withdrawn: "bad",
};

/** Who is proposed for each office, and what she says to it; by whom is counted, never named. */
export function Nominations({ locale, votes, nominations, members }: NominationsProps) {
  return (
    <section class="card flow" aria-labelledby="nominations">
      <h2 id="nominations">{say(locale, "nominations.page.title")}</h2>
      {officesIn(votes).map(({ id, vote }) => {
        const own = nominations.filter((one) => one.vote === id);
        return (
          <section class="flow" aria-labelledby={`nominations-${id}`}>
            <h3 id={`nominations-${id}`}>{inScript(locale, vote.title)}</h3>
            {own.length === 0 && <p class="muted">{say(locale, "nominations.page.empty")}</p>}
            {own.length > 0 && (
              <ul class="rows">
                {own.map(({ member, state, by, statement }) => (
                  <li>
                    <p>
                      <strong>{inScript(locale, members.get(member)?.name ?? "")}</strong>{" "}
                      <Badge kind={badges[state]}>
                        {state === "silent" && vote.profile.silentNominee === "stands"
                          ? say(locale, "nominations.state.silent.stands")
                          : say(locale, `nominations.state.${state}`)}
                      </Badge>
                    </p>
                    <p class="hint">{say(locale, "nominations.page.by", { n: by.length })}</p>
                    {statement && <p>{inScript(locale, statement)}</p>}
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </section>
  );
}

import { fullDate, inScript, type Locale, languageNames, say } from "@quorate/core/i18n";
import type { Member, Network, Person } from "@quorate/core/people";
import { addressPath, ConsolePage, memberPath, peoplePath } from "../console.tsx";
import { Badge, ErrorSummary, Facts, Notice, SubmitButton, TextField } from "../look/index.ts";
import { AddressText } from "./address-text.tsx";

export type MemberProps = {
  locale: Locale;
  network: Network;
  member: Member;
  person: Person;
  /** Who stayed, where this member was merged into another. */
  stayed: Member | undefined;
  /** The reason for her leaving as it was typed, and what is wrong with it. */
  reason?: { typed: string; error: string } | undefined;
};

/** What the network knows of a member, and what a coordinator can do about her. */
export function MemberPage({ locale, network, member, person, stayed, reason }: MemberProps) {
  const title = inScript(locale, member.name);
  const path = memberPath(network.id, member.id);
  return (
    <ConsolePage {...{ locale, network, title, current: "people", path }} isWrong={reason !== undefined}>
      {reason && (
        <ErrorSummary
          locale={locale}
          title={say(locale, "form.summary.title")}
          problems={[{ id: "reason", text: reason.error }]}
        />
      )}
      <header>
        <p class="kicker">{say(locale, "people.title")}</p>
        <h1>{title}</h1>
      </header>
      {member.standing === "left" && (
        <p>
          <Badge kind="none">{say(locale, stayed ? "members.merged" : "members.left")}</Badge>
        </p>
      )}
      {stayed && (
        <Notice
          act={
            <a class="button plain" href={memberPath(network.id, stayed.id)}>
              {say(locale, "members.merged.open")}
            </a>
          }
        >
          {say(locale, "members.merged.into", { name: inScript(locale, stayed.name) })}
        </Notice>
      )}
      <div class="card">
        <Facts
          facts={[
            [say(locale, "people.columns.address"), <AddressText address={person.address} />],
            ...(member.institution
              ? ([[say(locale, "people.columns.institution"), inScript(locale, member.institution)]] as const)
              : []),
            ...(member.groups.length > 0
              ? ([[say(locale, "people.columns.group"), inScript(locale, member.groups.join(", "))]] as const)
              : []),
            [say(locale, "people.columns.locale"), <span lang={person.locale}>{languageNames[person.locale]}</span>],
            [say(locale, "people.columns.since"), fullDate(locale, member.since, network.zone)],
            ...(member.coordinator
              ? ([[say(locale, "people.columns.coordinator"), say(locale, "people.coordinates")]] as const)
              : []),
          ]}
        />
      </div>
      {member.standing === "active" && (
        <div class="buttons">
          <a class="button plain" href={addressPath(network.id, member.id)}>
            {say(locale, "people.member.address")}
          </a>
        </div>
      )}
      {!stayed && <Acts {...{ locale, network, member, reason }} />}
      <div class="buttons">
        <a class="button quiet" href={peoplePath(network.id)}>
          {say(locale, "people.imported.back")}
        </a>
      </div>
    </ConsolePage>
  );
}

function Acts({ locale, network, member, reason }: Pick<MemberProps, "locale" | "network" | "member" | "reason">) {
  const path = memberPath(network.id, member.id);
  const hasLeft = member.standing === "left";
  return (
    <details open={reason !== undefined}>
      <summary>{say(locale, hasLeft ? "members.return" : "members.leave")}</summary>
      <form method="post" action={`${path}/${hasLeft ? "return" : "leave"}?lang=${locale}`} novalidate class="flow">
        <p>{say(locale, hasLeft ? "members.return.lead" : "members.leave.lead")}</p>
        {!hasLeft && (
          <TextField
            {...{ locale, id: "reason", kind: "long" as const, value: reason?.typed ?? "", error: reason?.error }}
            label={say(locale, "roll.leave.reason")}
            hint={say(locale, "roll.leave.hint")}
          />
        )}
        <div class="buttons">
          <SubmitButton look={hasLeft ? "plain" : "grave"}>
            {say(locale, hasLeft ? "members.return.button" : "members.leave.button")}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}

import { inScript, type Locale, say } from "@quorate/core/i18n";
import { DAYS_TO_DECIDE, type Member, type Network, type Person } from "@quorate/core/people";
import { addressPath, ConsolePage, memberPath } from "../console.tsx";
import { ErrorSummary, Facts, SubmitButton, TextField } from "../look/index.ts";
import { AddressText } from "./address-text.tsx";

export type AddressFormProps = {
  locale: Locale;
  network: Network;
  member: Member;
  person: Person;
  /** It takes a second person. */
  takesTwo: boolean;
  wrong?: { typed: string; error: string } | undefined;
};

/** The correction of a member's address: what it does, and whether it takes two. */
export function AddressFormPage({ locale, network, member, person, takesTwo, wrong }: AddressFormProps) {
  const title = say(locale, "members.address.title");
  const path = addressPath(network.id, member.id);
  return (
    <ConsolePage {...{ locale, network, title, current: "people", path }} isWrong={wrong !== undefined}>
      {wrong && (
        <ErrorSummary
          locale={locale}
          title={say(locale, "form.summary.title")}
          problems={[{ id: "address", text: wrong.error }]}
        />
      )}
      <header>
        <p class="kicker">{inScript(locale, member.name)}</p>
        <h1>{title}</h1>
      </header>
      <p class="lead">{say(locale, "members.address.lead")}</p>
      {takesTwo && <p class="notice wait">{say(locale, "members.address.second", { days: DAYS_TO_DECIDE })}</p>}
      <div class="card">
        <Facts facts={[[say(locale, "members.address.now"), <AddressText address={person.address} />]]} />
      </div>
      <form method="post" action={`${path}?lang=${locale}`} novalidate class="flow">
        <TextField
          {...{ locale, id: "address", kind: "email" as const, value: wrong?.typed ?? "", error: wrong?.error }}
          label={say(locale, "members.address.new")}
          autocomplete="off"
        />
        <div class="buttons">
          <SubmitButton>{say(locale, takesTwo ? "members.address.ask" : "members.address.button")}</SubmitButton>
          <a class="button quiet" href={memberPath(network.id, member.id)}>
            {say(locale, "common.back")}
          </a>
        </div>
      </form>
    </ConsolePage>
  );
}

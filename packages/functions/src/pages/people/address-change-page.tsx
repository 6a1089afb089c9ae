import { dateTime, inScript, type Locale, onMoment, say } from "@quorate/core/i18n";
import { readableHash } from "@quorate/core/journal";
import { type AddressChangeView, type ChangeStanding, REASON_LEAST } from "@quorate/core/people";
import type { Child } from "hono/jsx";
import { ConsolePage, memberPath } from "../console.tsx";
import {
  Badge,
  type BadgeKind,
  Choice,
  ErrorSummary,
  type Fact,
  Facts,
  Page,
  SubmitButton,
  TextField,
} from "../look/index.ts";
import { AddressText } from "./address-text.tsx";

export type AddressChangeProps = {
  locale: Locale;
  view: AddressChangeView;
  /** Where its form is sent to. */
  path: string;
  /** The reader is signed in; else she came by the link of her letter. */
  isSignedIn: boolean;
  /** What was sent, and what is wrong with it. */
  wrong?: { id: "verdict" | "reason"; error: string; reason: string } | undefined;
  /** Somebody was first: her own decision was not taken. */
  isSecond?: boolean;
};

const badges: Readonly<Record<ChangeStanding, BadgeKind>> = {
  pending: "wait",
  applied: "done",
  refused: "against",
  withdrawn: "none",
  lapsed: "none",
};

/** The correction of an address that takes two: what is asked and by whom; to the second person the question. */
export function AddressChangePage(props: AddressChangeProps) {
  const { locale, view, path, isSignedIn, wrong } = props;
  const { network, reader } = view;
  const title = say(locale, "members.address.request");
  const content = <Content {...props} title={title} />;
  const frame = { locale, title, path, isWrong: wrong !== undefined };
  return isSignedIn ? (
    <ConsolePage {...frame} network={network} current="people">
      {content}
    </ConsolePage>
  ) : (
    <Page {...frame} network={network.name} you={{ name: reader.member.name, institution: reader.member.institution }}>
      {content}
    </Page>
  );
}

function Content({ title, ...props }: AddressChangeProps & { title: string }) {
  const { locale, view, wrong, isSecond, isSignedIn } = props;
  const { change, standing, network, member } = view;
  return (
    <>
      {wrong && (
        <ErrorSummary
          locale={locale}
          title={say(locale, "form.summary.title")}
          problems={[{ id: wrong.id === "verdict" ? "verdict-approve" : "reason", text: wrong.error }]}
        />
      )}
      <header>
        <p class="kicker">{inScript(locale, member.name)}</p>
        <h1>{title}</h1>
      </header>
      {isSecond && <p class="notice wait">{say(locale, "members.address.made")}</p>}
      <p>
        <Badge kind={badges[standing]}>{say(locale, `members.address.${standing}`)}</Badge>
      </p>
      <div class="card">
        <Facts facts={factsOf(props)} />
      </div>
      {standing === "pending" && <Act {...props} />}
      {isSignedIn && (
        <div class="buttons">
          <a class="button quiet" href={memberPath(network.id, change.member)}>
            {say(locale, "common.back")}
          </a>
        </div>
      )}
    </>
  );
}

function factsOf({ locale, view }: AddressChangeProps): Fact[] {
  const { change, standing, network, requester, decider } = view;
  const time = (at: string): Child => <time datetime={at}>{dateTime(locale, at, network.zone)}</time>;
  const facts: Fact[] = [
    [say(locale, "members.address.now"), <AddressText address={change.from} />],
    [say(locale, "members.address.new"), <AddressText address={change.to} />],
    [say(locale, "members.address.by"), inScript(locale, requester.name)],
    [say(locale, "members.address.at"), time(change.at)],
  ];
  if (standing === "pending") {
    facts.push([say(locale, "members.address.until"), onMoment(locale, change.expiresAt, network.zone)]);
  }
  if (change.decision && decider) {
    const { at, reason } = change.decision;
    facts.push([say(locale, "members.address.decided"), inScript(locale, decider.name)]);
    facts.push([say(locale, "members.address.decidedAt"), time(at)]);
    if (reason) facts.push([say(locale, "members.address.reasonGiven"), inScript(locale, reason)]);
  }
  facts.push([say(locale, "members.address.hash"), <code>{readableHash(change.hash)}</code>]);
  return facts;
}

/** What the reader may do while it waits. The decision names what she has seen. */
function Act({ locale, view, path, wrong }: AddressChangeProps) {
  const action = `${path}?lang=${locale}`;
  switch (view.may) {
    case "read":
      return <p>{say(locale, "members.address.notYours")}</p>;
    case "withdraw":
      return (
        <form method="post" action={`${path}/withdraw?lang=${locale}`} class="flow">
          <p>{say(locale, "members.address.yours")}</p>
          <div class="buttons">
            <SubmitButton look="plain">{say(locale, "members.address.withdraw")}</SubmitButton>
          </div>
        </form>
      );
    case "decide":
      return (
        <form method="post" action={action} novalidate class="flow">
          <input type="hidden" name="hash" value={view.change.hash} />
          <p>{say(locale, "members.letter.request.silence")}</p>
          <Choice
            {...{ locale, id: "verdict", name: "verdict" }}
            label={say(locale, "members.address.question")}
            hint={say(locale, "members.address.questionHint")}
            error={wrong?.id === "verdict" ? wrong.error : undefined}
            chosen={wrong?.id === "reason" ? "refuse" : undefined}
            options={[
              { value: "approve", label: say(locale, "members.address.approve") },
              { value: "refuse", label: say(locale, "members.address.refuse"), asksReason: true },
            ]}
          >
            <TextField
              {...{ locale, id: "reason", kind: "long" as const, value: wrong?.reason ?? "", isReason: true }}
              label={say(locale, "members.address.reason")}
              hint={say(locale, "members.address.reasonHint", { limit: REASON_LEAST })}
              error={wrong?.id === "reason" ? wrong.error : undefined}
            />
          </Choice>
          <div class="buttons">
            <SubmitButton>{say(locale, "members.address.decide")}</SubmitButton>
          </div>
        </form>
      );
  }
}

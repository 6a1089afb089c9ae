import { fullDate, inScript, type Locale, listOf, onMoment, say, textIn } from "@quorate/core/i18n";
import { readableHash } from "@quorate/core/journal";
import type { HandOverStanding, HandOverView } from "@quorate/core/offices";
import type { Member, Network } from "@quorate/core/people";
import type { Child } from "hono/jsx";
import { ConsolePage, officesPath } from "../console.tsx";
import { SelectField, summaryLines } from "../election/fields.tsx";
import {
  Badge,
  type BadgeKind,
  Choice,
  ErrorSummary,
  type Fact,
  Facts,
  Lead,
  Page,
  SubmitButton,
} from "../look/index.ts";
import { rightsPath } from "./paths.ts";

const badges: Readonly<Record<HandOverStanding, BadgeKind>> = {
  ...{ pending: "wait", half: "wait", made: "done", lapsed: "none", withdrawn: "none" },
};

type HandOverProps = {
  locale: Locale;
  view: HandOverView;
  /** Where its form is sent to. */
  path: string;
  /** The reader is signed in; else she came by the link of her letter. */
  isSignedIn: boolean;
  /** What is to be chosen was not. */
  error?: string | undefined;
};

/** Rights that are to pass on: to whom, why, who has stated it; and to whoever is asked, the statement. */
export function HandOverPage(props: HandOverProps) {
  const { locale, view, path, isSignedIn, error } = props;
  const { network, reader } = view;
  const title = say(locale, "offices.rights.subject", { name: inScript(locale, view.to.name) });
  const frame = { locale, title, path, isWrong: error !== undefined };
  const content = <Content {...props} title={title} />;
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

function Content({ title, ...props }: HandOverProps & { title: string }) {
  const { locale, view, error, isSignedIn } = props;
  const { standing, network, handOver, reader } = view;
  const isHers = handOver.statements.some(({ member }) => member === reader.member.id);
  return (
    <>
      {error && <KeepsSummary {...{ locale, error }} />}
      <header>
        <p class="kicker">{say(locale, "offices.rights")}</p>
        <h1>{title}</h1>
      </header>
      <p>
        <Badge kind={badges[standing]}>{say(locale, `offices.rights.${standing}`)}</Badge>
      </p>
      {isHers && <p class="notice">{say(locale, "offices.rights.yoursIs")}</p>}
      <div class="card">
        <Facts facts={factsOf(props)} />
      </div>
      {view.mayState && <Statement {...props} />}
      {isSignedIn && (
        <div class="buttons">
          <a class="button quiet" href={officesPath(network.id)}>
            {say(locale, "common.back")}
          </a>
        </div>
      )}
    </>
  );
}

function factsOf({ locale, view }: HandOverProps): Fact[] {
  const { handOver, network, office, standing, stated, hash } = view;
  const facts: Fact[] = [];
  if (office) facts.push([say(locale, "offices.vote"), textIn(locale, office)]);
  facts.push([say(locale, "members.address.at"), fullDate(locale, handOver.at, network.zone)]);
  if (standing === "pending" || standing === "half") {
    facts.push([say(locale, "members.address.until"), onMoment(locale, handOver.until, network.zone)]);
  }
  if (stated.length > 0) facts.push([say(locale, "offices.rights.statements"), listOf(locale, stated)]);
  facts.push([say(locale, "members.address.hash"), <code>{readableHash(hash)}</code>]);
  return facts;
}

/** The statement names what its author has seen; two others leave no rights but those that pass on. */
function Statement({ locale, view, path, error }: HandOverProps) {
  const isTwo = view.handOver.takes === "two";
  return (
    <form method="post" action={`${path}?lang=${locale}`} novalidate class="flow">
      <input type="hidden" name="hash" value={view.hash} />
      <p>{say(locale, isTwo ? "offices.rights.two" : "offices.rights.lead")}</p>
      {isTwo && view.handOver.outgoing.length > 0 && <p>{say(locale, "offices.rights.two.ends")}</p>}
      {!isTwo && <Keeps {...{ locale, error }} />}
      <p class="hint">{say(locale, "offices.rights.silence")}</p>
      <div class="buttons">
        <SubmitButton>{say(locale, "offices.rights.button")}</SubmitButton>
      </div>
    </form>
  );
}

/** What becomes of the rights of the one who states it: nothing is chosen beforehand. */
function Keeps({ locale, error, chosen }: { locale: Locale; error?: string | undefined; chosen?: string | undefined }) {
  return (
    <Choice
      {...{ locale, id: "keeps", name: "keeps", error, chosen }}
      label={say(locale, "offices.rights.yours")}
      options={[
        { value: "no", label: say(locale, "offices.rights.end") },
        { value: "yes", label: say(locale, "offices.rights.keep") },
      ]}
    />
  );
}

function KeepsSummary({ locale, error }: { locale: Locale; error: string }) {
  const problems = [{ id: "keeps-no", text: error }];
  return <ErrorSummary {...{ locale, problems }} title={say(locale, "form.summary.title")} />;
}

type PassProps = {
  locale: Locale;
  network: Network;
  /** Everybody but the reader. */
  members: readonly Member[];
  typed: Readonly<Record<string, string>>;
  errors: { to?: string | undefined; keeps?: string | undefined };
};

/** A coordinator passes her rights on by herself: to whom, and whether hers end. */
export function PassRightsPage({ locale, network, members, typed, errors }: PassProps) {
  const title = say(locale, "offices.rights");
  const path = rightsPath(network.id);
  const problems = summaryLines(locale, [
    ...(errors.to ? [{ id: "to", label: say(locale, "offices.rights.to"), text: errors.to }] : []),
    ...(errors.keeps ? [{ id: "keeps-no", label: say(locale, "offices.rights.yours"), text: errors.keeps }] : []),
  ]);
  const people: { value: string; label: string }[] = [
    { value: "", label: say(locale, "election.field.choose") },
    ...members.map(({ id, name }) => ({ value: id, label: inScript(locale, name) })),
  ];
  const summary: Child = problems.length > 0 && (
    <ErrorSummary {...{ locale, problems }} title={say(locale, "form.summary.title")} />
  );
  return (
    <ConsolePage {...{ locale, network, title, path, current: "people" }} isWrong={problems.length > 0}>
      {summary}
      <h1>{title}</h1>
      <Lead>{say(locale, "offices.rights.lead")}</Lead>
      <form method="post" action={`${path}?lang=${locale}`} novalidate class="flow">
        <SelectField
          {...{ locale, id: "to", choices: people, value: typed.to ?? "", error: errors.to }}
          label={say(locale, "offices.rights.to")}
        />
        <Keeps {...{ locale, error: errors.keeps, chosen: typed.keeps }} />
        <div class="buttons">
          <SubmitButton>{say(locale, "offices.rights.button")}</SubmitButton>
          <a class="button quiet" href={officesPath(network.id)}>
            {say(locale, "common.back")}
          </a>
        </div>
      </form>
    </ConsolePage>
  );
}

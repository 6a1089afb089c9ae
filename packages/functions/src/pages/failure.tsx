import { inScript, type Locale, type MessageKey, refusalKey, say } from "@quorate/core/i18n";
import type { Refusal, RefusalCode } from "@quorate/core/kit";
import type { Child } from "hono/jsx";
import { Page } from "./look/index.ts";

type Words = { title: MessageKey; lead: MessageKey };

/** The refusals that have a page of their own; the others say their one sentence. */
const pages: Partial<Record<RefusalCode, Words>> = {
  "link.unknown": { title: "link.unknown.title", lead: "link.unknown.lead" },
  "link.revoked": { title: "link.revoked.title", lead: "link.revoked.lead" },
  "link.used": { title: "link.signIn.used.title", lead: "link.signIn.used.lead" },
  "link.closed": { title: "link.signIn.used.title", lead: "link.signIn.used.lead" },
  "body.too-large": { title: "link.tooLarge.title", lead: "link.tooLarge.lead" },
  "body.wrong-type": { title: "link.wrongType.title", lead: "link.wrongType.lead" },
  "cross-site": { title: "link.crossSite.title", lead: "link.crossSite.lead" },
  "page.stale": { title: "link.stale.title", lead: "link.stale.lead" },
  "not-found": { title: "link.notFound.title", lead: "link.notFound.lead" },
  "not-yours": { title: "link.notYours.title", lead: "link.notYours.lead" },
  "sign-in.needed": { title: "link.signIn.needed.title", lead: "link.signIn.needed.lead" },
};

/** Why an act was not done, in the reader's language, and where to go from here. */
export function RefusalPage({ locale, refusal }: { locale: Locale; refusal: Refusal }) {
  const words = pages[refusal.code];
  const isTooMany = refusal.code === "too-many";
  const minutes = Math.max(1, Math.ceil(Number(refusal.details.retryAfter ?? 60) / 60));
  const title = isTooMany ? say(locale, "link.tooMany.title") : say(locale, words?.title ?? refusalKey(refusal.code));
  return (
    <Failure locale={locale} title={title}>
      {isTooMany && <p class="lead">{say(locale, "link.tooMany.lead", { minutes })}</p>}
      {words && <p class="lead">{say(locale, words.lead)}</p>}
      {refusal.code === "duty.candidate" && <DutyHolders locale={locale} names={String(refusal.details.names ?? "")} />}
    </Failure>
  );
}

/** Who has what a coordinator who stands may not do. */
function DutyHolders({ locale, names }: { locale: Locale; names: string }) {
  const words = { names: inScript(locale, names) };
  return <p class="lead">{names ? say(locale, "duties.refused.lead", words) : say(locale, "duties.refused.nobody")}</p>;
}

/** Our own fault: its number, and what was kept. */
export function FaultPage({ locale, id }: { locale: Locale; id: string }) {
  return (
    <Failure locale={locale} title={say(locale, "link.fault.title")}>
      <p class="lead">{say(locale, "link.fault.lead")}</p>
      <p>
        {say(locale, "link.fault.id")} <code>{id}</code>
      </p>
    </Failure>
  );
}

/** The store or the machines do not answer: nothing was stored now, and nothing stored before is lost. */
export function DownPage({ locale }: { locale: Locale }) {
  return (
    <Failure locale={locale} title={say(locale, "link.down.title")}>
      <p class="lead">{say(locale, "link.down.lead")}</p>
    </Failure>
  );
}

function Failure(props: { locale: Locale; title: string; children: Child }) {
  return (
    <Page locale={props.locale} title={props.title}>
      <h1>{props.title}</h1>
      {props.children}
      <div class="buttons">
        <a class="button plain" href="/">
          {say(props.locale, "link.toStart")}
        </a>
      </div>
    </Page>
  );
}

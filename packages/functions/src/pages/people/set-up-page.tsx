import { type Locale, languageNames, locales, say } from "@quorate/core/i18n";
import { Choice, ErrorSummary, FieldError, Page, SubmitButton, TextField, type Wrong } from "../look/index.ts";
import type { TypedText } from "../typed.ts";
import { CodeForm, ToStart } from "./sign-in-pages.tsx";

export type SetUpProps = {
  locale: Locale;
  path: string;
  typed: TypedText;
  /** What is wrong, by the id of its control. */
  problems: readonly Wrong[];
};

/** The zones of those whom we write for, before all others. */
const nearZones = ["Europe/Belgrade", "Europe/Vilnius", "Europe/Warsaw"];
const zones = [...nearZones, ...Intl.supportedValuesOf("timeZone").filter((zone) => !nearZones.includes(zone))];

/** The page behind the set-up link: the network and its first coordinator. */
export function SetUpPage(props: SetUpProps) {
  const { locale, problems } = props;
  const title = say(locale, "people.setUp.title");
  const text = (id: string) => ({
    ...{ locale, id, value: props.typed[id] ?? "", error: problems.find((one) => one.id === id)?.text },
  });
  return (
    <Page locale={locale} title={title} path={props.path} isWrong={problems.length > 0}>
      {problems.length > 0 && (
        <ErrorSummary
          locale={locale}
          title={say(locale, "form.summary.title")}
          lead={say(locale, "form.summary.lead", { button: say(locale, "people.setUp.button") })}
          problems={problems.map(({ id, text }) => ({ id: controlOf(id), text: `${labelOf(locale, id)}: ${text}` }))}
        />
      )}
      <h1>{title}</h1>
      <p class="lead">{say(locale, "people.setUp.lead")}</p>
      <form method="post" action={`${props.path}?lang=${locale}`} novalidate class="flow">
        <TextField {...text("network.name")} kind="short" label={labelOf(locale, "network.name")} />
        <TextField
          {...text("network.shortName")}
          kind="short"
          label={labelOf(locale, "network.shortName")}
          hint={say(locale, "people.setUp.shortName.hint")}
        />
        <LocaleChoice {...text("network.locale")} />
        <ZoneChoice {...text("network.zone")} />
        <h2>{say(locale, "people.setUp.coordinator")}</h2>
        <TextField
          {...text("coordinator.name")}
          {...{ kind: "short" as const, autocomplete: "name", label: labelOf(locale, "coordinator.name") }}
        />
        <TextField
          {...text("coordinator.address")}
          {...{ kind: "email" as const, autocomplete: "email", label: labelOf(locale, "coordinator.address") }}
          hint={say(locale, "people.setUp.coordinatorAddress.hint")}
        />
        <div class="buttons">
          <SubmitButton>{say(locale, "people.setUp.button")}</SubmitButton>
        </div>
      </form>
    </Page>
  );
}

const setUpFields = [
  ...(["network.name", "network.shortName", "network.locale", "network.zone"] as const),
  ...(["coordinator.name", "coordinator.address"] as const),
] as const;

const labels = {
  "network.name": "people.setUp.name",
  "network.shortName": "people.setUp.shortName",
  "network.locale": "people.setUp.locale",
  "network.zone": "people.setUp.zone",
  "coordinator.name": "people.setUp.coordinatorName",
  "coordinator.address": "people.setUp.coordinatorAddress",
} as const;

function labelOf(locale: Locale, id: string): string {
  const field = setUpFields.find((one) => one === id);
  return field ? say(locale, labels[field]) : "";
}

/** A group is mended at its first radio. */
function controlOf(id: string): string {
  return id === "network.locale" ? `${id}-en` : id;
}

type ChoiceProps = { locale: Locale; id: string; value: string; error: string | undefined };

function LocaleChoice({ locale, id, value, error }: ChoiceProps) {
  return (
    <Choice
      {...{ locale, id, name: id, error, chosen: value, label: labelOf(locale, id) }}
      options={locales.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
    />
  );
}

function ZoneChoice({ locale, id, value, error }: ChoiceProps) {
  const marks = error && { "aria-invalid": true as const, "aria-describedby": `${id}-error` };
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={id}>{labelOf(locale, id)}</label>
      <FieldError locale={locale} id={`${id}-error`} text={error} />
      <select id={id} name={id} {...marks}>
        <option value="" />
        {zones.map((zone) => (
          <option value={zone} selected={zone === value}>
            {zone}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The network is there, and the coordinator's letter on its way: its code may be entered here. */
export function SetUpDonePage({ locale, address, request }: { locale: Locale; address: string; request: string }) {
  const title = say(locale, "people.setUp.done.title");
  return (
    <Page locale={locale} title={title}>
      <h1>{title}</h1>
      <p class="lead">{say(locale, "people.setUp.done.lead", { address })}</p>
      <CodeForm locale={locale} request={request} />
    </Page>
  );
}

/** The link opens nothing any more. */
export function SetUpGonePage({ locale }: { locale: Locale }) {
  const title = say(locale, "link.revoked.title");
  return (
    <Page locale={locale} title={title} home="/">
      <h1>{title}</h1>
      <p class="lead">{say(locale, "people.setUp.gone")}</p>
      <ToStart locale={locale} />
    </Page>
  );
}

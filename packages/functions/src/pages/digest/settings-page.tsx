import type { DigestSettings } from "@quorate/core/digest";
import { type Locale, languageNames, locales, onMoment, say } from "@quorate/core/i18n";
import { Choice, Facts, Lead, Page, SubmitButton } from "../look/index.ts";

export type SettingsPageProps = DigestSettings & {
  locale: Locale;
  path: string;
  done?: "saved" | "off";
  isLeaving?: boolean;
};

/** How often the digest of one person comes, and the language of her letters. */
export function SettingsPage({ locale, path, person, subscription, done, isLeaving = false }: SettingsPageProps) {
  const isOff = subscription.frequency === "off";
  const mayLeave = isLeaving && !isOff;
  const title = say(locale, done === "off" ? "digest.off.title" : "digest.settings.title");
  return (
    <Page locale={locale} title={title} path={path}>
      <h1>{title}</h1>
      {done === "saved" && (
        <div class="notice" role="status">
          <p>{say(locale, "digest.settings.done")}</p>
        </div>
      )}
      <Lead>{say(locale, "digest.settings.lead")}</Lead>
      {!isOff && (
        <div class="card">
          <Facts facts={[[say(locale, "digest.settings.next"), onMoment(locale, subscription.nextAt, person.zone)]]} />
        </div>
      )}
      {mayLeave && (
        <form method="post" action={`${path}/off`} class="buttons">
          <SubmitButton>{say(locale, "digest.frequency.off")}</SubmitButton>
        </form>
      )}
      <form method="post" action={path} class="flow">
        <Choice
          {...{ locale, id: "frequency", name: "frequency", chosen: subscription.frequency }}
          label={say(locale, "digest.settings.frequency")}
          options={(["weekly", "fortnightly", "monthly", "off"] as const).map((value) => ({
            ...{ value, label: say(locale, `digest.frequency.${value}`) },
          }))}
        />
        <Choice
          {...{ locale, id: "locale", name: "locale", chosen: person.locale }}
          label={say(locale, "digest.settings.locale")}
          options={locales.map((value) => ({ value, label: languageNames[value], lang: value }))}
        />
        <p class="hint">{say(locale, "digest.settings.stays")}</p>
        <div class="buttons">
          <SubmitButton {...(mayLeave && { look: "plain" })}>{say(locale, "digest.settings.button")}</SubmitButton>
        </div>
      </form>
    </Page>
  );
}

import { type Locale, say } from "@quorate/core/i18n";
import { Page } from "./page.tsx";

/** What is kept about a person, who sees it and whom to write to; linked from the foot of every page. */
export function PrivacyPage({ locale }: { locale: Locale }) {
  const title = say(locale, "common.privacy.title");
  return (
    <Page locale={locale} title={title} path="/privacy" home="/">
      <h1>{title}</h1>
      {(["kept", "seen", "letters", "cookies", "ask"] as const).map((line) => (
        <p>{say(locale, `common.privacy.${line}`)}</p>
      ))}
      <div class="buttons">
        <a class="button plain" href="/">
          {say(locale, "link.toStart")}
        </a>
      </div>
    </Page>
  );
}

import { type Locale, say } from "@quorate/core/i18n";
import { Choice, Page, SubmitButton } from "../look/index.ts";
import { type Display, settings } from "./display.ts";

export type DisplayPageProps = {
  locale: Locale;
  display: Display;
  /** The page that the reader came from, on this site. */
  back?: string | undefined;
  isDone: boolean;
};

/** How pages are shown in this browser: contrast, size of text, spacing, motion (asks 9). */
export function DisplayPage({ locale, display, back, isDone }: DisplayPageProps) {
  const title = say(locale, "display.title");
  return (
    <Page locale={locale} title={title} path="/display" home="/">
      <h1>{title}</h1>
      {isDone && (
        <div class="notice" role="status">
          <p>{say(locale, "display.done")}</p>
          {back && (
            <p>
              <a href={back}>{say(locale, "display.back")}</a>
            </p>
          )}
        </div>
      )}
      <p class="lead">{say(locale, "display.lead")}</p>
      <form method="post" action={`/display?lang=${locale}`} class="flow">
        {back && <input type="hidden" name="back" value={back} />}
        <Setting locale={locale} name="contrast" display={display} />
        <Setting locale={locale} name="text" display={display} />
        <Setting locale={locale} name="space" display={display} />
        <Setting locale={locale} name="motion" display={display} />
        <div class="buttons">
          <SubmitButton>{say(locale, "display.button")}</SubmitButton>
        </div>
      </form>
      <p class="hint">{say(locale, "display.device")}</p>
    </Page>
  );
}

function Setting({ locale, name, display }: { locale: Locale; name: keyof Display; display: Display }) {
  const [usual] = settings[name];
  return (
    <Choice
      {...{ locale, name, id: name, label: say(locale, `display.${name}`), chosen: display[name] ?? usual }}
      options={optionsOf(locale, name)}
    />
  );
}

function optionsOf(locale: Locale, name: keyof Display) {
  switch (name) {
    case "contrast":
      return settings.contrast.map((value) => ({ value, label: say(locale, `display.contrast.${value}`) }));
    case "text":
      return settings.text.map((value) => ({ value, label: say(locale, `display.text.${value}`) }));
    case "space":
      return settings.space.map((value) => ({ value, label: say(locale, `display.space.${value}`) }));
    case "motion":
      return settings.motion.map((value) => ({ value, label: say(locale, `display.motion.${value}`) }));
  }
}

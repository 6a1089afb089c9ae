import { type Locale, languageNames, locales, number, say } from "@quorate/core/i18n";
import { ErrorSummary, Page, ResultRing } from "../look/index.ts";
import { LostForm, SignInForm } from "./sign-in-pages.tsx";

/** What went wrong in one of the two forms, with what was typed there. */
export type WrongAddress = { form: "address" | "sign-in-address"; typed: string; error: string };

/** The figures of the story that the start page draws. */
const example = { members: 27, live: 18, post: 7, against: 1, need: 14 };

/** What it is, in one look; and the two forms that somebody without a link comes for. */
export function StartPage({ locale, wrong }: { locale: Locale; wrong?: WrongAddress }) {
  const at = (form: WrongAddress["form"]) =>
    wrong?.form === form ? { value: wrong.typed, error: wrong.error } : { value: "" };
  return (
    <Page locale={locale} title={say(locale, "console.start.title")} width="wide" isWrong={wrong !== undefined}>
      {wrong && (
        <ErrorSummary
          locale={locale}
          title={say(locale, "form.summary.title")}
          problems={[{ id: wrong.form, text: wrong.error }]}
        />
      )}
      <Languages locale={locale} />
      <Hero locale={locale} />
      <div class="split even">
        <section class="card flow" aria-labelledby="lost">
          <h2 id="lost">{say(locale, "link.lost.title")}</h2>
          <p>{say(locale, "link.lost.lead")}</p>
          <LostForm locale={locale} {...at("address")} />
        </section>
        <section class="card flow" aria-labelledby="sign-in">
          <h2 id="sign-in">{say(locale, "link.signIn.title")}</h2>
          <p>{say(locale, "link.signIn.lead")}</p>
          <SignInForm locale={locale} look="plain" {...at("sign-in-address")} />
        </section>
      </div>
      <h2>{say(locale, "console.start.how")}</h2>
      <ol class="steps">
        {(["present", "absent", "declared"] as const).map((step) => (
          <li>
            <h3>{say(locale, `console.start.how.${step}`)}</h3>
            <p>{say(locale, `console.start.how.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </Page>
  );
}

function Languages({ locale }: { locale: Locale }) {
  return (
    <nav class="nav" aria-label={say(locale, "common.language")}>
      {locales.map((one) => (
        <a href={`/?lang=${one}`} lang={one} hreflang={one} {...(one === locale && { "aria-current": "true" })}>
          {languageNames[one]}
        </a>
      ))}
    </nav>
  );
}

function Hero({ locale }: { locale: Locale }) {
  const { live, post, need, members } = example;
  return (
    <div class="hero">
      <div class="flow">
        <h1>{say(locale, "console.start.title")}</h1>
        <p class="lead">{say(locale, "console.start.lead")}</p>
      </div>
      <figure>
        <ResultRing {...example} words={{ of: say(locale, "console.start.of", { n: members }) }} />
        <figcaption>
          {say(locale, "console.start.figure", {
            ...{ session: number(locale, live), letters: number(locale, post), needed: number(locale, need) },
          })}
        </figcaption>
      </figure>
    </div>
  );
}

import { createHash } from "node:crypto";
import { inScript, type Locale, otherScript, say } from "@quorate/core/i18n";
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { formScriptPath } from "./form-script.ts";
import { Mark, Wordmark } from "./marks.tsx";
import { SubmitButton } from "./parts.tsx";
import { stylesheet } from "./stylesheet.ts";

/** Changes with the stylesheet, so that browsers may keep it for ever. */
export const stylesheetPath = `/look.css?v=${createHash("sha256").update(stylesheet).digest("hex").slice(0, 12)}`;

type NavItem = { href: string; label: string; current?: boolean };

/** Who answers; and where to say that it is somebody else. */
type You = { name: string; institution?: string | undefined; notYou?: string | undefined };

export type PageProps = {
  locale: Locale;
  title: string;
  /** The title begins with the word for error. */
  isWrong?: boolean;
  /** The network's name leads; without one ours does. */
  network?: string | undefined;
  home?: string | undefined;
  nav?: readonly NavItem[];
  /** On every page opened by a link: who answers. */
  you?: You | undefined;
  /** Nothing is a form, `sheet` is for minutes, `wide` for the console. */
  width?: "sheet" | "wide";
  /** The address of this page, for the link to the other script. */
  path?: string | undefined;
  signedIn?: boolean;
  /** A form's page runs the one script; its answer is sent under `formPolicy`. */
  hasScript?: boolean;
  /** After so many seconds the page is loaded again; its reader can stop that on it. */
  refresh?: number | undefined;
  children: Child;
};

/** The whole of a page: one stylesheet, no script but the forms' own, no request to anybody else. */
export function Page(props: PageProps) {
  const { locale, network, you, width } = props;
  const title = props.isWrong ? `${say(locale, "form.errorPrefix")} ${props.title}` : props.title;
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{`${title} – ${network ? inScript(locale, network) : "Quorate"}`}</title>
          <link rel="stylesheet" href={stylesheetPath} />
          <link rel="icon" href="/mark.svg" type="image/svg+xml" />
          {props.refresh !== undefined && <meta http-equiv="refresh" content={String(props.refresh)} />}
          {props.hasScript && <script src={formScriptPath} defer />}
        </head>
        <body {...(width && { class: width })}>
          <a class="skip hidden" href="#main">
            {say(locale, "common.skip")}
          </a>
          <header class="top">
            <div class="bar">
              <Head {...props} />
              {props.nav && <Nav locale={locale} items={props.nav} />}
            </div>
            {you && <YouBar locale={locale} {...you} />}
          </header>
          <main id="main" class="flow">
            {props.children}
          </main>
          <Foot {...props} />
        </body>
      </html>
    </>
  );
}

function Head({ locale, network, home }: PageProps) {
  const name = network ? (
    <>
      <Mark /> {inScript(locale, network)}
    </>
  ) : (
    <Wordmark />
  );
  return home ? (
    <a class="network" href={home}>
      {name}
    </a>
  ) : (
    <span class="network">{name}</span>
  );
}

function Nav({ locale, items }: { locale: Locale; items: readonly NavItem[] }) {
  return (
    <nav class="nav" aria-label={say(locale, "common.mainMenu")}>
      {items.map((item) => (
        <a href={item.href} {...(item.current && { "aria-current": "page" })}>
          {item.label}
        </a>
      ))}
    </nav>
  );
}

function YouBar({ locale, name, institution, notYou }: You & { locale: Locale }) {
  return (
    <div class="you">
      <div class="bar">
        <p>
          {say(locale, "common.youAnswerAs")} <strong>{inScript(locale, name)}</strong>
          {institution && `, ${inScript(locale, institution)}`}
          {notYou && (
            <>
              {". "}
              <a href={notYou}>{say(locale, "common.notYou")}</a>
            </>
          )}
        </p>
      </div>
    </div>
  );
}

function Foot({ locale, path, signedIn }: PageProps) {
  const other = otherScript(locale);
  return (
    <footer class="foot">
      <div class="bar">
        {signedIn && <a href="/signed-in">{say(locale, "devices.title")}</a>}
        {signedIn && (
          <form method="post" action="/sign-out">
            <SubmitButton look="quiet">{say(locale, "common.signOut")}</SubmitButton>
          </form>
        )}
        {other && path !== undefined && (
          <a href={inLocale(path, other.locale)} lang={other.locale} hreflang={other.locale}>
            {other.name}
          </a>
        )}
        <a
          href={inLocale(
            path && path !== "/display" ? `/display?back=${encodeURIComponent(path)}` : "/display",
            locale,
          )}
        >
          {say(locale, "display.title")}
        </a>
        <a href={inLocale("/privacy", locale)}>{say(locale, "common.privacy")}</a>
        <Wordmark />
      </div>
    </footer>
  );
}

function inLocale(path: string, locale: Locale): string {
  return `${path}${path.includes("?") ? "&" : "?"}lang=${locale}`;
}

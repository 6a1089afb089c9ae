import { inScript, type Locale, say } from "@quorate/core/i18n";
import { type Network, SIGN_IN_MINUTES, type SignInView } from "@quorate/core/people";
import { ErrorSummary, Page, SubmitButton, TextField } from "../look/index.ts";

/** The same page, whether anybody has the address or not. */
export function LostSentPage({ locale }: { locale: Locale }) {
  const title = say(locale, "link.lost.sent.title");
  return (
    <Page locale={locale} title={title} home="/">
      <h1>{title}</h1>
      <p class="lead">{say(locale, "link.lost.sent.lead")}</p>
      <ToStart locale={locale} />
    </Page>
  );
}

export type CodeProps = { locale: Locale; request: string; code?: string; error?: string };

/** After asking for a sign-in letter, and after a wrong code: the same page for every address. */
export function SignInSentPage(props: CodeProps) {
  const { locale, error } = props;
  const title = say(locale, "link.signIn.sent.title");
  return (
    <Page locale={locale} title={title} home="/" isWrong={error !== undefined}>
      {error && (
        <ErrorSummary
          locale={locale}
          title={say(locale, "form.summary.title")}
          problems={[{ id: "code", text: error }]}
        />
      )}
      <h1>{title}</h1>
      <p class="lead">{say(locale, "link.signIn.sent.lead")}</p>
      <CodeForm {...props} />
    </Page>
  );
}

/** The six digits of the letter, for who reads it on another device. */
export function CodeForm({ locale, request, code = "", error }: CodeProps) {
  return (
    <form method="post" action={`/sign-in-code?lang=${locale}`} novalidate class="flow">
      <p>{say(locale, "link.signIn.sent.code")}</p>
      <input type="hidden" name="request" value={request} />
      <TextField
        {...{ locale, id: "code", kind: "number" as const, label: say(locale, "link.signIn.code") }}
        {...{ value: code, error, autocomplete: "one-time-code" }}
      />
      <div class="buttons">
        <SubmitButton>{say(locale, "link.signIn.useCode")}</SubmitButton>
      </div>
    </form>
  );
}

/** The page behind the link of a sign-in letter: whoever fetches it has done nothing yet. */
export function SignInPage({ locale, view, path }: { locale: Locale; view: SignInView; path: string }) {
  const title = say(locale, "link.signIn.open.title");
  return (
    <Page locale={locale} title={title} path={path}>
      <h1>{title}</h1>
      <p class="lead">
        {say(locale, "link.signIn.open.lead")}{" "}
        <strong>{inScript(locale, view.place?.name ?? view.person.address)}</strong>
      </p>
      <form method="post" action={`${path}?lang=${locale}`} class="flow">
        <div class="buttons">
          <SubmitButton>{say(locale, "link.signIn.open.button")}</SubmitButton>
        </div>
      </form>
    </Page>
  );
}

/** A sign-in link that was used or has expired: a new letter is asked for here. */
export function SignInGonePage({ locale }: { locale: Locale }) {
  const title = say(locale, "link.signIn.used.title");
  return (
    <Page locale={locale} title={title} home="/">
      <h1>{title}</h1>
      <p class="lead">{say(locale, "link.signIn.gone.lead", { minutes: SIGN_IN_MINUTES })}</p>
      <SignInForm locale={locale} value="" />
    </Page>
  );
}

type AddressProps = { locale: Locale; value: string; error?: string | undefined };

/** Asking for a sign-in letter. */
export function SignInForm({ locale, value, error, look }: AddressProps & { look?: "plain" }) {
  return (
    <form method="post" action={`/sign-in?lang=${locale}`} novalidate class="flow">
      <TextField
        {...{ locale, id: "sign-in-address", kind: "email" as const, value, error, autocomplete: "email" }}
        label={say(locale, "link.address.label")}
        hint={say(locale, "link.signIn.hint")}
      />
      <div class="buttons">
        <SubmitButton {...(look && { look })}>{say(locale, "link.signIn.button")}</SubmitButton>
      </div>
    </form>
  );
}

/** Asking for the links to everything that waits for an answer. */
export function LostForm({ locale, value, error }: AddressProps) {
  return (
    <form method="post" action={`/lost-letter?lang=${locale}`} novalidate class="flow">
      <TextField
        {...{ locale, id: "address", kind: "email" as const, value, error, autocomplete: "email" }}
        label={say(locale, "link.address.label")}
        hint={say(locale, "link.lost.hint")}
      />
      <div class="buttons">
        <SubmitButton>{say(locale, "link.lost.button")}</SubmitButton>
      </div>
    </form>
  );
}

/** Where a coordinator of several networks goes on. */
export function NetworksPage(props: { locale: Locale; networks: readonly Network[]; pathOf: (id: string) => string }) {
  const { locale, networks } = props;
  const title = say(locale, "link.signIn.done.title");
  return (
    <Page locale={locale} title={title} signedIn>
      <h1>{title}</h1>
      <p class="lead">{say(locale, networks.length > 0 ? "link.signIn.done.lead" : "link.signIn.done.none")}</p>
      {networks.length > 0 && (
        <ul class="rows">
          {networks.map((network) => (
            <li>
              <h2>
                <a href={props.pathOf(network.id)}>{inScript(locale, network.name)}</a>
              </h2>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

export function SignedOutPage({ locale }: { locale: Locale }) {
  const title = say(locale, "link.signedOut.title");
  return (
    <Page locale={locale} title={title} home="/">
      <h1>{title}</h1>
      <ToStart locale={locale} />
    </Page>
  );
}

export function ToStart({ locale }: { locale: Locale }) {
  return (
    <div class="buttons">
      <a class="button plain" href={`/?lang=${locale}`}>
        {say(locale, "link.toStart")}
      </a>
    </div>
  );
}

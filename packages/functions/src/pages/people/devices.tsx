import { type Locale, localDate, onDay, onMoment, parseLocal, say } from "@quorate/core/i18n";
import { Refusal, type World } from "@quorate/core/kit";
import { type Device, devicesOf, type Person, signOutDevices } from "@quorate/core/people";
import { Hono } from "hono";
import { localeOf } from "../locale.ts";
import { Badge, Facts, Page, SubmitButton } from "../look/index.ts";
import { cookieIn, forgetSignedIn, signedInOf } from "./guard.ts";
import { SignedOutPage } from "./sign-in-pages.tsx";

/** Where a coordinator is signed in, and signing out in one browser or in all (asks 14). */
export function devicePages(world: World): Hono {
  return new Hono()
    .get("/signed-in", async (c) => {
      const signedIn = await signedInOf(c, world);
      const devices = await devicesOf(world, cookieIn(c, world) ?? "");
      if (!signedIn || !devices) throw new Refusal("sign-in.needed");
      const { person } = signedIn;
      const isDone = c.req.query("done") !== undefined;
      return c.html(DevicesPage({ locale: localeOf(c, person.locale), person, devices, isDone }));
    })
    .post("/signed-in/:id", async (c) => {
      const id = c.req.param("id");
      const cookie = cookieIn(c, world) ?? "";
      const here = (await devicesOf(world, cookie))?.find(({ isThis }) => isThis);
      await signOutDevices(world, { cookie, id });
      if (id !== "all" && id !== here?.id) return c.redirect("/signed-in?done=yes", 303);
      forgetSignedIn(c, world);
      return c.html(SignedOutPage({ locale: localeOf(c) }));
    });
}

type DevicesProps = { locale: Locale; person: Person; devices: readonly Device[]; isDone: boolean };

function DevicesPage({ locale, person, devices, isDone }: DevicesProps) {
  const title = say(locale, "devices.title");
  const { zone } = person;
  const day = (device: Device) => {
    const seen = parseLocal(`${device.seenOn ?? localDate(device.at, zone)}T12:00`, zone);
    return onDay(locale, seen === "skipped" ? device.at : seen, zone, { year: true });
  };
  return (
    <Page locale={locale} title={title} path="/signed-in" home="/" signedIn>
      <h1>{title}</h1>
      <p class="lead">{say(locale, "devices.lead")}</p>
      {isDone && (
        <div class="notice" role="status">
          <p>{say(locale, "devices.done")}</p>
        </div>
      )}
      {devices.map((device) => (
        <section class="card flow" aria-labelledby={device.id}>
          <h2 id={device.id}>
            {device.isThis ? <Badge kind="done">{say(locale, "devices.this")}</Badge> : say(locale, "devices.other")}
          </h2>
          <Facts
            facts={[
              [say(locale, "devices.since"), onMoment(locale, device.at, zone)],
              [say(locale, "devices.seen"), day(device)],
              [say(locale, "devices.until"), onMoment(locale, device.expiresAt, zone)],
            ]}
          />
          <form method="post" action={`/signed-in/${device.id}`}>
            <SubmitButton look="plain">
              {say(locale, device.isThis ? "common.signOut" : "devices.signOut")}
            </SubmitButton>
          </form>
        </section>
      ))}
      {devices.length > 1 && (
        <form method="post" action="/signed-in/all">
          <div class="buttons">
            <SubmitButton look="grave">{say(locale, "devices.all")}</SubmitButton>
          </div>
        </form>
      )}
    </Page>
  );
}

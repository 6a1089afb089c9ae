import { type TestView, tryForm, viewTest } from "@quorate/core/ask";
import type { Problem } from "@quorate/core/form";
import { byWhen, inScript, type Locale, say, textIn, zoneNote } from "@quorate/core/i18n";
import type { World } from "@quorate/core/kit";
import { Hono } from "hono";
import { localeOf } from "../locale.ts";
import { FormContent, Page, type Typed } from "../look/index.ts";
import { rawFields } from "./raw.ts";

/** The form behind the link of a test letter: it is read and checked like any other, and stores nothing (asks 16). */
export function testPages(world: World): Hono {
  return new Hono()
    .get("/t/:token", async (c) => {
      const view = await viewTest(world, c.req.param("token"));
      const locale = localeOf(c, view.person.locale);
      return c.html(TestFormPage({ locale, view, path: c.req.path, typed: {}, problems: [] }));
    })
    .post("/t/:token", async (c) => {
      const typed = await rawFields(c);
      const { view, problems } = await tryForm(world, c.req.param("token"), typed);
      const locale = localeOf(c, view.person.locale);
      const path = c.req.path;
      return problems.length > 0
        ? c.html(TestFormPage({ locale, view, path, typed, problems }), 422)
        : c.html(TriedPage({ locale, view, path }));
    });
}

type TestProps = { locale: Locale; view: TestView; path: string };

function TestFormPage(props: TestProps & { typed: Typed; problems: readonly Problem[] }) {
  const { locale, view, path, typed, problems } = props;
  const { collection, network, member } = view;
  const { form, deadline, zone, asker } = collection;
  const title = say(locale, "rehearsal.subject", { subject: textIn(locale, form.title) });
  return (
    <Page
      {...{ locale, title, path, network: network.name, you: { name: member.name, institution: member.institution } }}
      isWrong={problems.length > 0}
    >
      <FormContent
        {...{ locale, form: { ...form, checkAnswers: false }, typed, problems, action: path }}
        button={say(locale, "common.sendAnswer")}
        facts={[
          [say(locale, "common.deadline"), `${byWhen(locale, deadline, zone)} ${zoneNote(locale, deadline, zone)}`],
          [say(locale, "common.askedBy"), inScript(locale, asker.name)],
        ]}
        notice={
          <div class="notice wait">
            <p>{say(locale, "rehearsal.form")}</p>
          </div>
        }
      />
    </Page>
  );
}

function TriedPage({ locale, view, path }: TestProps) {
  const title = say(locale, "rehearsal.tried.title");
  return (
    <Page {...{ locale, title, path, network: view.network.name }}>
      <h1>{title}</h1>
      <p class="lead">{say(locale, "rehearsal.tried.lead")}</p>
      <div class="buttons">
        <a class="button plain" href={path}>
          {say(locale, "rehearsal.again")}
        </a>
      </div>
    </Page>
  );
}

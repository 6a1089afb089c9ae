import type { AskView } from "@quorate/core/ask";
import { answerRows, type Problem, sectionsFor } from "@quorate/core/form";
import { byWhen, inScript, type Locale, onMoment, say, textIn, zoneNote } from "@quorate/core/i18n";
import type { Child } from "hono/jsx";
import { type Fact, Facts, FormContent, Page, SubmitButton, type Typed } from "../look/index.ts";

type ViewProps = { locale: Locale; view: AskView; path: string };

/** The frame of every page about an ask: the network leads, and who answers is said. */
export function AskPage(props: ViewProps & { title: string; isWrong?: boolean; children: Child }) {
  const { locale, view, path } = props;
  const { name, institution } = view.member;
  return (
    <Page
      {...{ locale, title: props.title, path, network: view.network.name, you: { name, institution } }}
      isWrong={props.isWrong ?? false}
    >
      {props.children}
    </Page>
  );
}

/** The form itself; after a wrong turn with everything typed still there, and what to mend on top. */
export function FormPage(props: ViewProps & { page: string; typed: Typed; problems: readonly Problem[] }) {
  const { locale, view, typed, problems } = props;
  const { form } = view.collection;
  return (
    <AskPage {...props} title={textIn(locale, form.title)} isWrong={problems.length > 0}>
      <FormContent
        {...{ locale, form, typed, problems, parts: view.ask.parts, action: props.path, hidden: { page: props.page } }}
        facts={askFacts(locale, view)}
        button={sendWords(locale, view)}
      >
        <p>{say(locale, form.editable ? "ask.editable" : "ask.notEditable")}</p>
      </FormContent>
    </AskPage>
  );
}

function sendWords(locale: Locale, view: AskView): string {
  const asked = view.collection.form.sections.filter(
    ({ id, fields }) => fields.length > 0 && view.ask.parts.includes(id),
  );
  return say(locale, asked.length > 1 ? "common.sendAnswers" : "common.sendAnswer");
}

/** Until when, who asks, and what silence means. */
function askFacts(locale: Locale, { ask, collection }: AskView): Fact[] {
  const deadline = ask.deadline ?? collection.deadline;
  const { silence } = collection.form;
  return [
    [
      say(locale, "common.deadline"),
      <>
        <strong>{byWhen(locale, deadline, collection.zone)}</strong> {zoneNote(locale, deadline, collection.zone)}
      </>,
    ],
    ...(ask.insteadOf ? [[say(locale, "approvals.insteadOf"), inScript(locale, ask.insteadOf.name)] as const] : []),
    [say(locale, "common.askedBy"), inScript(locale, collection.asker.name)],
    ...(silence ? [[say(locale, "common.ifSilent"), textIn(locale, silence)] as const] : []),
  ];
}

type Content = Readonly<Record<string, unknown>>;

/**
 * Two versions of one answer, from two tabs or two devices: both are shown, and the person decides (asks 7). What was sent
 * from another browser is left out where the form is confidential.
 */
export function ConflictPage(
  props: ViewProps & { page: string; stored: Content | undefined; yours: { content: Content; typed: Typed } },
) {
  const { locale, view, yours } = props;
  const title = say(locale, "link.twoVersions.title");
  const at = view.ask.answer?.at ?? view.collection.openedAt;
  const { page: _, ...typed } = yours.typed;
  return (
    <AskPage {...props} title={title}>
      <h1>{title}</h1>
      <p class="lead">{say(locale, "link.twoVersions.lead", { when: onMoment(locale, at, view.collection.zone) })}</p>
      <h2>{say(locale, "link.twoVersions.there")}</h2>
      {props.stored ? (
        <Answered locale={locale} view={view} content={props.stored} />
      ) : (
        <p class="hint">{say(locale, "link.answered.hidden")}</p>
      )}
      <h2>{say(locale, "link.twoVersions.here")}</h2>
      <Answered locale={locale} view={view} content={yours.content} />
      <form method="post" action={props.path}>
        <input type="hidden" name="page" value={props.page} />
        {Object.entries(typed).flatMap(([name, value]) =>
          [value].flat().map((text) => <input type="hidden" name={name} value={text} />),
        )}
        <div class="buttons">
          {view.collection.form.editable && <SubmitButton>{say(locale, "link.twoVersions.keepHere")}</SubmitButton>}
          <a class="button plain" href={props.path}>
            {say(locale, "link.twoVersions.keepThere")}
          </a>
        </div>
      </form>
    </AskPage>
  );
}

/** What was answered, question by question; where a section asks several things, its title stands over them. */
export function Answered({ locale, view, content }: { locale: Locale; view: AskView; content: Content }) {
  const { form } = view.collection;
  const rows = answerRows(form, view.ask.parts, content, locale);
  const facts = (shown: typeof rows) => <Facts facts={shown.map((row) => [row.label, row.value] as const)} />;
  const sections = sectionsFor(form, view.ask.parts);
  if (sections.every(({ fields }) => fields.length <= 1)) return facts(rows);
  return (
    <>
      {sections.map(({ id, title }) => {
        const own = rows.filter(({ section }) => section === id);
        return (
          own.length > 0 && (
            <>
              <h3>{textIn(locale, title)}</h3>
              {facts(own)}
            </>
          )
        );
      })}
    </>
  );
}

import type { AskView } from "@quorate/core/ask";
import { answerRows, sectionsFor } from "@quorate/core/form";
import { type Locale, textIn } from "@quorate/core/i18n";
import type { Child } from "hono/jsx";
import { Facts, Page } from "../look/index.ts";
import { SessionLink } from "../session/session-link.tsx";

export type ViewProps = {
  locale: Locale;
  view: Pick<AskView, "ask" | "collection" | "network" | "member">;
  path: string;
};

type FrameProps = ViewProps & { title: string; isWrong?: boolean; hasScript?: boolean; children: Child };

/** The frame of every page about an ask: the network leads, and who answers is said. */
export function AskPage(props: FrameProps) {
  const { locale, view, path, title, isWrong = false, hasScript = false } = props;
  const { name, institution } = view.member;
  return (
    <Page {...{ locale, title, path, isWrong, hasScript, network: view.network.name, you: { name, institution } }}>
      {props.children}
      <SessionLink {...{ locale, view, path }} />
    </Page>
  );
}

export type Content = Readonly<Record<string, unknown>>;

/** What was answered, question by question; where a section asks several things, its title stands over them. */
export function Answered({ locale, view, content }: Pick<ViewProps, "locale" | "view"> & { content: Content }) {
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

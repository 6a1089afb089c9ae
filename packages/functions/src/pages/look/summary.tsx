import { type Field, type Form, type Problem, sectionsFor } from "@quorate/core/form";
import { type Locale, say, textIn } from "@quorate/core/i18n";
import { controlOf } from "./fields/index.ts";

/** What is wrong, and the id of the control that it is mended at. */
export type Wrong = { id: string; text: string };

/** First in main, with the focus: what is wrong, each a link to its control, in the same words as there. */
export function ErrorSummary(props: { locale: Locale; title: string; lead?: string; problems: readonly Wrong[] }) {
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus aria-labelledby="summary">
      <h2 id="summary">{props.title}</h2>
      {props.lead && <p>{props.lead}</p>}
      <ul>
        {props.problems.map((problem) => (
          <li>
            <a href={`#${problem.id}`}>{problem.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The problems of a form as the summary says them: where, and what. */
export function summaryOf(
  form: Form,
  parts: readonly string[] | undefined,
  problems: readonly Problem[],
  locale: Locale,
): Wrong[] {
  const sections = sectionsFor(form, parts);
  return problems.map((problem) => {
    const section = sections.find(({ id }) => id === problem.section);
    const field = section?.fields.find(({ id }) => id === problem.field);
    const isOnly = section?.fields.length === 1;
    const at = section && (isOnly || !field) ? section.title : field?.label;
    const name = at ? textIn(locale, at).replace(/[.:]$/, "") : "";
    // “For” is asked in every vote: which one is said before it.
    const isOneOfMany = section && field && !isOnly && isRepeated(sections, field);
    const where = isOneOfMany ? `${textIn(locale, section.title)}, ${name}` : name;
    const id = field ? controlOf(field, locale) : problem.field;
    return { id, text: wrongAt(locale, where, textIn(locale, problem.text)) };
  });
}

/** Where something is wrong, and what; a question is not followed by a colon. */
export function wrongAt(locale: Locale, where: string, error: string): string {
  if (where.endsWith("?")) return `${where} ${error}`;
  return say(locale, "form.at", { field: where, error: lowerFirst(error) });
}

/** Whether another section asks by the same words. */
function isRepeated(sections: readonly Form["sections"][number][], field: Field): boolean {
  const words = JSON.stringify(field.label);
  return sections.filter(({ fields }) => fields.some(({ label }) => JSON.stringify(label) === words)).length > 1;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1);
}

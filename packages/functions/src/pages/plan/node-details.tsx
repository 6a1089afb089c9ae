import { dayText } from "@quorate/core/form";
import { inScript, type Locale, say, textIn } from "@quorate/core/i18n";
import type { NodeWords } from "@quorate/core/plan";
import { Lines } from "../look/index.ts";
import { nodeFields } from "./read.ts";

/** What a node says besides its title, without what is empty. */
export function NodeDetails({ locale, words }: { locale: Locale; words: NodeWords }) {
  const facts = nodeFields.filter((field) => field !== "title" && field !== "text" && words[field] !== "");
  return (
    <>
      {words.text !== "" && (
        <p>
          <Lines text={inScript(locale, words.text)} />
        </p>
      )}
      {facts.length > 0 && (
        <dl class="facts">
          {facts.map((field) => (
            <div>
              <dt>{say(locale, `plan.field.${field}`)}</dt>
              <dd>
                {field === "due" ? textIn(locale, dayText(words.due)) : <Lines text={inScript(locale, words[field])} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

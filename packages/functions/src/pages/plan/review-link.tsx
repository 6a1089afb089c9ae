import type { AskView } from "@quorate/core/ask";
import { type Locale, say } from "@quorate/core/i18n";
import { isReview, REVIEW_LETTER } from "@quorate/core/plan";

type LinkProps = {
  locale: Locale;
  view: Pick<AskView, "collection">;
  path: string;
  content: Readonly<Record<string, unknown>> | undefined;
};

/** From a review that is in to what the others have said, and what was answered. */
export function ReviewLink({ locale, view: { collection }, path, content = {} }: LinkProps) {
  if (collection.letter !== REVIEW_LETTER || !isReview(content)) return null;
  return (
    <p>
      <a href={`${path}/answers`}>{say(locale, "plan.answers.link")}</a>
    </p>
  );
}

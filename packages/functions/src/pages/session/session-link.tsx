import type { AskView } from "@quorate/core/ask";
import { type Locale, type MessageKey, say } from "@quorate/core/i18n";

/** From a page of a session's form to what its reader may want to see, which the same link opens. */
export function SessionLink({
  locale,
  view,
  path,
}: {
  locale: Locale;
  view: Pick<AskView, "collection">;
  path: string;
}) {
  const to = linkFrom(view.collection.letter);
  if (!to) return null;
  return (
    <p>
      <a href={`${invitationPath(path)}/${to.page}`}>{say(locale, to.words)}</a>
    </p>
  );
}

function linkFrom(letter: string): { page: string; words: MessageKey } | undefined {
  switch (letter) {
    case "session.invitation":
      return { page: "session", words: "meeting.page.link" };
    case "session.corrections":
    case "session.replies":
    case "session.approval":
      return { page: "minutes", words: "meeting.minutes.link" };
    default:
      return undefined;
  }
}

/** `/a/<token>`, of whichever of its pages this is. */
function invitationPath(path: string): string {
  return path.split("/", 3).join("/");
}

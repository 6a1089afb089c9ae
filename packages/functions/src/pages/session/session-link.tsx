import type { AskView } from "@quorate/core/ask";
import { type Locale, say } from "@quorate/core/i18n";

/** From a page of an invitation to the member's own page of the session, which the same link opens. */
export function SessionLink({
  locale,
  view,
  path,
}: {
  locale: Locale;
  view: Pick<AskView, "collection">;
  path: string;
}) {
  if (view.collection.letter !== "session.invitation") return null;
  return (
    <p>
      <a href={`${invitationPath(path)}/session`}>{say(locale, "meeting.page.link")}</a>
    </p>
  );
}

/** `/a/<token>`, of whichever of its pages this is. */
function invitationPath(path: string): string {
  return path.split("/", 3).join("/");
}

import { byDeadline, inScript, type Locale, number, onMoment, say } from "@quorate/core/i18n";
import { type Reply, replyFigures } from "@quorate/core/session";
import { Facts } from "../look/index.ts";
import type { SessionView } from "./view.ts";

/** Who said that she comes; nothing where nobody was invited. */
export function Replies({ locale, view }: { locale: Locale; view: SessionView }) {
  const { replies, session } = view;
  const { invitation } = session.deadlines;
  if (!replies || !invitation) return null;
  const { coming, online, absent, silent } = replyFigures(replies);
  const figures = [
    say(locale, "meeting.replies.coming", { n: number(locale, coming) }),
    say(locale, "meeting.replies.online", { n: number(locale, online) }),
    say(locale, "meeting.replies.absent", { n: number(locale, absent) }),
    say(locale, "meeting.replies.silent", { n: number(locale, silent) }),
  ];
  return (
    <section class="flow" aria-labelledby="replies">
      <h2 id="replies">{say(locale, "meeting.replies")}</h2>
      <p>{figures.join(" · ")}</p>
      {session.stage === "invitation" && (
        <p class="hint">{say(locale, "meeting.replies.until", { by: byDeadline(locale, invitation, session.zone) })}</p>
      )}
      <Reminders {...{ locale, view }} />
      <ul class="roster still">
        {replies.map((reply) => (
          <li class={reply.coming === "coming" || reply.coming === "online" ? "here" : undefined}>
            <div class="who">
              <b>{inScript(locale, reply.name)}</b>
              <span>{saidBy(locale, reply).join(" · ")}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** When reminders go out by themselves, and to how many; before they go. */
function Reminders({ locale, view: { reminders, session } }: { locale: Locale; view: SessionView }) {
  if (reminders.length === 0) return null;
  return (
    <>
      <h3>{say(locale, "meeting.reminders")}</h3>
      <p class="hint">{say(locale, "meeting.reminders.lead")}</p>
      <Facts
        facts={reminders.map(({ at, to }) => [
          onMoment(locale, at, session.zone),
          say(locale, "meeting.replies.silent", { n: number(locale, to) }),
        ])}
      />
    </>
  );
}

function saidBy(locale: Locale, { coming, note, isGuest, isLate, isUndelivered }: Reply): string[] {
  return [
    isUndelivered ? say(locale, "ask.state.undelivered") : say(locale, `meeting.reply.${coming ?? "silent"}`),
    ...(isLate ? [say(locale, "meeting.reply.late")] : []),
    ...(isGuest ? [say(locale, "meeting.guest")] : []),
    ...(note === undefined ? [] : [note]),
  ];
}

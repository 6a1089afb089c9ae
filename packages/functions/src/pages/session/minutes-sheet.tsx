import { inScript, type Locale, listOf, meetingTime, number, onMoment, say, timeOf } from "@quorate/core/i18n";
import type { Minutes, MinutesDocument } from "@quorate/core/session";
import { type Stay, shortHash } from "@quorate/core/vote";
import { Facts, Lines } from "../look/index.ts";

type SheetProps = { locale: Locale; minutes: Minutes; isPut: boolean };
type PartProps = { locale: Locale; document: MinutesDocument };

/** The minutes of a session as a document: when, who was there, each point with its note, what was remarked and answered. */
export function MinutesSheet({ locale, minutes, isPut }: SheetProps) {
  const { document, hash, approved } = minutes;
  const { session } = document;
  const begun = session.beganAt ?? session.startsAt;
  return (
    <article class="minutes card flow">
      <header>
        <p class="kicker">{inScript(locale, document.network)}</p>
        <h1>{say(locale, "meeting.minutes.title", { title: inScript(locale, session.title) })}</h1>
      </header>
      <p class={approved ? "notice" : "notice wait"}>{standing({ locale, minutes, isPut })}</p>
      <Facts
        facts={[
          [say(locale, "common.when"), meetingTime(locale, begun, session.closedAt ?? begun, session.zone)],
          [say(locale, "session.field.place"), inScript(locale, session.place)],
          [say(locale, "session.field.recorder"), inScript(locale, document.recorder)],
          [say(locale, "minutes.fact.verifiers"), listOf(locale, document.verifiers)],
          ...(hash ? [[say(locale, "meeting.minutes.hash"), <code>{shortHash(hash)}</code>] as const] : []),
        ]}
      />
      <Agenda locale={locale} document={document} />
      <Attendance locale={locale} document={document} />
      <Papers locale={locale} document={document} />
      <Remarks locale={locale} document={document} />
    </article>
  );
}

function standing({ locale, minutes: { document, approved }, isPut }: SheetProps): string {
  if (!approved) return say(locale, isPut ? "meeting.minutes.isPut" : "meeting.minutes.isDraft");
  const when = onMoment(locale, approved.at, document.session.zone);
  return say(locale, "meeting.minutes.isApproved", { when, names: listOf(locale, approved.by) });
}

function Agenda({ locale, document }: PartProps) {
  const { agenda, other } = document;
  return (
    <section class="flow" aria-labelledby="agenda">
      <h2 id="agenda">{say(locale, "session.agenda")}</h2>
      {agenda.map(({ title, isVote, note }, index) => (
        <>
          <h3>{say(locale, "meeting.agenda.item", { n: index + 1, title: inScript(locale, title) })}</h3>
          {isVote && <p class="hint">{say(locale, "meeting.minutes.votes")}</p>}
          {note && (
            <p>
              <Lines text={inScript(locale, note)} />
            </p>
          )}
        </>
      ))}
      {other && (
        <>
          <h3>{say(locale, "meeting.draft.other")}</h3>
          <p>
            <Lines text={inScript(locale, other)} />
          </p>
        </>
      )}
    </section>
  );
}

function Attendance({ locale, document }: PartProps) {
  const { present, absent, guests, session } = document;
  const line = ({ name, institution }: { name: string; institution?: string | undefined }) =>
    inScript(locale, institution ? `${name}, ${institution}` : name);
  const stays = (all: readonly Stay[]) => all.map((stay) => stayWords(locale, session.zone, stay)).join("; ");
  return (
    <>
      <section class="flow" aria-labelledby="present">
        <h2 id="present">{say(locale, "meeting.minutes.present", { n: number(locale, present.length) })}</h2>
        {present.length === 0 && <p>{say(locale, "meeting.minutes.none")}</p>}
        <ul>
          {present.map((one) => (
            <li>
              {line(one)} <span class="hint">{stays(one.stays)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section class="flow" aria-labelledby="absent">
        <h2 id="absent">{say(locale, "meeting.minutes.absent", { n: number(locale, absent.length) })}</h2>
        {absent.length === 0 ? <p>{say(locale, "meeting.minutes.none")}</p> : <p>{absent.map(line).join("; ")}</p>}
      </section>
      {guests.length > 0 && (
        <section class="flow" aria-labelledby="guests">
          <h2 id="guests">{say(locale, "meeting.minutes.guests")}</h2>
          <ul>
            {guests.map((guest) => (
              <li>
                {inScript(locale, guest.name)} <span class="hint">{stays(guest.stays)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function stayWords(locale: Locale, zone: string, { from, until }: Stay): string {
  const since = timeOf(locale, from, zone);
  if (until === undefined) return say(locale, "session.presence.since", { time: since });
  return say(locale, "minutes.presence.fromTo", { from: since, to: timeOf(locale, until, zone) });
}

function Papers({ locale, document }: PartProps) {
  if (document.documents.length === 0) return null;
  return (
    <section class="flow" aria-labelledby="documents">
      <h2 id="documents">{say(locale, "meeting.documents")}</h2>
      <ul>
        {document.documents.map(({ title, url, hash }) => (
          <li>
            {inScript(locale, title)} {url && <span class="hint">{url}</span>} {hash && <code>{shortHash(hash)}</code>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Remarks({ locale, document }: PartProps) {
  if (document.remarks.length === 0) return null;
  return (
    <section class="flow" aria-labelledby="remarks">
      <h2 id="remarks">{say(locale, "meeting.minutes.remarks")}</h2>
      {document.remarks.map(({ kind, name, words, reply }) => (
        <>
          <h3>
            {say(locale, kind === "objection" ? "meeting.minutes.objection" : "meeting.minutes.correction")}:{" "}
            {inScript(locale, name)}
          </h3>
          <p>
            <Lines text={inScript(locale, words)} />
          </p>
          {reply && (
            <p>
              {say(locale, reply.accepted ? "meeting.minutes.accepted" : "meeting.minutes.rejected")}{" "}
              {reply.words && <Lines text={inScript(locale, reply.words)} />}
            </p>
          )}
        </>
      ))}
    </section>
  );
}

import { inScript, type Locale, number, say, timeOf } from "@quorate/core/i18n";
import type { LiveQuorum, Session } from "@quorate/core/session";
import { SubmitButton } from "../look/index.ts";
import { memberAnchor } from "./paths.ts";
import type { PresenceRow } from "./view.ts";

/** "Quorum 14: reached", in words. */
export function quorumWords(locale: Locale, { isMet, required, present }: LiveQuorum): string {
  const needed = number(locale, required);
  return isMet
    ? say(locale, "session.quorum.reached", { needed })
    : say(locale, "session.quorum.missing", { needed, n: number(locale, required - present) });
}

export function presentWords(locale: Locale, { present, members }: LiveQuorum): string {
  return say(locale, "session.presence.of", { n: number(locale, present), total: number(locale, members) });
}

/** The quorum, in view while the list is scrolled: a ring, and the same in words. */
export function QuorumBar({ locale, quorum }: { locale: Locale; quorum: LiveQuorum }) {
  return (
    <section class="quorum rows" aria-label={say(locale, "session.quorum")}>
      <div class="bar progress" role="status">
        <QuorumRing {...quorum} />
        <p>
          <b>{presentWords(locale, quorum)}</b>
          <br />
          {quorumWords(locale, quorum)}
        </p>
      </div>
    </section>
  );
}

/** Above this many people the dashes join. */
const JOINED = 60;

/** Clockwise from twelve: those present thick, the others a hairline, the tick where the quorum is. */
function QuorumRing({ present, members, required }: LiveQuorum) {
  const gap = members > JOINED ? 0 : 0.1;
  const dashes = (count: number, after: number) =>
    `0 ${after + gap / 2} ${Array.from({ length: count - 1 }, () => `${1 - gap} ${gap}`).join(" ")} ${1 - gap} ${members}`;
  const angle = members > 0 ? (required / members) * 360 : 0;
  return (
    <svg class="ring" viewBox="0 0 184 184" aria-hidden="true">
      <g transform="rotate(-90 92 92)">
        {present > 0 && <Arc kind="live" {...{ members, width: 18, dash: dashes(present, 0) }} />}
        {present < members && (
          <Arc kind="none" {...{ members, width: 2.5, dash: dashes(members - present, present) }} />
        )}
      </g>
      <path class="need" stroke-width="5" d="M92 40V8" transform={`rotate(${angle} 92 92)`} />
    </svg>
  );
}

function Arc(props: { kind: "live" | "none"; members: number; width: number; dash: string }) {
  const { kind, members, width, dash } = props;
  return (
    <circle class={kind} cx="92" cy="92" r="64" stroke-width={width} pathLength={members} stroke-dasharray={dash} />
  );
}

type RosterProps = { locale: Locale; session: Session; rows: readonly PresenceRow[]; action: string };

/** Everybody by name, in one list that keeps its order: who is tapped stays where she was. */
export function Roster({ locale, session, rows, action }: RosterProps) {
  const members = rows.filter(({ isGuest }) => !isGuest);
  const here = members.filter((row) => row.isThere).length;
  return (
    <section class="flow" aria-labelledby="presence">
      <h2 id="presence">{say(locale, "session.presence")}</h2>
      <p>{say(locale, "session.presence.lead")}</p>
      <p class="muted">
        {say(locale, "session.presence.here", { n: number(locale, here) })} ·{" "}
        {say(locale, "session.presence.notHere", { n: number(locale, members.length - here) })}
      </p>
      <ul class="roster">
        {rows.map((row) => (
          <Row {...{ locale, session, row, action }} />
        ))}
      </ul>
    </section>
  );
}

type RowProps = Omit<RosterProps, "rows"> & { row: PresenceRow };

/** Who is not here yet is one button; who is here has one to leave by, so that a second tap sends nobody away. */
function Row({ locale, session, row, action }: RowProps) {
  const name = inScript(locale, row.name);
  const note = noteOf(locale, session, row);
  if (row.isThere) {
    return (
      <li id={memberAnchor(row.member)} class="here">
        <div class="who">
          <b>{name}</b>
          <span>{note}</span>
        </div>
        <form method="post" action={action} class="progress">
          <SubmitButton look="quiet">
            {say(locale, "session.presence.leave")}
            <span class="hidden">: {name}</span>
          </SubmitButton>
          <Movement member={row.member} there="no" />
        </form>
      </li>
    );
  }
  return (
    <li id={memberAnchor(row.member)} class="task">
      <form method="post" action={action} class="buttons stack">
        <button type="submit" class="press">
          <b>{name}</b>
          {note !== "" && <span>{note}</span>}
          <span class="hidden">, {say(locale, "session.presence.arrive")}</span>
        </button>
        <Movement member={row.member} there="yes" />
      </form>
    </li>
  );
}

function Movement({ member, there }: { member: string; there: "yes" | "no" }) {
  return (
    <>
      <input type="hidden" name="member" value={member} />
      <input type="hidden" name="there" value={there} />
    </>
  );
}

/** Since when, until when, from where; and whether without a vote. */
function noteOf(locale: Locale, session: Session, { stays, institution, hasVote, isGuest }: PresenceRow): string {
  const last = stays.at(-1);
  const when = last && staySaid(locale, session, last);
  const from = last || institution === undefined ? undefined : inScript(locale, institution);
  const without = hasVote ? undefined : say(locale, isGuest ? "meeting.guest" : "session.presence.noVote");
  return [when, from, without].filter(Boolean).join(" · ");
}

function staySaid(locale: Locale, { zone }: Session, { from, until }: PresenceRow["stays"][number]): string {
  return until === undefined
    ? say(locale, "session.presence.since", { time: timeOf(locale, from, zone) })
    : say(locale, "session.presence.left", { time: timeOf(locale, until, zone) });
}

/** Who was there and when, once nothing can be changed any more. */
export function Attended({ locale, session, rows }: Omit<RosterProps, "action">) {
  const came = rows.filter((row) => row.stays.length > 0);
  const members = came.filter(({ isGuest }) => !isGuest);
  return (
    <section class="flow" aria-labelledby="presence">
      <h2 id="presence">{say(locale, "session.presence.came", { n: number(locale, members.length) })}</h2>
      <ul class="roster">
        {came.map((row) => (
          <li class="here">
            <div class="who">
              <b>{inScript(locale, row.name)}</b>
              <span>
                {row.stays.map((stay) => bothSaid(locale, session, stay)).join(", ")}
                {row.isGuest && ` · ${say(locale, "meeting.guest")}`}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function bothSaid(locale: Locale, session: Session, { from, until }: PresenceRow["stays"][number]): string {
  const since = staySaid(locale, session, { from });
  return until === undefined ? since : `${since} ${staySaid(locale, session, { from, until })}`;
}

import { mayMoveSession } from "@quorate/core/election";
import { type Locale, localDateTime, say } from "@quorate/core/i18n";
import { type Problem, Refusal, type World } from "@quorate/core/kit";
import type { Network } from "@quorate/core/people";
import { cancelSession, moveSession, type Session } from "@quorate/core/session";
import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { ConsolePage, sessionPath } from "../console.tsx";
import { ErrorSummary, SubmitButton, TextField, type Wrong } from "../look/index.ts";
import { readMoment } from "../moment.ts";
import { type Console, consoleOf } from "../people/index.ts";
import { problemText } from "../problem-text.ts";
import { type TypedText, typedText } from "../typed.ts";
import { sessionIn } from "./view.ts";

const REASON_LEAST = 10;

/** The pages on which a session that was planned is moved or cancelled. */
export function changePages(world: World): Hono {
  return new Hono()
    .get("/n/:network/s/:session/move", async (c) => {
      const at = await placeOf(c, world);
      return c.html(MovePage({ ...at, typed: asItIs(at.session), wrong: [] }));
    })
    .post("/n/:network/s/:session/move", async (c) => {
      const at = await placeOf(c, world);
      const typed = await typedText(c);
      const wrong = await wrongIn(at.locale, typed, () => move(world, at, typed));
      return wrong.length > 0 ? c.html(MovePage({ ...at, typed, wrong }), 422) : back(c, at);
    })
    .get("/n/:network/s/:session/cancel", async (c) => {
      return c.html(CancelPage({ ...(await placeOf(c, world)), typed: {}, wrong: [] }));
    })
    .post("/n/:network/s/:session/cancel", async (c) => {
      const at = await placeOf(c, world);
      const typed = await typedText(c);
      const reason = (typed.reason ?? "").replaceAll("\r\n", "\n");
      const act = () => cancelSession(world, { session: at.session.id, actor: at.member.id, reason });
      const wrong = await wrongIn(at.locale, typed, act);
      return wrong.length > 0 ? c.html(CancelPage({ ...at, typed, wrong }), 422) : back(c, at);
    });
}

type Place = Console & { session: Session; path: string };

async function placeOf(c: Context, world: World): Promise<Place> {
  const console = await consoleOf(c, world, c.req.param("network") ?? "");
  const session = await sessionIn(world, console.network.id, c.req.param("session") ?? "");
  const path = sessionPath(console.network.id, session.id);
  return { ...console, session, path };
}

const back = (c: Context, { path }: Place) => c.redirect(path, 303);

function asItIs({ startsAt, endsAt, place, zone }: Session): TypedText {
  return {
    ...{ startsAt: localDateTime(startsAt, zone), place },
    ...(endsAt && { endsAt: localDateTime(endsAt, zone) }),
  };
}

async function move(world: World, { session, member }: Place, typed: TypedText): Promise<void> {
  const problems: Problem[] = [];
  const read = (field: "startsAt" | "endsAt" | "answerBy") => {
    const text = typed[field] ?? "";
    if (field !== "startsAt" && text.trim() === "") return undefined;
    const moment = readMoment(text, session.zone);
    if ("at" in moment) return moment.at;
    problems.push({ field, code: moment.code });
    return undefined;
  };
  const [startsAt, endsAt, answerBy] = [read("startsAt"), read("endsAt"), read("answerBy")];
  if (!startsAt || problems.length > 0) throw new Refusal("input.invalid", { problems });
  const to = { startsAt, place: typed.place ?? "", ...(endsAt && { endsAt }), ...(answerBy && { answerBy }) };
  await moveSession(world, { session: session.id, actor: member.id, ...to }, (row, at) =>
    mayMoveSession(world, row, at),
  );
}

/** Does it; what is wrong with the form, in words at its fields. Another refusal is a page of its own. */
async function wrongIn(locale: Locale, typed: TypedText, act: () => Promise<void>): Promise<Wrong[]> {
  try {
    await act();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "input.invalid") throw error;
    return error.problems.map((problem) => ({
      ...{ id: problem.field, text: wordsFor(locale, problem, (typed[problem.field] ?? "").trim().length) },
    }));
  }
}

function wordsFor(locale: Locale, problem: Problem, actual: number): string {
  const { field, code } = problem;
  if (code === "deadlines") return say(locale, "meeting.change.deadlines");
  if (code === "before-the-start") return say(locale, "meeting.plan.endsAt.wrong");
  if (field === "answerBy" && code === "after-the-session") return say(locale, "meeting.plan.answerBy.late");
  return problemText(locale, problem, { actual, ...(field === "reason" && code === "max_length" && { limit: 1000 }) });
}

type ChangeProps = Place & { typed: TypedText; wrong: readonly Wrong[] };

function MovePage(props: ChangeProps) {
  const { locale, session, typed, wrong } = props;
  const text = (id: string, kind: "short" | "datetime", label: string, hint?: string) => (
    <TextField
      {...{ locale, id, kind, label, value: typed[id] ?? "", error: wrong.find((one) => one.id === id)?.text }}
      {...(hint && { hint })}
    />
  );
  return (
    <ChangePage
      {...props}
      act="move"
      title={say(locale, "meeting.change.move")}
      lead={say(locale, "meeting.change.move.lead")}
    >
      {text(
        "startsAt",
        "datetime",
        say(locale, "session.field.begins"),
        say(locale, "session.field.begins.hint", { zone: session.zone }),
      )}
      {text("endsAt", "datetime", say(locale, "meeting.plan.endsAt"), say(locale, "meeting.plan.endsAt.hint"))}
      {text("place", "short", say(locale, "session.field.place"))}
      {session.deadlines.invitation &&
        text("answerBy", "datetime", say(locale, "meeting.plan.answerBy"), say(locale, "meeting.change.answerBy.hint"))}
    </ChangePage>
  );
}

function CancelPage(props: ChangeProps) {
  const { locale, typed, wrong } = props;
  return (
    <ChangePage
      {...props}
      act="cancel"
      title={say(locale, "meeting.change.cancel")}
      lead={say(locale, "meeting.change.cancel.lead")}
    >
      <TextField
        {...{ locale, id: "reason", kind: "long" as const, value: typed.reason ?? "", error: wrong[0]?.text }}
        label={say(locale, "common.reason")}
        hint={say(locale, "meeting.change.cancel.hint", { limit: REASON_LEAST })}
      />
    </ChangePage>
  );
}

type FrameProps = {
  locale: Locale;
  network: Network;
  path: string;
  wrong: readonly Wrong[];
  act: "move" | "cancel";
  title: string;
  lead: string;
  children: Child;
};

function ChangePage({ locale, network, path, wrong, act, title, lead, children }: FrameProps) {
  return (
    <ConsolePage
      {...{ locale, network, title, current: "sessions", path: `${path}/${act}`, isWrong: wrong.length > 0 }}
    >
      {wrong.length > 0 && <ErrorSummary locale={locale} title={say(locale, "form.summary.title")} problems={wrong} />}
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <form method="post" action={`${path}/${act}`} novalidate class="flow">
        {children}
        <div class="buttons">
          <SubmitButton {...(act === "cancel" && { look: "grave" as const })}>{title}</SubmitButton>
          <a class="button quiet" href={path}>
            {say(locale, "common.back")}
          </a>
        </div>
      </form>
    </ConsolePage>
  );
}

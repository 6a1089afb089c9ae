import { viewWithdrawal, type WithdrawalView, withdrawAnswer, withdrawalNonce } from "@quorate/core/ask";
import { type Form, type Problem, readAnswer } from "@quorate/core/form";
import { inScript, type Locale, message, onMoment, say, textIn } from "@quorate/core/i18n";
import { Refusal, type World } from "@quorate/core/kit";
import { Hono } from "hono";
import { localeOf } from "../locale.ts";
import { type Fact, FormContent, LinkContent, type Typed } from "../look/index.ts";
import { AskPage } from "./ask-page.tsx";
import { type CountTry, one, rawFields } from "./raw.ts";

/** What is asked before an answer is taken back: a bare press, also by a scanner, takes nothing back (asks 2). */
const withdrawalForm: Form = {
  ...{ id: "ask.withdraw", title: message("ask.withdraw.title"), lead: message("ask.withdraw.lead") },
  ...{ confidential: false, editable: false, checkAnswers: false, drafts: false },
  sections: [
    {
      ...{ id: "withdrawal", title: message("ask.receipt.withdraw") },
      fields: [{ id: "withdraw", kind: "statement", label: message("ask.withdraw.confirm"), required: true }],
    },
  ],
};

/** The pages behind "Not you?" in a receipt. A GET writes nothing; the POST takes the answer back. */
export function withdrawRoutes(world: World, count: CountTry): Hono {
  return new Hono()
    .get("/w/:token", async (c) => {
      const view = await viewWithdrawal(world, c.req.param("token"));
      const props = { locale: localeOf(c, view.person.locale), view, path: c.req.path };
      if (view.kind !== "open") return c.html(WithdrawalPage({ ...props, view }), statusOf(view));
      const page = withdrawalNonce(world, view);
      return c.html(WithdrawPage({ ...props, page, typed: {}, problems: [] }));
    })
    .post("/w/:token", async (c) => {
      const token = c.req.param("token");
      const raw = await rawFields(c);
      const page = one(raw.page);
      try {
        const read = readAnswer(withdrawalForm, undefined, raw);
        const view = read.ok ? await withdrawAnswer(world, { token, page }) : await viewWithdrawal(world, token);
        const props = { locale: localeOf(c, view.person.locale), view, path: c.req.path };
        if (read.ok || view.kind !== "open") {
          return view.kind === "withdrawn"
            ? c.redirect(c.req.path, 303)
            : c.html(WithdrawalPage(props), statusOf(view));
        }
        await count(token, view);
        return c.html(WithdrawPage({ ...props, page, typed: raw, problems: read.problems }), 422);
      } catch (error) {
        if (error instanceof Refusal) await count(token);
        throw error;
      }
    });
}

const statusOf = ({ kind }: WithdrawalView) => (kind === "replaced" || kind === "closed" ? 410 : 200);

type WithdrawalProps = { locale: Locale; view: WithdrawalView; path: string };

function WithdrawPage(props: WithdrawalProps & { page: string; typed: Typed; problems: readonly Problem[] }) {
  const { locale, view, path, typed, problems } = props;
  const { answer } = view.ask;
  const { collection } = view;
  const facts: Fact[] = [
    [say(locale, "common.name"), inScript(locale, view.member.name)],
    [say(locale, "ask.about"), textIn(locale, collection.form.title)],
    ...(answer
      ? [
          [say(locale, "common.when"), onMoment(locale, answer.at, collection.zone)] as const,
          [say(locale, "common.reference"), <code>{answer.reference}</code>] as const,
        ]
      : []),
  ];
  return (
    <AskPage {...props} title={say(locale, "ask.withdraw.title")} isWrong={problems.length > 0}>
      <FormContent
        {...{ locale, typed, problems, facts, form: withdrawalForm, action: path, hidden: { page: props.page } }}
        button={say(locale, "ask.receipt.withdraw")}
      />
    </AskPage>
  );
}

/** Why there is nothing to take back: it was, another answer came, or it is too late. */
function WithdrawalPage(props: WithdrawalProps) {
  const { locale } = props;
  const { title, lead } = words(locale, props.view);
  return (
    <AskPage {...props} title={title}>
      <LinkContent title={title} lead={lead} />
    </AskPage>
  );
}

function words(locale: Locale, { kind, collection, mayAnswer }: WithdrawalView): { title: string; lead: string } {
  switch (kind) {
    case "open":
    case "withdrawn": {
      const lead = mayAnswer ? "ask.withdraw.again" : "ask.withdraw.noMore";
      return { title: say(locale, "ask.withdraw.done"), lead: say(locale, lead) };
    }
    case "replaced":
      return {
        title: say(locale, "ask.withdraw.replaced.title"),
        lead: say(locale, "ask.withdraw.replaced.lead"),
      };
    case "closed": {
      const name = inScript(locale, collection.asker.name);
      return {
        title: say(locale, "ask.withdraw.closed.title"),
        lead: say(locale, "ask.withdraw.closed.lead", { name }),
      };
    }
  }
}

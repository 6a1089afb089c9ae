import { type Collection, collectionsOf, mayBeTested, sendTest } from "@quorate/core/ask";
import { inScript, say, textIn } from "@quorate/core/i18n";
import type { World } from "@quorate/core/kit";
import { Hono } from "hono";
import { ConsolePage, electionPath } from "../console.tsx";
import { SubmitButton } from "../look/index.ts";
import { typedText } from "../typed.ts";
import { type ElectionConsole, electionConsole } from "./election-console.ts";

/** The letters and forms of an election, each of which a coordinator may have sent to herself as a test. */
export function testListPages(world: World): Hono {
  return new Hono()
    .get("/n/:network/elections/:id/tests", async (c) => {
      const console = await electionConsole(c, world);
      const collections = (await collectionsOf(world.table, console.election.id)).filter(mayBeTested);
      return c.html(TestsPage({ console, collections, isSent: c.req.query("sent") !== undefined }));
    })
    .post("/n/:network/elections/:id/tests", async (c) => {
      const console = await electionConsole(c, world);
      const { collection = "" } = await typedText(c);
      await sendTest(world, { collection, network: console.network.id, actor: console.member.id });
      return c.redirect(`${electionPath(console.election)}/tests?sent=yes`, 303);
    });
}

type TestsProps = { console: ElectionConsole; collections: readonly Collection[]; isSent: boolean };

function TestsPage({ console, collections, isSent }: TestsProps) {
  const { locale, network, election } = console;
  const path = `${electionPath(election)}/tests`;
  const title = say(locale, "rehearsal.list.title");
  return (
    <ConsolePage {...{ locale, network, title, current: "elections", path }}>
      <header>
        <p class="kicker">{inScript(locale, election.title)}</p>
        <h1>{title}</h1>
      </header>
      <p class="lead">{say(locale, collections.length > 0 ? "rehearsal.list.lead" : "rehearsal.list.empty")}</p>
      {isSent && (
        <div class="notice" role="status">
          <p>{say(locale, "rehearsal.sent")}</p>
        </div>
      )}
      {collections.map(({ id, form }) => (
        <section class="card flow" aria-labelledby={id}>
          <h2 id={id}>{textIn(locale, form.title)}</h2>
          <form method="post" action={path}>
            <input type="hidden" name="collection" value={id} />
            <SubmitButton look="plain">
              {say(locale, "rehearsal.send")}
              <span class="hidden">: {textIn(locale, form.title)}</span>
            </SubmitButton>
          </form>
        </section>
      ))}
      <div class="buttons">
        <a class="button quiet" href={electionPath(election)}>
          {say(locale, "common.back")}
        </a>
      </div>
    </ConsolePage>
  );
}

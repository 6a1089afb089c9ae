import { say } from "@quorate/core/i18n";
import type { World } from "@quorate/core/kit";
import { openRehearsal, wipeRehearsal } from "@quorate/core/rehearsal";
import { Hono } from "hono";
import { processes } from "../../processes.ts";
import { ConsolePage, homePath, rehearsalPath } from "../console.tsx";
import { SubmitButton } from "../look/index.ts";
import { type Console, consoleOf } from "../people/index.ts";

/** Beginning a rehearsal of a network, and deleting it afterwards (asks 16). */
export function rehearsalPages(world: World): Hono {
  return new Hono()
    .get("/n/:network/rehearsal", async (c) => {
      const console = await consoleOf(c, world, c.req.param("network"));
      return c.html(RehearsalPage({ console, isWiped: c.req.query("wiped") !== undefined }));
    })
    .post("/n/:network/rehearsal", async (c) => {
      const { network, member } = await consoleOf(c, world, c.req.param("network"));
      const id = await openRehearsal(world, { network: network.id, actor: member.id });
      return c.redirect(rehearsalPath(id), 303);
    })
    .post("/n/:network/rehearsal/wipe", async (c) => {
      const { network } = await consoleOf(c, world, c.req.param("network"));
      await wipeRehearsal(world, processes, network.id);
      return c.redirect(`${rehearsalPath(network.rehearsal?.of ?? "")}?wiped=yes`, 303);
    });
}

function RehearsalPage({ console, isWiped }: { console: Console; isWiped: boolean }) {
  const { locale, network } = console;
  const path = rehearsalPath(network.id);
  const title = say(locale, "rehearsal.run.title");
  const isRehearsal = network.rehearsal !== undefined;
  return (
    <ConsolePage {...{ locale, network, title, current: "home", path }}>
      <h1>{title}</h1>
      {isWiped && (
        <div class="notice" role="status">
          <p>{say(locale, "rehearsal.run.wiped")}</p>
        </div>
      )}
      <p class="lead">{say(locale, isRehearsal ? "rehearsal.run.now" : "rehearsal.run.lead")}</p>
      {isRehearsal ? (
        <form method="post" action={`${path}/wipe`}>
          <div class="buttons">
            <a class="button" href={homePath(network.id)}>
              {say(locale, "rehearsal.run.open")}
            </a>
            <SubmitButton look="grave">{say(locale, "rehearsal.run.wipe")}</SubmitButton>
          </div>
        </form>
      ) : (
        <form method="post" action={path}>
          <div class="buttons">
            <SubmitButton>{say(locale, "rehearsal.run.start")}</SubmitButton>
            <a class="button quiet" href={homePath(network.id)}>
              {say(locale, "common.back")}
            </a>
          </div>
        </form>
      )}
    </ConsolePage>
  );
}

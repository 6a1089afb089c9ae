import { toldLetter } from "@quorate/core/ask";
import { digestLetter } from "@quorate/core/digest";
import { electionLetter, letterAboutAsk, undeliveredLetter } from "@quorate/core/election";
import type { Attachment, OutgoingLetter, World } from "@quorate/core/kit";
import type { Letter, Render } from "@quorate/core/letter";
import { sendLetters, sweepOutbox } from "@quorate/core/letter";
import { officeLetter } from "@quorate/core/offices";
import { peopleLetter } from "@quorate/core/people";
import { authorLetter, planLetter } from "@quorate/core/plan";
import { sessionLetter } from "@quorate/core/session";
import { type AllLetters, render } from "@quorate/emails/render";
import { networkProcesses } from "./processes.ts";

/** Whom the letters come from: the network's name with the installation's address. */
export type Sender = { address: string };

type Content = {
  [K in keyof AllLetters]: {
    kind: K;
    props: AllLetters[K];
    address: string;
    replyTo?: string | undefined;
    attachments?: Attachment[];
    headers?: Record<string, string>;
  };
};

async function contentOf(world: World, letter: Letter): Promise<Content[keyof AllLetters] | { skip: string }> {
  const ofAnyProcess =
    (await toldLetter(world, letter)) ??
    (await sessionLetter(world, letter)) ??
    (await authorLetter(world, letter)) ??
    (await planLetter(world, letter)) ??
    (await digestLetter(world, letter, networkProcesses));
  if (ofAnyProcess) return ofAnyProcess;
  if (letter.kind === "ask.undelivered") return undeliveredLetter(world, letter);
  const content =
    (letter.kind.startsWith("ask.") ? await letterAboutAsk(world, letter) : undefined) ??
    (await electionLetter(world, letter)) ??
    (await peopleLetter(world, letter)) ??
    (await officeLetter(world, letter));
  if (!content) throw new Error(`no letter is called ${letter.kind}`);
  return content;
}

/** Puts words, name, address and link into a letter of any kind. */
export function letterRenderer(world: World, sender: Sender): Render {
  return async (letter): Promise<OutgoingLetter | { skip: string }> => {
    const content = await contentOf(world, letter);
    if ("skip" in content) return content;
    if (content.address === "") return { skip: "no-address" };
    const { subject, html, text } = await render(content.kind, content.props);
    const name = content.props.network.name.replaceAll(/["\\<>\r\n]/g, "");
    return {
      from: `"${name}" <${sender.address}>`,
      to: content.address,
      ...(content.replyTo && { replyTo: content.replyTo }),
      ...{ subject, html, text },
      ...(content.attachments && { attachments: content.attachments }),
      headers: { "Auto-Submitted": "auto-generated", ...content.headers },
      tags: [{ name: "letter", value: letter.id }],
    };
  };
}

/** Takes letters from the stream to the provider. */
export function mailer(world: World, sender: Sender) {
  const renderLetter = letterRenderer(world, sender);
  return {
    send: (ids: readonly string[]) => sendLetters(world, ids, renderLetter),
    sweep: () => sweepOutbox(world, renderLetter),
    /** Takes up what the last run left, when no other mailer is at work. */
    takeUp: () => sweepOutbox(world, renderLetter, { isAlone: true }),
  };
}

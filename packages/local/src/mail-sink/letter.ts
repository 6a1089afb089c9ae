import { Instant } from "@quorate/core/kit";
import * as v from "valibot";
import { anchorsIn } from "./anchors.ts";
import { Email } from "./email.ts";

export const LetterState = v.picklist(["delivered", "bounced"]);
export type LetterState = v.InferOutput<typeof LetterState>;

/** A letter as it is kept. */
export const KeptLetter = v.object({ id: v.string(), sentAt: Instant, state: LetterState, email: Email });
export type KeptLetter = v.InferOutput<typeof KeptLetter>;

/** A file that came with a letter; what it holds, as text. */
export type Attachment = { filename: string; contentType: string; content: string };

/** A letter as the one who gets it has it before them; `links` are the addresses it leads to, in their order. */
export type Letter = {
  id: string;
  from: string;
  to: string;
  replyTo: string[];
  subject: string;
  html: string;
  text: string;
  links: string[];
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  attachments: Attachment[];
  sentAt: Instant;
  state: LetterState;
};

export function toLetter({ id, sentAt, state, email }: KeptLetter): Letter {
  const { from, to, reply_to: replyTo, subject, html, text, headers, tags } = email;
  const links = anchorsIn(html).map(({ href }) => href);
  const whole = { id, from, to: to.join(", "), replyTo, subject, html, text, links, headers, tags, sentAt, state };
  return { ...whole, attachments: attachmentsOf(email) };
}

export function attachmentsOf({ attachments }: Email): Attachment[] {
  return attachments.map(({ filename, content, content_type: contentType }) => ({
    ...{ filename, contentType, content: Buffer.from(content, "base64").toString("utf8") },
  }));
}

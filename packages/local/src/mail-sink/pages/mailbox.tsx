import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { galleryPages } from "../../gallery/index.ts";
import type { WaitingEvents } from "../events.ts";
import { attachmentsOf, toLetter } from "../letter.ts";
import type { Mailroom } from "../mailroom.ts";
import { page } from "./layout.tsx";
import { framedLetter, letterPage, SANDBOX } from "./letter.tsx";
import { letterListPage, mailboxPath } from "./letter-list.tsx";

const LETTERS_A_PAGE = 50;
const MAILBOXES_SHOWN = 100;

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; " +
  "frame-ancestors 'none'";
/** Letters bring their styles along; pictures are loaded from nowhere, so that looking at a letter tells nobody. */
const LETTER_POLICY = `sandbox ${SANDBOX}; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'`;

type MailboxOptions = {
  mailroom: Mailroom;
  events: WaitingEvents;
  controls: (() => Child) | undefined;
};

/** The pages under `/mailbox`, and the letters as data for a program that reads its mail. */
export function createMailbox({ mailroom, events, controls }: MailboxOptions): Hono {
  const mailbox = new Hono().basePath("/mailbox");

  mailbox.use("*", async (c, next) => {
    c.header("content-security-policy", PAGE_POLICY);
    c.header("referrer-policy", "no-referrer");
    c.header("x-content-type-options", "nosniff");
    c.header("cache-control", "no-store");
    await next();
  });
  mailbox.get("/", (c) => {
    const to = c.req.query("to")?.trim().toLowerCase() || undefined;
    // One more than is shown tells whether there are older ones.
    const found = mailroom.letters({ to, before: c.req.query("before"), last: LETTERS_A_PAGE + 1 }).reverse();
    const letters = found.slice(0, LETTERS_A_PAGE);
    const older = found.length > letters.length ? mailboxPath(to, letters.at(-1)?.id) : undefined;
    const mailboxes = mailroom.mailboxes(MAILBOXES_SHOWN);
    return c.html(letterListPage({ to, letters, older, mailboxes, refused: events.refused(), controls: controls?.() }));
  });
  mailbox.get("/letters.json", (c) => {
    const { to, after } = c.req.query();
    return c.json(mailroom.letters({ to, after }).map(toLetter));
  });
  // Before a single letter, whose id could be any word.
  mailbox.route("/gallery", galleryPages());
  mailbox.get("/:id", (c) => {
    const letter = mailroom.find(c.req.param("id"));
    return letter ? c.html(letterPage(letter)) : c.html(unknownLetterPage(), 404);
  });
  mailbox.get("/:id/html", (c) => {
    const letter = mailroom.find(c.req.param("id"));
    if (!letter) return c.html(unknownLetterPage(), 404);
    c.header("content-security-policy", LETTER_POLICY);
    return c.html(framedLetter(letter.email.html));
  });
  mailbox.get("/:id/attachments/:number", (c) => {
    const letter = mailroom.find(c.req.param("id"));
    const file = letter && attachmentsOf(letter.email)[Number(c.req.param("number")) - 1];
    if (!file) return c.html(unknownLetterPage(), 404);
    c.header("content-disposition", `attachment; filename="${file.filename.replaceAll(/["\\\r\n]/g, "")}"`);
    return c.body(file.content, 200, { "content-type": file.contentType });
  });
  return mailbox;
}

function unknownLetterPage() {
  return page(
    "No such letter – Quorate",
    <>
      <h1>There is no such letter</h1>
      <p class="lead">The link is not complete, or the letter is in the mailbox of another installation.</p>
      <div class="buttons">
        <a class="button" href="/mailbox">
          Show all letters
        </a>
      </div>
    </>,
  );
}

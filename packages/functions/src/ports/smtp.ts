import { Readable } from "node:stream";
import {
  after,
  type BatchOutcome,
  type Clock,
  type Mail,
  milliseconds,
  type OutgoingLetter,
  Transient,
  toMilliseconds,
} from "@quorate/core/kit";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection, { type SMTPConnectionAuth, type SMTPConnectionOptions } from "nodemailer/lib/smtp-connection";

/** A mailbox that letters are sent from. */
export type SmtpSettings = {
  /** `smtps://user:password@host` (port 465), or `smtp://user:password@host` (port 587, and TLS before anything is said). */
  url: string;
  /** How many letters go in a minute; a mailbox that is used by people mostly allows some hundreds in an hour. */
  lettersAMinute: number;
};

/** Together shorter than the time after which a letter that was handed over is taken for lost (`core/letter`). */
const PATIENCE = { connectionTimeout: 30_000, greetingTimeout: 30_000, dnsTimeout: 30_000, socketTimeout: 120_000 };

/**
 * Letters through a mailbox of one's own (letters 2): one at a time, each by a connection of its own. SMTP knows no idempotency:
 * as long as no byte of the letter has been said it may be tried again; when the connection ends after that, nobody knows
 * whether it was taken.
 */
export function smtpMail({ url, lettersAMinute }: SmtpSettings, clock: Clock): Mail {
  const server = serverOf(new URL(url));
  let lately: number[] = [];
  return {
    most: 1,
    remembersKeys: false,
    async send(key: string, letters: OutgoingLetter[]): Promise<BatchOutcome> {
      const [letter, ...others] = letters;
      if (!letter || others.length > 0) throw new Error("letters go through a mailbox one at a time");
      const now = clock.now();
      lately = lately.filter((at) => at > toMilliseconds(now) - milliseconds({ minutes: 1 }));
      const [first] = lately;
      if (first !== undefined && lately.length >= lettersAMinute) {
        const next = toMilliseconds(after(now, { minutes: -1 }));
        throw new Transient("the mailbox has its pace", { retryAfter: (first - next) / 1000 });
      }
      lately.push(toMilliseconds(now));
      return sendOne(server, key, letter);
    },
  };
}

type Server = { options: SMTPConnectionOptions; login: SMTPConnectionAuth | undefined };

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

function serverOf({ protocol, hostname, port, username, password }: URL): Server {
  const isSecure = protocol === "smtps:";
  const user = decodeURIComponent(username);
  return {
    options: {
      ...PATIENCE,
      host: hostname.replaceAll(/[[\]]/g, ""),
      port: port === "" ? (isSecure ? 465 : 587) : Number(port),
      secure: isSecure,
      // A password and letters with links are not said in the clear to another machine.
      ...(!isSecure && { requireTLS: !LOOPBACK.includes(hostname), ignoreTLS: LOOPBACK.includes(hostname) }),
    },
    login: user === "" ? undefined : { credentials: { user, pass: decodeURIComponent(password) } },
  };
}

async function sendOne(server: Server, key: string, letter: OutgoingLetter): Promise<BatchOutcome> {
  const message = messageOf(key, letter);
  const { bytes, id, envelope } = await message;
  let isSaid = false;
  const body = Readable.from(
    (function* () {
      isSaid = true;
      yield bytes;
    })(),
  );
  const connection = new SMTPConnection(server.options);
  try {
    await new Promise<void>((resolve, reject) => {
      const send = () => connection.send(envelope, body, (error) => (error ? reject(error) : resolve()));
      connection.once("error", reject);
      connection.connect((error) => {
        if (error) return reject(error);
        if (!server.login) return send();
        connection.login(server.login, (failed) => (failed ? reject(failed) : send()));
      });
    });
    return { kind: "accepted", letters: [{ id }] };
  } catch (error) {
    return outcomeOf(error, isSaid);
  } finally {
    connection.on("error", () => {});
    connection.close();
  }
}

/** The letter's bytes. Its `Message-ID` is made from the key, so that whoever gets it twice can see that it is one. */
async function messageOf(key: string, letter: OutgoingLetter) {
  const { from, to, replyTo, subject, html, text, headers, attachments } = letter;
  const host = from.slice(from.lastIndexOf("@") + 1).replace(">", "");
  const node = new MailComposer({
    ...{ from, to, subject, html, text, headers, messageId: `<${key}@${host}>` },
    ...(replyTo && { replyTo }),
    ...(attachments && { attachments }),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return { bytes: await node.build(), id: node.messageId(), envelope: node.getEnvelope() };
}

/** What an unsent letter met. Its words may hold an address, and are not kept. */
function outcomeOf(error: unknown, isSaid: boolean): BatchOutcome {
  if (!(error instanceof Error)) throw error;
  const { code, responseCode, permanent } = { code: "", responseCode: 0, permanent: undefined, ...error };
  // A password may be mended, as a key may.
  const isMendable = code === "EAUTH" || code === "ETLS" || code === "ENOAUTH";
  if (permanent === true && !isMendable) return refused(`smtp-${responseCode}`);
  if (permanent === undefined && code === "EENVELOPE") return refused("smtp-address");
  if (permanent === undefined && isSaid) return { kind: "unknown", reason: "outcome-unknown" };
  throw new Transient(`the mailbox says ${code} ${responseCode}`);
}

function refused(reason: string): BatchOutcome {
  return { kind: "accepted", letters: [{ refused: reason }] };
}

import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/**
 * What a mail server may do to one letter: hang up before its greeting, refuse the password, say that it is busy, refuse the
 * address or the letter, hang up half way, take the letter and hang up before it says so.
 */
export type MailboxFault = "no-greeting" | "password" | "busy" | "address" | "letter" | "half-way" | "taken-and-silent";

type TakenLetter = { from: string; to: string[]; raw: string };

const saying = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

/** A mail server that listens on this machine; each connection meets the next fault of the queue. */
export async function openMailbox(faults: (MailboxFault | undefined)[] = []) {
  const taken: TakenLetter[] = [];
  const met = new Map<string, MailboxFault | undefined>();
  const sockets = new Set<{ destroy(): void }>();
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    onConnect: ({ id }, done) => {
      const fault = faults.shift();
      met.set(id, fault);
      if (fault === "no-greeting") return breakAll();
      done();
    },
    onAuth: ({ username, password }, { id }, done) => {
      if (met.get(id) === "password" || password !== "tajna") return done(saying(535, "wrong password"));
      done(null, { user: String(username) });
    },
    onRcptTo: ({ address }, { id }, done) => {
      if (met.get(id) === "busy") return done(saying(451, `come later for ${address}`));
      if (met.get(id) === "address") return done(saying(550, `nobody is called ${address}`));
      done();
    },
    onData: (stream, { id, envelope }, done) => {
      const fault = met.get(id);
      if (fault === "half-way") {
        stream.once("data", breakAll);
        return;
      }
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (fault === "letter") return done(saying(554, "we do not take this"));
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const to = envelope.rcptTo.map(({ address }) => address);
        taken.push({ from, to, raw: Buffer.concat(chunks).toString("utf8") });
        if (fault === "taken-and-silent") return breakAll();
        done();
      });
    },
  });
  server.on("error", () => {});
  server.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;
  return {
    taken,
    faults,
    url: `smtp://udruzenje%40skola.example:tajna@127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

import {
  after,
  countRequest,
  create,
  type Keys,
  mac,
  remove,
  replace,
  type Stored,
  sameBytes,
  toMilliseconds,
  untilWritten,
  type World,
} from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { normalAddress } from "../people/index.ts";
import { AskCode } from "./records.ts";
import type { AskView } from "./view.ts";

/** How long the six digits work, how often they may be mistyped, and how many an hour are sent. */
export const CODE_MINUTES = 30;
const WRONG_CODES = 5;
const CODES_AN_HOUR = { ask: 3, address: 10 };

/** The six digits of a code, made from its ids by the key, so that the letter and the check agree and nothing is stored. */
export function codeDigits(keys: Keys, code: Pick<AskCode, "ask" | "id" | "kid">): string {
  const key = keys.find("sign", code.kid);
  if (!key) throw new Error(`the sign key ${code.kid} is gone`);
  const number = Buffer.from(mac(key, `ask code\n${code.ask}\n${code.id}`)).readUIntBE(0, 6);
  return String(number % 1_000_000).padStart(6, "0");
}

/**
 * Sends six digits to the address that we know, never to one that is given here; earlier ones end. Refuses the fourth for one
 * ask and the eleventh for one address in any hour (`too-many`).
 */
export function sendCode(world: World, { ask, person }: Pick<AskView, "ask" | "person">): Promise<void> {
  return untilWritten(async () => {
    const earlier = await world.table.get(AskCode, { ask: ask.id });
    const expiresAt = after(world.clock.now(), { minutes: CODE_MINUTES });
    const code: AskCode = {
      ...{ ask: ask.id, id: Buffer.from(world.random.bytes(16)).toString("hex"), wrong: 0, expiresAt },
      kid: world.keys.current("sign").kid,
      expires: Math.floor(toMilliseconds(expiresAt) / 1000),
    };
    const address = normalAddress(person.address);
    await world.table.write([
      await countRequest(world, { purpose: "code of an ask", subject: ask.id, limit: CODES_AN_HOUR.ask }),
      await countRequest(world, { purpose: "code to an address", subject: address, limit: CODES_AN_HOUR.address }),
      earlier ? replace(AskCode, earlier, code) : create(AskCode, code),
      ...writeLetter(world, {
        ...{ process: ask.process, kind: "ask.code", version: `${ask.id}-${code.id}` },
        ...{ network: ask.network, person: ask.person, member: ask.member },
        ask: { collection: ask.collection, id: ask.id },
      }),
    ]);
  });
}

/** Whether these are the digits that were sent last. They work once; a fifth wrong try ends them. */
export function enterCode(world: World, { ask }: Pick<AskView, "ask">, typed: string): Promise<boolean> {
  return untilWritten(async () => {
    const code = await world.table.get(AskCode, { ask: ask.id });
    if (!code || isSpent(code, world)) return false;
    if (sameBytes(Buffer.from(codeDigits(world.keys, code)), Buffer.from(typed.replace(/\s/g, "")))) {
      await world.table.write([remove(AskCode, code)]);
      return true;
    }
    await world.table.write([replace(AskCode, code, { ...code, wrong: code.wrong + 1 })]);
    return false;
  });
}

function isSpent({ wrong, expiresAt }: Stored<AskCode>, world: World): boolean {
  return wrong >= WRONG_CODES || expiresAt <= world.clock.now();
}

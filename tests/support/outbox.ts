import { aboutAsk, askEnvelope } from "@quorate/core/ask";
import type { Table, World, Write } from "@quorate/core/kit";
import type { Render } from "@quorate/core/letter";
import { lettersOf } from "./asks.ts";

/** The ids of the letters nobody has claimed. */
export async function lettersWaiting(world: World): Promise<string[]> {
  return (await lettersOf(world)).filter(({ state }) => state === "waiting").map(({ id }) => id);
}

/** Puts name, address and link into a letter, as the mailer does, in few words. */
export function renderer(world: World): Render {
  return async (letter) => {
    const of = { title: "Избор председника", journal: "" };
    const asked = (await aboutAsk(world, letter, "")) ?? (await askEnvelope(world, letter, of));
    if ("skip" in asked) return asked;
    const { props, address } = asked;
    return {
      ...{ from: '"Актив" <pisma@quorate.example>', to: address, subject: letter.kind },
      ...{ html: `<p>${props.to.name}</p>`, text: JSON.stringify(props), headers: {} },
      tags: [{ name: "letter", value: letter.id }],
    };
  };
}

/** A table on which the first write that fits is cut off before it is done, as when the machine is switched off. */
export function cutOff(world: World, fits: (write: Write) => boolean): World {
  let isDone = false;
  const write: Table["write"] = async (writes) => {
    if (!isDone && writes.some(fits)) {
      isDone = true;
      throw new Error("the machine was switched off");
    }
    await world.table.write(writes);
  };
  return { ...world, table: { ...world.table, write } };
}

/** A write that leaves such a record in such a state. */
export const sets = (record: string, state: string) => (write: Write) =>
  (write.kind === "create" || write.kind === "replace") && write.item.record === record && write.item.state === state;

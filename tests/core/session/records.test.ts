import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { Session } from "@quorate/core/session";
import { expect, it } from "vitest";
import { SESSION_DAY, testWorld } from "../../support/world.ts";

it("a session stored before sessions were processes is read as one: held ones have ended, the others go on", async () => {
  const { world, store } = await testWorld();
  const first = {
    ...{ network: "net_aktiv", title: "1. седница", startsAt: SESSION_DAY, place: "школа", zone: "Europe/Belgrade" },
    ...{ recorder: "mem_1", verifiers: ["mem_2", "mem_3"], agenda: [], guests: [], elections: ["elc_1"] },
  };
  const keep = (id: string, more: object) => {
    const item = { pk: `session#${id}`, sk: "session", record: "session", v: 1, rev: 3, id, ...first, ...more };
    return store.client.send(new PutItemCommand({ TableName: store.table, Item: marshall(item) }));
  };
  const closedAt = "2026-03-13T10:30:00.000Z";
  await keep("ses_held", { state: "closed", openedAt: SESSION_DAY, closedAt });
  await keep("ses_next", { state: "planned" });
  expect(await world.table.get(Session, { id: "ses_held" })).toMatchObject({
    ...{ state: "ended", stage: "held", meeting: "closed", beganAt: SESSION_DAY, closedAt, opener: "mem_1", rev: 3 },
  });
  expect(await world.table.get(Session, { id: "ses_next" })).toMatchObject({
    ...{ state: "running", stage: "meeting", meeting: "planned", execution: 1, elections: ["elc_1"] },
  });
});

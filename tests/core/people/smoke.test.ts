import { expect, test } from "vitest";
import { testWorld } from "../../support/world.ts";
test("smoke", async () => {
  const { items, close } = await testWorld();
  expect(await items()).toEqual([]);
  await close();
});

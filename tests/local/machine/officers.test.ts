import { expect, it } from "vitest";
import { place, play, start, useCommands } from "../../support/commands.ts";

useCommands();

it("a network elects its officers: proposed, accepted, tied in one count of session and letters, decided in a run-off", async () => {
  const { url, env } = await place();
  const { setUpUrl } = await start(env, true);
  const { said, exit } = play(url, setUpUrl, "officers");
  expect(await exit, said.join("")).toBe(0);
  const minutes = said.join("");
  expect(minutes).toContain("Ewa Lis, Tomasz Wrona and Jan Kot accept, Krystyna Sowa declines");
  // The count that was tied: four and three at the session, one and two by letter.
  expect(minutes).toMatch(/1\. Wybór moderatora[\s\S]+Ewa Lis \| 4 \| 1 \| 5[\s\S]+Tomasz Wrona \| 3 \| 2 \| 5/);
  expect(minutes).toContain("Kandydatura: Jan Kot, zgłoszona przed posiedzeniem; jest zgoda na kandydowanie.");
  expect(minutes).toContain("O równej liczbie głosów rozstrzygnęło głosowanie w drugiej turze.");
  expect(minutes).toMatch(/2\. Wybór zastępcy moderatora[\s\S]+Wybór zastępcy moderatora: Jan Kot Za 12.z.12/);
  expect(minutes).toMatch(/3\. Wybór moderatora[\s\S]+Wybór moderatora: Tomasz Wrona Za 7.z.12, wymagane 7/);
}, 240_000);

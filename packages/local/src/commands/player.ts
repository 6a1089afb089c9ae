import { playOfficers } from "../demo/officers.ts";
import type { PlayOptions } from "../demo/play.ts";
import { playVlasotince } from "../demo/vlasotince.ts";

const stories: Readonly<Record<string, (options: PlayOptions) => Promise<string>>> = {
  vlasotince: playVlasotince,
  officers: playOfficers,
};

const [url, setUpUrl, story = "vlasotince"] = process.argv.slice(2);
const play = stories[story];
if (!url || !setUpUrl || !play) {
  process.stderr.write(
    `The player needs the machine's address, its set-up link, and one of: ${Object.keys(stories)}.\n`,
  );
  process.exit(2);
}
try {
  const minutes = await play({ url, setUpUrl, tell: (line) => process.stdout.write(`${line}\n`) });
  process.stdout.write(`\n${minutes}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

import { Player } from "../demo/player.ts";

const [url, setUpUrl] = process.argv.slice(2);
if (!url || !setUpUrl) {
  process.stderr.write("The player needs the machine's address and its set-up link.\n");
  process.exit(2);
}
try {
  const player = new Player({ url, setUpUrl, tell: (line) => process.stdout.write(`${line}\n`) });
  const minutes = await player.play();
  process.stdout.write(`\n${minutes}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

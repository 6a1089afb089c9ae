import { existsSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import {
  hasTurns,
  inScheme,
  letterKinds,
  type Scheme,
  type Specimen,
  schemes,
  specimens,
  turns,
} from "../gallery/index.ts";

/** Pictures of every letter for review: each as wide as a telephone, all languages on one sheet; the plain text beside it. */
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const PHONE = 320;

if (!existsSync(CHROMIUM)) {
  process.stderr.write(`There is no ${CHROMIUM}: install Debian's package chromium, or say where it is in CHROMIUM.\n`);
  process.exit(1);
}
const [folder] = process.argv.slice(2);
const out = folder ? resolve(folder) : await mkdtemp(join(tmpdir(), "quorate-letters-"));
await mkdir(out, { recursive: true });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--headless", "--no-sandbox"] });
const sheet = await browser.newPage();

/** One picture with the letter in every language; each frame is as high as what is in it. */
async function photograph(letters: readonly Specimen[], scheme: Scheme, path: string): Promise<void> {
  await sheet.setViewportSize({ width: letters.length * (PHONE + 16), height: 640 });
  await sheet.setContent('<body style="margin:0;display:flex;gap:16px;align-items:start;background:#888"></body>');
  await sheet.evaluate(
    async ({ pages, width }) => {
      const shown = pages.map(async (srcdoc) => {
        const frame = Object.assign(document.createElement("iframe"), { srcdoc, width: String(width) });
        frame.style.border = "0";
        const loaded = new Promise((done) => frame.addEventListener("load", done));
        document.body.append(frame);
        await loaded;
        frame.height = String(frame.contentDocument?.documentElement.scrollHeight ?? 0);
      });
      await Promise.all(shown);
    },
    { pages: letters.map(({ html }) => inScheme(html, scheme)), width: PHONE },
  );
  await sheet.screenshot({ path, fullPage: true });
}

for (const kind of letterKinds) {
  for (const turn of hasTurns(kind) ? turns : turns.slice(0, 1)) {
    const letters = await specimens(kind, turn);
    for (const scheme of schemes) await photograph(letters, scheme, join(out, `${kind}.${turn}.${scheme}.png`));
    const texts = letters.map(({ language, subject, text }) => `${language}\n${subject}\n\n${text}`);
    await writeFile(join(out, `${kind}.${turn}.txt`), texts.join(`\n${"─".repeat(72)}\n\n`));
  }
}
await browser.close();
process.stdout.write(`The letters are in ${out}\n`);

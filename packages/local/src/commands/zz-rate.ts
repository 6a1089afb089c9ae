import { startProcesses } from "../bench/site.ts";
import { serveClients } from "../bench/clients.ts";
import { servePages } from "../bench/pages.ts";
import { answerOnce } from "../bench/one-answer.ts";
import { readFileSync } from "node:fs";
if (process.argv[2] === "pages") servePages(); else if (process.argv[2] === "clients") serveClients(); else {
  const p = startProcesses();
  for (let r = 0; r < 3; r++) {
  let t = performance.now();
  const site = await p.openSite(2001);
  console.log("seed", (performance.now() - t).toFixed(0));
  const [from] = site.take(1);
  const { sent } = await answerOnce(site.place, from!);
  const transaction = JSON.stringify(sent.at(-1)!.input);
  if (r === 0) console.log(transaction.length);
  for (let i = 0; i < 5; i++) {
    const d = await p.run({ kind: "transact", endpoint: site.place.endpoint, transaction, from: from!, absentees: site.take(200) });
    const tokens = site.take(200).map((x) => x.token);
    const o = await p.run({ kind: "open", url: site.url, tokens });
    const a = await p.run({ kind: "answer", url: site.url, forms: o.forms });
    console.log("bare", (200000 / d.milliseconds).toFixed(0), "open", (200000 / o.milliseconds).toFixed(0), "answer", (200000 / a.milliseconds).toFixed(0), readFileSync("/proc/loadavg", "utf8").trim());
  }
  await site.close();
  }
  await p.end();
}

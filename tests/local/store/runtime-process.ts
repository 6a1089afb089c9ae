import { lockFolder, openStore } from "@quorate/local/store";

/** A runtime that holds its folder and keeps a store, until it is killed. */
const dataPath = process.argv[2] ?? "";
lockFolder(dataPath);
const { endpoint, pid } = await openStore({ dataPath });
console.log(JSON.stringify({ endpoint, pid }));
setInterval(() => {}, 60_000);

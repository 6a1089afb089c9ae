import { culture } from "./culture.ts";
import { inclusion } from "./inclusion.ts";
import { leadership } from "./leadership.ts";
import { steam } from "./steam.ts";

/** The progress plan of a municipality that does not exist: 4 areas, 12 goals, 40 tasks and 90 activities. */
export const silagiris = {
  title: "Šilagirio savivaldybės švietimo pažangos planas 2026–2028",
  outline: [inclusion, leadership, steam, culture].map((area) => area.trim()).join("\n"),
};

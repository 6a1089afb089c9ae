import { randomBytes } from "node:crypto";
import type { Random } from "@quorate/core/kit";

export const systemRandom: Random = { bytes: (count) => randomBytes(count) };

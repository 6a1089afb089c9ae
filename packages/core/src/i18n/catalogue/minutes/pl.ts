import type { en } from "./en.ts";

export const pl = {} satisfies Partial<Record<keyof typeof en, string>>;

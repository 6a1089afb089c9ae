import type { en } from "./en.ts";

export const lt = {} satisfies Partial<Record<keyof typeof en, string>>;

import { base } from "./base.ts";
import { components } from "./components.ts";
import { drawings } from "./drawings.ts";
import { tokens } from "./tokens.ts";

/** The one stylesheet of every page. TypeScript modules, so that every bundler takes them as they are. */
export const stylesheet = [tokens, base, components, drawings].join("\n");

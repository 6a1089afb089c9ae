import { type Locale, say } from "@quorate/core/i18n";
import type { FrozenNode, Outlined } from "@quorate/core/plan";

/** `Uždavinys 1.1.2` */
export function levelWords(locale: Locale, { number, node }: Outlined<Pick<FrozenNode, "level">>): string {
  return `${say(locale, `plan.level.${node.level}`)} ${number}`;
}

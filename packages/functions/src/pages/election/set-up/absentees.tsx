import { say } from "@quorate/core/i18n";
import { RadioField } from "../fields.tsx";
import { errorAt, type PartProps } from "./fields.tsx";
import { BY_LETTER } from "./read.ts";

/** Those that ask before those that do not. */
const modes = ["ratified", "combined", "informed", "none"] as const;

/** What those absent are asked, each with what follows from it; nobody is absent where all is by letter. */
export function Absentees({ locale, typed, wrong }: PartProps) {
  if (typed.session === BY_LETTER) return null;
  return (
    <RadioField
      isCard
      {...{ locale, id: "mode", value: typed.mode ?? "", error: errorAt(wrong, "mode-ratified") }}
      label={<h2>{say(locale, "election.field.mode")}</h2>}
      choices={modes.map((mode) => ({ value: mode, label: say(locale, `election.mode.${mode}`) }))}
    />
  );
}

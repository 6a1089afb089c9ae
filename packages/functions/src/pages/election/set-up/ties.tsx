import { say } from "@quorate/core/i18n";
import { chooseNobodyYet, Moment, Part, type PartProps, PersonChoice, Words } from "./fields.tsx";
import type { SetUpChoices } from "./read.ts";

/** What a tie takes, where the network's rules leave it to whoever presides or to a lot; nothing to ask anywhere else (votes R11). */
export function Ties({ choices, ...props }: PartProps & { choices: SetUpChoices }) {
  const { locale } = props;
  switch (choices.profiles.elect.tie.kind) {
    case "chair":
      return (
        <Part title={say(locale, "ties.field.title")}>
          <PersonChoice
            {...{ ...props, members: choices.members, name: "presiding", hint: say(locale, "ties.field.hint") }}
            nobody={chooseNobodyYet(locale)}
          />
        </Part>
      );
    case "lot":
      return (
        <Part title={say(locale, "ties.field.title")} hint={say(locale, "lot.field.hint")}>
          <Words {...props} name="lotSource" hint={say(locale, "rules.field.source.hint")} />
          <Moment {...props} name="lotAt" />
        </Part>
      );
    case "run-off":
    case "repeat":
      return null;
  }
}

import { say } from "@quorate/core/i18n";
import { chooseNobodyYet, Folded, isWrongIn, Part, type PartProps, PersonChoice } from "./fields.tsx";
import type { SetUpChoices } from "./read.ts";

type PeopleProps = PartProps & { choices: SetUpChoices };

/** Who declares: two people, or one where the network's rules say that one suffices (votes R13). */
export function Declarers({ choices, ...props }: PeopleProps) {
  const { locale } = props;
  const { elect, adopt } = choices.profiles;
  const oneSuffices = !elect.twoPeopleDeclare && !adopt.twoPeopleDeclare;
  const people = { ...props, members: choices.members };
  return (
    <Part
      title={say(locale, "election.field.declarers")}
      hint={say(locale, oneSuffices ? "opening.declarers.one" : "election.field.declarers.hint")}
    >
      <PersonChoice {...people} name="declarer1" nobody={chooseNobodyYet(locale)} />
      <PersonChoice
        {...{ ...people, name: "declarer2" }}
        nobody={oneSuffices ? say(locale, "duties.field.nobody") : chooseNobodyYet(locale)}
      />
    </Part>
  );
}

/** Who has the coordinator's duties, should she stand herself. */
export function Substitute({ choices, ...props }: PeopleProps) {
  const { locale, typed, wrong } = props;
  return (
    <Folded
      title={say(locale, "duties.field.title")}
      isOpen={Boolean(typed.substitute) || isWrongIn(wrong, ["substitute"])}
    >
      <PersonChoice
        {...{ ...props, members: choices.members, name: "substitute", hint: say(locale, "duties.field.hint") }}
        nobody={say(locale, "duties.field.nobody")}
      />
    </Folded>
  );
}

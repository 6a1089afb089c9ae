import { type Form, type Problem as FormProblem, readAnswer } from "../form/index.ts";
import { message, plain } from "../i18n/index.ts";
import { create, Refusal, remove, replace, untilWritten, type World } from "../kit/index.ts";
import { writeLetter } from "../letter/index.ts";
import { type Member, membersOf, Person } from "../people/index.ts";
import { askLetter } from "./collection.ts";
import { Ask, askId, Draft } from "./records.ts";
import { type AskView, openPage, type SentForm } from "./view.ts";

/** What became of an ask that was to go to a colleague. */
export type PassedOn =
  | { kind: "passed-on"; view: AskView }
  | { kind: "problems"; view: AskView; form: Form; problems: FormProblem[] };

/** Whether this ask may be passed on: its form allows it, no vote and no approval is asked for, and it waits for
 * her answer. What was passed on once stays there. */
export function mayPassOn({ kind, ask, collection }: Pick<AskView, "kind" | "ask" | "collection">): boolean {
  const isOwn = ask.marks === undefined && collection.approval === undefined && ask.passedFrom === undefined;
  return kind === "form" && collection.form.passOn === true && isOwn;
}

/** The form by which she says to whom: one of the network's members who is not asked herself. */
export async function passOnForm(world: World, view: AskView): Promise<Form> {
  const colleagues = await colleaguesOf(world, view);
  return {
    ...{ id: "ask.pass-on", title: message("ask.passOn.title"), lead: message("ask.passOn.lead") },
    ...{ confidential: false, editable: false, checkAnswers: false, drafts: false },
    sections: [
      {
        id: "colleague",
        title: message("ask.passOn.colleague"),
        fields:
          colleagues.length === 0
            ? []
            : [
                {
                  ...{ id: "colleague", kind: "person", label: message("ask.passOn.colleague"), required: true },
                  options: colleagues.map(({ id, name, institution }) => ({
                    value: id,
                    label: plain(institution ? `${name}, ${institution}` : name),
                  })),
                },
              ],
      },
    ],
  };
}

/**
 * Asks a colleague instead: she gets an ask, a link and a letter of her own, this one is closed, and each of the two says who
 * the other was. What was saved here is not handed on. Refuses what may not be passed on (`not-yours`), and as `openPage` does.
 */
export function passOnAsk(world: World, sent: SentForm): Promise<PassedOn> {
  return untilWritten(async () => {
    const { view } = await openPage(world, sent);
    if (!mayPassOn(view)) throw new Refusal("not-yours");
    const form = await passOnForm(world, view);
    const read = readAnswer(form, undefined, sent.raw);
    if (!read.ok) return { kind: "problems", view, form, problems: read.problems };
    const colleague = (await colleaguesOf(world, view)).find(({ id }) => id === read.answer.colleague);
    if (!colleague) throw new Refusal("not-yours");
    const person = await world.table.get(Person, { id: colleague.person });
    if (!person) throw new Error(`nobody is ${colleague.id}`);
    const { ask, collection, draft, member } = view;
    const at = world.clock.now();
    const next: Ask = {
      ...{ collection: ask.collection, id: askId(ask.collection, colleague.id, collection.shards) },
      ...{ network: ask.network, process: ask.process, member: colleague.id, person: colleague.person },
      ...{ state: "open", parts: ask.parts, zone: person.zone, deadline: ask.deadline, closesAt: ask.closesAt },
      ...{ undelivered: false, epoch: 0, reissues: 0, reminded: [], extensions: ask.extensions },
      passedFrom: { member: member.id, name: member.name, at },
    };
    const passedTo = { member: colleague.id, name: colleague.name, at };
    await world.table.write([
      replace(Ask, ask, { ...ask, state: "closed", passedTo }),
      create(Ask, next),
      ...(draft ? [remove(Draft, draft)] : []),
      ...writeLetter(world, askLetter(collection, next, "first")),
    ]);
    return { kind: "passed-on", view: { ...view, kind: "closed", ask: { ...ask, state: "closed", passedTo } } };
  });
}

/** The members of the network whom nobody has asked yet, by name. */
async function colleaguesOf(world: World, { ask, collection, network }: AskView): Promise<Member[]> {
  const members = (await membersOf(world.table, network.id)).filter(
    ({ id, standing }) => standing === "active" && id !== ask.member,
  );
  const free: Member[] = [];
  for (let from = 0; from < members.length; from += 100) {
    const page = members.slice(from, from + 100);
    const idOf = ({ id }: Member) => ({ collection: collection.id, id: askId(collection.id, id, collection.shards) });
    const found = await world.table.getMany(page.map((member) => Ask.key(idOf(member))));
    free.push(...page.filter((member) => !found.get(Ask, idOf(member))));
  }
  return free.toSorted((a, b) => a.name.localeCompare(b.name, network.locale));
}

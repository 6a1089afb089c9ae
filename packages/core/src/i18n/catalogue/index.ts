import type { RefusalCode } from "../../kit/refusal.ts";
import * as again from "./again/index.ts";
import * as approvals from "./approvals/index.ts";
import * as ask from "./ask/index.ts";
import * as assisted from "./assisted/index.ts";
import * as ballot from "./ballot/index.ts";
import * as cancelling from "./cancelling/index.ts";
import * as choice from "./choice/index.ts";
import * as common from "./common/index.ts";
import * as console from "./console/index.ts";
import * as decline from "./decline/index.ts";
import * as devices from "./devices/index.ts";
import * as digest from "./digest/index.ts";
import * as display from "./display/index.ts";
import * as duties from "./duties/index.ts";
import * as election from "./election/index.ts";
import * as form from "./form/index.ts";
import * as letters from "./letters/index.ts";
import * as link from "./link/index.ts";
import * as lot from "./lot/index.ts";
import * as meeting from "./meeting/index.ts";
import * as members from "./members/index.ts";
import * as minutes from "./minutes/index.ts";
import * as nominations from "./nominations/index.ts";
import * as objections from "./objections/index.ts";
import * as offices from "./offices/index.ts";
import * as opening from "./opening/index.ts";
import * as outbox from "./outbox/index.ts";
import * as people from "./people/index.ts";
import * as plan from "./plan/index.ts";
import * as refusal from "./refusal/index.ts";
import * as rehearsal from "./rehearsal/index.ts";
import * as review from "./review/index.ts";
import * as roll from "./roll/index.ts";
import * as roster from "./roster/index.ts";
import * as rules from "./rules/index.ts";
import * as session from "./session/index.ts";
import * as ties from "./ties/index.ts";

const en = {
  ...again.en,
  ...approvals.en,
  ...ask.en,
  ...assisted.en,
  ...ballot.en,
  ...cancelling.en,
  ...choice.en,
  ...common.en,
  ...console.en,
  ...decline.en,
  ...devices.en,
  ...digest.en,
  ...display.en,
  ...duties.en,
  ...election.en,
  ...form.en,
  ...letters.en,
  ...link.en,
  ...members.en,
  ...lot.en,
  ...meeting.en,
  ...minutes.en,
  ...nominations.en,
  ...objections.en,
  ...offices.en,
  ...opening.en,
  ...outbox.en,
  ...people.en,
  ...plan.en,
  ...refusal.en,
  ...review.en,
  ...roll.en,
  ...roster.en,
  ...rules.en,
  ...rehearsal.en,
  ...session.en,
  ...ties.en,
};

/** English says which messages there are. */
export type MessageKey = keyof typeof en;

const sr: Record<MessageKey, string> = {
  ...again.sr,
  ...approvals.sr,
  ...ask.sr,
  ...assisted.sr,
  ...ballot.sr,
  ...cancelling.sr,
  ...choice.sr,
  ...common.sr,
  ...console.sr,
  ...decline.sr,
  ...devices.sr,
  ...digest.sr,
  ...display.sr,
  ...duties.sr,
  ...election.sr,
  ...form.sr,
  ...letters.sr,
  ...link.sr,
  ...members.sr,
  ...lot.sr,
  ...meeting.sr,
  ...minutes.sr,
  ...nominations.sr,
  ...objections.sr,
  ...offices.sr,
  ...opening.sr,
  ...outbox.sr,
  ...people.sr,
  ...plan.sr,
  ...refusal.sr,
  ...review.sr,
  ...roll.sr,
  ...roster.sr,
  ...rules.sr,
  ...rehearsal.sr,
  ...session.sr,
  ...ties.sr,
};

const lt: Record<MessageKey, string> = {
  ...again.lt,
  ...approvals.lt,
  ...ask.lt,
  ...assisted.lt,
  ...ballot.lt,
  ...cancelling.lt,
  ...choice.lt,
  ...common.lt,
  ...console.lt,
  ...decline.lt,
  ...devices.lt,
  ...digest.lt,
  ...display.lt,
  ...duties.lt,
  ...election.lt,
  ...form.lt,
  ...letters.lt,
  ...link.lt,
  ...members.lt,
  ...lot.lt,
  ...meeting.lt,
  ...minutes.lt,
  ...nominations.lt,
  ...objections.lt,
  ...offices.lt,
  ...opening.lt,
  ...outbox.lt,
  ...people.lt,
  ...plan.lt,
  ...refusal.lt,
  ...review.lt,
  ...roll.lt,
  ...roster.lt,
  ...rules.lt,
  ...rehearsal.lt,
  ...session.lt,
  ...ties.lt,
};

const pl: Record<MessageKey, string> = {
  ...again.pl,
  ...approvals.pl,
  ...ask.pl,
  ...assisted.pl,
  ...ballot.pl,
  ...cancelling.pl,
  ...choice.pl,
  ...common.pl,
  ...console.pl,
  ...decline.pl,
  ...devices.pl,
  ...digest.pl,
  ...display.pl,
  ...duties.pl,
  ...election.pl,
  ...form.pl,
  ...letters.pl,
  ...link.pl,
  ...members.pl,
  ...lot.pl,
  ...meeting.pl,
  ...minutes.pl,
  ...nominations.pl,
  ...objections.pl,
  ...offices.pl,
  ...opening.pl,
  ...outbox.pl,
  ...people.pl,
  ...plan.pl,
  ...refusal.pl,
  ...review.pl,
  ...roll.pl,
  ...roster.pl,
  ...rules.pl,
  ...rehearsal.pl,
  ...session.pl,
  ...ties.pl,
};

/**
 * Every message as ICU text, in every language: a key of a chapter's `en.ts` that is missing in `lt.ts`, `pl.ts` or
 * `sr.ts`, or one that is only there, is a type error. Serbian is Cyrillic here; Latin is derived.
 */
export const messages = { en, lt, pl, sr };

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

/** The message that says why an act was refused. */
export function refusalKey(code: RefusalCode): MessageKey {
  return `refusal.${code}`;
}

import { Browser } from "@quorate/local/demo/browser";
import type { Story } from "./association.ts";

/** A browser in which the person at this address is signed in, by the letter that she asked for. */
export async function signedIn(story: Story, address: string): Promise<Browser> {
  const { url } = story.machine;
  const browser = new Browser(url);
  const start = await browser.open(url);
  const form = start.forms.find(({ action }) => action.includes("/sign-in"));
  if (!form) throw new Error(start.text);
  await browser.send(start, form, { "sign-in-address": address });
  await story.machine.settled();
  const letter = story.machine.mailSink?.letters({ to: address }).findLast(({ links }) => links.some(isSignIn));
  const page = await browser.open(letter?.links.find(isSignIn) ?? "");
  const enter = page.forms.find(({ action }) => action.includes("/sign-in/"));
  if (!enter) throw new Error(page.text);
  await browser.send(page, enter, {});
  return browser;
}

const isSignIn = (link: string) => link.includes("/sign-in/");

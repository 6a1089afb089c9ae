import type { BrowserContext, Locator, Page } from "playwright-core";

/** Where on a page something is looked for: all of it, or one of its parts. */
type Place = Pick<Locator, "getByRole" | "getByLabel">;

/** After so many milliseconds she gives up: nothing of ours takes that long. */
const PATIENCE = 15_000;

/** Somebody at a browser. She opens, reads, fills in and presses by the words that she sees, and by nothing else. */
export class Visitor {
  readonly page: Page;
  readonly #arrived: (page: Page) => Promise<void>;

  private constructor(page: Page, arrived: (page: Page) => Promise<void>) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
    this.#arrived = arrived;
  }

  /** `arrived` is called on every page that she comes to. */
  static async in(context: BrowserContext, arrived: (page: Page) => Promise<void> = async () => {}): Promise<Visitor> {
    return new Visitor(await context.newPage(), arrived);
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.#arrived(this.page);
  }

  /** Follows the first link that has these words in it. */
  follow(words: string, place: Place = this.page): Promise<void> {
    return this.#goOn(place.getByRole("link", { name: words }).first());
  }

  /** Presses the button that has these words on it. */
  press(words: string, place: Place = this.page): Promise<void> {
    return this.#goOn(place.getByRole("button", { name: words }));
  }

  /** Unfolds what is behind these words. */
  async unfold(words: string, place: Pick<Locator, "getByText"> = this.page): Promise<void> {
    await place.getByText(words, { exact: true }).click();
  }

  /** Types into the field with this label. */
  async write(label: string, text: string, place: Place = this.page): Promise<void> {
    await place.getByLabel(label, { exact: true }).fill(text);
  }

  /** Chooses among radios or boxes, by the words beside it. */
  async choose(words: string, place: Place = this.page): Promise<void> {
    await place.getByLabel(words, { exact: true }).check();
  }

  /** Chooses from a list that is folded away. */
  async pick(label: string, words: string, place: Place = this.page): Promise<void> {
    await place.getByLabel(label, { exact: true }).selectOption({ label: words });
  }

  /** The question, the vote or the card that has these words in its name. */
  part(words: string | RegExp): Locator {
    const name = { name: words };
    return this.page.getByRole("group", name).or(this.page.getByRole("region", name));
  }

  /** The form that this button sends. */
  form(button: string): Locator {
    return this.page.locator("form", { has: this.page.getByRole("button", { name: button }) });
  }

  /** What the page says. */
  read(): Promise<string> {
    return this.page.locator("main").innerText();
  }

  async #goOn(to: Locator): Promise<void> {
    // Longer than for the click, so that what is told is what she looked for.
    const arrival = this.page.waitForEvent("load", { timeout: 2 * PATIENCE });
    await Promise.all([arrival, to.click()]);
    await this.#arrived(this.page);
  }
}

/** Counts what is going on, and tells when nothing is any more. */
export class Activity {
  #count = 0;
  #waiting: (() => void)[] = [];

  /** Begins something; call what it returns once, when that is over. */
  begin(): () => void {
    this.#count += 1;
    return () => {
      this.#count -= 1;
      if (this.#count === 0) for (const tell of this.#waiting.splice(0)) tell();
    };
  }

  async idle(): Promise<void> {
    while (this.#count > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}

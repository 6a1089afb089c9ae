import { type Problem, Refusal } from "@quorate/core/kit";

/** What an act returned, or what it says is wrong by the fields of its page; every other refusal passes through. */
export async function tried<R>(act: () => Promise<R>): Promise<{ done: R } | { problems: readonly Problem[] }> {
  try {
    return { done: await act() };
  } catch (error) {
    if (error instanceof Refusal && error.problems.length > 0) return { problems: error.problems };
    throw error;
  }
}

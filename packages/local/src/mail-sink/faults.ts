/**
 * What may go wrong with a request to send: refused as one too many, refused because the day's quota is used up, failed
 * before anything was taken, or taken while the caller never hears of it.
 */
export type Fault = "429" | "quota" | "500" | "timeout-after-accept";

/** Asked once for each request to send; tests answer with the fault it is to meet. */
export interface Faults {
  next(): Fault | undefined;
}

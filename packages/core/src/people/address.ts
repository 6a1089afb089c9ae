import * as v from "valibot";

/** What ends up in a letter's `To`: one local part, one domain with a dot, nothing that a mail header gives a meaning. */
const shape = /^[^\s@<>()[\]\\,;:"']+@[^\s@<>()[\]\\,;:"'.]+(\.[^\s@<>()[\]\\,;:"'.]+)+$/u;

/** RFC 5321, 4.5.3.1.3, without the angle brackets. */
export const LONGEST_ADDRESS = 254;

/** An e-mail address as a person typed it, in NFC and without outer space. */
export const Address = v.pipe(
  v.string(),
  v.transform((text) => text.normalize("NFC").trim()),
  v.nonEmpty(),
  v.maxLength(LONGEST_ADDRESS),
  v.regex(shape),
);
export type Address = v.InferOutput<typeof Address>;

/** The address as it is compared: Unicode NFC, without outer space, in lower case. */
export function normalAddress(address: string): string {
  return address.normalize("NFC").trim().toLowerCase();
}

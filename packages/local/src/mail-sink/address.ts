const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/;
// A name may hold anything but the brackets, and no line break: that would start another header.
const NAMED = /^[^<>\r\n]*<([^<>]+)>$/;

/** The bare address in `someone@school.example` or `Name <someone@school.example>`, in small letters; undefined if there is none. */
export function addressIn(mailbox: string): string | undefined {
  const bare = mailbox.trim();
  const address = (NAMED.exec(bare)?.[1] ?? bare).trim();
  return ADDRESS.test(address) ? address.toLowerCase() : undefined;
}

/** Addresses that no letter reaches: a local part that starts with `bounce`, or anybody at `bounce.test`. */
export function isKnownToBounce(address: string): boolean {
  return address.startsWith("bounce") || address.endsWith("@bounce.test");
}

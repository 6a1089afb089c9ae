import { archiveSize } from "./archive.ts";

/** How a container of the time before 2007 begins; one with a password is packed into such a container too. */
const OLD = [0xd0, 0xcf, 0x11, 0xe0];
/** The name of what a password locks, in UTF-16, as the container's directory has it. */
const LOCKED = Buffer.from("EncryptedPackage", "utf16le");

/** Why a file is no Office document that we read; undefined where it may be one. Nothing is unpacked for it. */
export function whyNotOffice(
  bytes: Uint8Array,
  most: { unpacked: number; files: number },
): "old" | "encrypted" | "damaged" | "large" | undefined {
  if (OLD.every((byte, place) => bytes[place] === byte)) {
    return Buffer.from(bytes).includes(LOCKED) ? "encrypted" : "old";
  }
  const size = archiveSize(bytes);
  if (!size) return "damaged";
  return size.unpacked > most.unpacked || size.files > most.files ? "large" : undefined;
}

/** What the directory of a ZIP archive says of its size, without unpacking anything. */
export type ArchiveSize = { files: number; unpacked: number };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 0xffff;

/**
 * Reads the central directory (APPNOTE 4.3.12, 4.3.16). Undefined when it is not whole, or when a file that holds something
 * says that it holds nothing: whoever unpacks it could then not stop in time.
 */
export function archiveSize(bytes: Uint8Array): ArchiveSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const files = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let unpacked = 0;
  for (let file = 0; file < files; file += 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) return undefined;
    const [packed, whole] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    // An empty file is packed into two bytes.
    if (whole === 0 && packed > 2) return undefined;
    unpacked += whole;
    at += ENTRY_LENGTH + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
  }
  return { files, unpacked };
}

/** Where the end record stands: at the end, or before a comment. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

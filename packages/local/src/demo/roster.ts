import type { Actor } from "./play.ts";

/** A roster as a table of comma-separated values, under these headings. */
export function rosterCsv(headings: string, members: readonly Actor[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = members.map(({ name, address, institution }) => [name, address, institution].map(quoted).join(","));
  return [headings, ...lines].join("\r\n");
}

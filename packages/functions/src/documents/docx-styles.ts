/** How the details of a node are marked in a document that we write: by the name of their style, which programs keep. */
export const factStyle = (name: string) => `Fact ${name}`;

/** The detail that a style marks; undefined for every other style. */
export function factOf(style: string): string | undefined {
  return /^fact (\w+)$/i.exec(style.trim())?.[1]?.toLowerCase();
}

/** The level of a built-in heading by the name that it has in every language of the program. */
export function headingOf(style: string): number | undefined {
  const level = /^heading ([1-9])$/i.exec(style.trim())?.[1];
  return level === undefined ? undefined : Number(level);
}

export const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

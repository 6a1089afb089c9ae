/** How a file of members was read. */
export const en = {
  "roster.readAs": "Encoding of the file: {encoding}.",
  "roster.readAs.wrong": "If letters look wrong below, save the table as CSV in UTF-8 and bring it again.",
  "roster.encoding.utf-8": "UTF-8",
  "roster.encoding.utf-16le": "UTF-16",
  "roster.encoding.utf-16be": "UTF-16",
  "roster.encoding.windows-1250": "Windows-1250 (Central European)",
  "roster.encoding.windows-1251": "Windows-1251 (Cyrillic)",
  "roster.encoding.windows-1257": "Windows-1257 (Baltic)",
  "roster.rejected.rowLong": "Row {row, number} is longer than {limit, number} characters.",
};

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
  "roster.lead":
    "Choose an XLSX or CSV file with a row for each member. You see what it changes before anything is stored.",
  "roster.file": "Table (XLSX or CSV)",
  "roster.file.hint": "As your spreadsheet saves it, with a row of headings.",
  "roster.sheet": "Name of the sheet",
  "roster.sheet.hint": "Only for a workbook whose members do not stand in its first sheet.",
  "roster.sheet.read": "Sheet: {name}",
  "roster.sheet.others": "Sheets left aside: {names}",
  "roster.rejected.unreadable": "This cannot be read as a table. Save it as XLSX, or as CSV in UTF-8.",
  "roster.rejected.damaged": "This file cannot be read as a workbook. Save it anew as XLSX, or as CSV in UTF-8.",
  "roster.rejected.encrypted": "This workbook is locked with a password. Save it without one.",
  "roster.rejected.old": "This file is in a format older than XLSX. Save it as XLSX, or as CSV in UTF-8.",
  "roster.rejected.workbookLarge":
    "This workbook holds more than a table of members. Save the table alone in a new file.",
  "roster.rejected.sheet": "No sheet has this name. The sheets are: {names}",
  "roster.rejected.formula": "In “{column}” a formula gives no value: {value}",
  "roster.sheet.other": "The members stand in another sheet",
};

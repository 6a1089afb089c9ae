/** What a column of a roster's table can hold. Only name and address are needed. */
export const columns = ["name", "address", "institution", "groups", "coordinator", "language"] as const;
export type Column = (typeof columns)[number];

/** The headings each column goes by in our languages, as `plainHeading` makes them. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  name: [
    ...["name", "full name", "name and surname", "member"],
    ...["ime", "ime i prezime", "clan", "име", "име и презиме", "члан"],
    ...["vardas", "vardas pavarde", "vardas ir pavarde", "narys"],
    ...["imie", "imie i nazwisko", "nazwisko i imie", "czlonek"],
  ],
  address: [
    ...["address", "e mail", "email", "mail", "e mail address", "email address"],
    ...["adresa", "imejl", "imejl adresa", "e mail adresa", "email adresa", "адреса", "имејл", "имејл адреса"],
    ...["el pastas", "el pasto adresas", "elektroninis pastas", "adresas"],
    ...["adres", "adres e mail", "adres email", "poczta elektroniczna"],
  ],
  institution: [
    ...["institution", "school", "organisation", "organization"],
    ...["ustanova", "skola", "institucija", "установа", "школа", "институција"],
    ...["istaiga", "mokykla"],
    ...["instytucja", "szkola", "placowka", "gmina"],
  ],
  groups: [
    ...["group", "groups"],
    ...["grupa", "grupe", "група", "групе"],
    ...["grupe", "grupes"],
    ...["grupa", "grupy"],
  ],
  coordinator: [
    "coordinator",
    ...["koordinator", "koordinatorka", "координатор", "координаторка"],
    ...["koordinatorius", "koordinatore"],
    ...["koordynator", "koordynatorka"],
  ],
  language: [
    ...["language", "language and script", "locale"],
    ...["jezik", "jezik i pismo", "језик", "језик и писмо"],
    ...["kalba"],
    ...["jezyk"],
  ],
};

const columnOf = new Map(columns.flatMap((column) => headings[column].map((heading) => [heading, column] as const)));

/** A word as it is compared: small letters, accents of Latin letters dropped (ł is l), one space for everything between words. */
export function plainWord(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC")
    .replaceAll("ł", "l")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The column that goes by this heading: `Имејл адреса`, `EL. PAŠTAS`, `Grupa (grupe)`. */
export function columnNamed(heading: string): Column | undefined {
  return columnOf.get(plainWord(heading)) ?? columnOf.get(plainWord(heading.replace(/[([].*$/u, "")));
}

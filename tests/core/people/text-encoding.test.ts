import type { Locale } from "@quorate/core/i18n";
import { describe, expect, test } from "vitest";
import { decodeText, type Encoding } from "../../../packages/core/src/people/text-encoding.ts";

/** Text as a spreadsheet program of that encoding saves it. */
function written(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Buffer.from(
    Array.from(text, (letter) => {
      const byte = all.indexOf(letter);
      if (byte < 0) throw new Error(`${encoding} has no ${letter}`);
      return byte;
    }),
  );
}

const tables = {
  serbian: "Ime i prezime;Imejl;Škola\r\nĐorđe Petrović;dj@skola.example;OŠ „Vuk Karadžić”\r\n",
  name: "Name,Address\nAna Petrović,ana@skola.example\n",
  cyrillic: "Име и презиме;Имејл;Установа\r\nЉиљана Џакић;lj@skola.example;ОШ „Ђура Јакшић”\r\n",
  polish: "Imię i nazwisko;Adres e-mail;Gmina\r\nŁucja Święch-Żądło;lucja@gmina.example;Gmina Dębno – wieś\r\n",
  lithuanian: "Vardas, pavardė;El. paštas;Įstaiga\r\nŽydrūnė Šimkutė;zs@mokykla.example;Elektrėnų mokykla\r\n",
};

describe("a file of members is read as it was written", () => {
  test.each([
    ["utf-8", tables.cyrillic],
    ["utf-8", tables.lithuanian],
    ["utf-16le", tables.cyrillic],
    ["utf-16le", tables.polish],
    ["utf-16be", tables.cyrillic],
    ["utf-16be", tables.lithuanian],
    ["windows-1250", tables.serbian],
    ["windows-1250", tables.polish],
    ["windows-1251", tables.cyrillic],
    ["windows-1257", tables.lithuanian],
  ] as const)("in %s: %s", (encoding, text) => {
    for (const locale of ["en", "lt", "pl", "sr-Cyrl", "sr-Latn"] as const) {
      expect(decodeText(written(text, encoding), locale)).toEqual({ text, encoding });
    }
  });

  test.each(["utf-8", "utf-16le", "utf-16be"] as const)("in %s with its byte order mark", (encoding) => {
    const bytes = written(`\uFEFF${tables.serbian}`, encoding);
    expect(decodeText(bytes, "lt")).toEqual({ text: tables.serbian, encoding });
  });

  test("plain ASCII is UTF-8", () => {
    expect(decodeText(Buffer.from("name,address\nAna,a@b.example"), "lt")?.encoding).toBe("utf-8");
  });

  test.each([
    ["sr-Cyrl", "Petrović", "windows-1250"],
    ["sr-Latn", "Petrović", "windows-1250"],
    ["lt", "Petrovię", "windows-1257"],
  ] as const)("where its words leave it open, the network's language decides: %s", (locale: Locale, name, encoding) => {
    const read = decodeText(written(tables.name, "windows-1250"), locale);
    expect(read).toEqual({ encoding, text: tables.name.replace("Petrović", name) });
  });

  test("a foreign name among ours does not mislead", () => {
    const text = tables.serbian.replace("Đorđe Petrović", "Đorđe Müller-Petrović");
    expect(decodeText(written(text, "windows-1250"), "sr-Latn")).toEqual({ text, encoding: "windows-1250" });
  });
});

describe("what is none of these is not read", () => {
  test.each([
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48])],
    ["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x6e, 0, 0, 0, 0x61, 0, 0, 0])],
    ["half a letter of UTF-16", Buffer.from([0xff, 0xfe, 0x6e, 0, 0x61])],
    ["UTF-8 cut off in a letter", Buffer.from(tables.cyrillic).subarray(0, 19)],
    ["bytes without meaning", Uint8Array.from({ length: 400 }, (_, at) => 128 + ((at * 37) % 128))],
    ["an old Serbian encoding of DOS", Buffer.from([0x4e, 0x61, 0x9f, 0xac, 0xd0, 0xe7, 0x2c, 0xd1, 0xa7, 0xfd])],
  ])("%s", (_, bytes) => {
    expect(decodeText(bytes, "sr-Cyrl")).toBeUndefined();
  });
});

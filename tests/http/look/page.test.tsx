import { createHash } from "node:crypto";
import { locales } from "@quorate/core/i18n";
import { describe, expect, test } from "vitest";
import {
  Badge,
  Buttons,
  Card,
  Facts,
  Figures,
  FiguresTable,
  Lead,
  LinkContent,
  ListTable,
  Notice,
  Page,
  PrivacyPage,
  Progress,
  ProgressRing,
  ResultRing,
  Rows,
  SubmitButton,
  SumOf,
  stylesheet,
  stylesheetPath,
  Timeline,
} from "../../../packages/functions/src/pages/look/index.ts";
import { faults, having, markup, tagged, textOf } from "./markup.ts";

const plainPage = { locale: "sr-Cyrl", title: "Почетна" } as const;

describe("the frame of every page", () => {
  test.each(locales)("is whole in %s, with the privacy page", async (locale) => {
    const page = await markup(<PrivacyPage locale={locale} />);
    expect(faults(page)).toEqual([]);
    expect(page.html.startsWith("<!doctype html><html")).toBe(true);
  });

  test("asks for one stylesheet, whose address changes with it, and for nothing else", async () => {
    const page = await markup(<Page {...plainPage}>x</Page>);
    const hash = createHash("sha256").update(stylesheet).digest("hex").slice(0, 12);
    expect(tagged(page, "link").map(({ attributes }) => attributes.get("href"))).toEqual([
      `/look.css?v=${hash}`,
      "/mark.svg",
    ]);
    expect(stylesheetPath).toBe(`/look.css?v=${hash}`);
    expect(stylesheet).not.toMatch(/@import|url\(|undefined/);
  });

  test("leads with the network's name in the reader's script, and with ours where there is none", async () => {
    const network = { ...plainPage, locale: "sr-Latn" as const, network: "Актив стручних сарадника", home: "/n/1" };
    const page = await markup(<Page {...network}>x</Page>);
    expect(textOf(page, having(page, "class", "network")[0])).toBe("Aktiv stručnih saradnika");
    const ours = await markup(<Page {...plainPage}>x</Page>);
    expect(having(ours, "aria-label", "Quorate")).toHaveLength(2);
  });

  test("says who answers, with a way out for somebody else", async () => {
    const you = { name: "Марија Стојановић", institution: "ОШ „Вук Караџић”", notYou: "/a/x/not-you" };
    const page = await markup(
      <Page {...plainPage} you={you}>
        x
      </Page>,
    );
    expect(textOf(page, having(page, "class", "you")[0])).toContain(
      "Одговарате као: Марија Стојановић, ОШ „Вук Караџић”. Нисте Ви?",
    );
  });

  test("links to the other script of the same page, and keeps what the address asks", async () => {
    const other = async (path: string) =>
      having(
        await markup(
          <Page {...plainPage} path={path}>
            x
          </Page>,
        ),
        "hreflang",
      )[0]?.attributes.get("href");
    expect(await other("/a/x")).toBe("/a/x?lang=sr-Latn");
    expect(await other("/a/x?change=yes")).toBe("/a/x?change=yes&amp;lang=sr-Latn");
    expect(
      having(
        await markup(
          <Page locale="pl" title="x" path="/">
            x
          </Page>,
        ),
        "hreflang",
      ),
    ).toEqual([]);
  });

  test("names the page one is on in the menu", async () => {
    const nav = [
      { href: "/a", label: "Почетна" },
      { href: "/b", label: "Људи", current: true },
    ];
    const page = await markup(
      <Page {...plainPage} nav={nav}>
        x
      </Page>,
    );
    expect(having(page, "aria-current").map((link) => textOf(page, link))).toEqual(["Људи"]);
  });
});

describe("a result's drawing", () => {
  const ring = { members: 27, live: 18, post: 7, against: 1, need: 14, words: { of: "од 27" } };

  test("gives each of 27 members a dash, in four weights, and is read without the drawing", async () => {
    const page = await markup(<ResultRing {...ring} />);
    expect(tagged(page, "svg")[0]?.attributes.get("aria-hidden")).toBe("true");
    const circles = tagged(page, "circle").map(({ attributes }) => attributes);
    const shape = circles.map((one) => [
      one.get("class"),
      one.get("stroke-width"),
      one.get("stroke-dasharray")?.match(/0\.9/g)?.length,
    ]);
    expect(shape).toEqual([
      ["live", "18", 18],
      ["post", "6", 7],
      ["post", "6", 7],
      ["against", "7", 1],
      ["none", "2.5", 1],
    ]);
    expect(circles.map((one) => one.get("pathLength"))).toEqual(["27", "27", "27", "27", "27"]);
  });

  test("puts the threshold and the sum where the look has them", async () => {
    const page = await markup(<ResultRing {...ring} />);
    const number = (text: string | undefined) => Number(Number(text).toFixed(1));
    const [, x1, y1, x2, y2] =
      having(page, "class", "need")[0]
        ?.attributes.get("d")
        ?.match(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/) ?? [];
    expect([x1, y1, x2, y2].map(number)).toEqual([83.2, 167.5, 82.5, 173.4]);
    const [at] = having(page, "class", "at");
    expect([at?.attributes.get("x"), at?.attributes.get("y")].map(number)).toEqual([81.6, 185.9]);
    expect(textOf(page, having(page, "class", "big")[0])).toBe("25");
  });

  test("joins the dashes above 60 people: a national roll is as short as a small one", async () => {
    const page = await markup(
      <ResultRing
        members={100_000}
        live={60_000}
        post={20_000}
        against={5}
        need={50_001}
        words={{ of: "od 100.000" }}
      />,
    );
    expect(having(page, "class", "live")[0]?.attributes.get("stroke-dasharray")).toBe("0 0 60000 100000");
    expect(having(page, "class", "post")[0]?.attributes.get("stroke-dasharray")).toBe("0 60000 20000 100000");
    expect(page.html.length).toBeLessThan(1500);
  });

  test.each([0, 1, 60, 61])("is drawn for %d members, nobody for or against", async (members) => {
    const page = await markup(
      <ResultRing members={members} live={0} post={0} against={0} need={0} words={{ of: "" }} />,
    );
    expect(page.html).not.toMatch(/NaN|Infinity/);
  });
});

test("figures are a table in the reader's numbers, with a dash where there is none", async () => {
  const page = await markup(
    <Figures ring={<ProgressRing done={7} of={9} />}>
      <FiguresTable
        {...{ locale: "sr-Cyrl", caption: "Гласови", columns: ["Седница", "Писма", "Укупно"] }}
        rows={[
          { label: "за", figures: [18, 7, 25], isDeciding: true },
          { label: "неуручено", figures: [undefined, 1, 1] },
        ]}
      />
      <SumOf locale="sr-Cyrl" parts={[{ kind: "live", label: "за", figure: 1800, note: "присутно 18" }]} />
    </Figures>,
  );
  expect(tagged(page, "td").map((cell) => textOf(page, cell))).toEqual(["", "18", "7", "25", "–", "1", "1"]);
  expect(page.html).toContain("<strong>25</strong>");
  expect(page.html).toContain('<dd class="num">1.800</dd>');
});

test("progress is said in words beside its ring", async () => {
  const page = await markup(
    <Progress locale="sr-Cyrl" done={7} of={9} isLead>
      одговора је стигло.
    </Progress>,
  );
  expect(textOf(page, tagged(page, "p")[0])).toBe("7 од 9 одговора је стигло.");
  expect(having(page, "class", "post")[0]?.attributes.get("stroke-dasharray")).toBe("7 9");
});

test("a table keeps its roles, and its labels for when it is a list", async () => {
  const page = await markup(
    <ListTable
      caption="Коме смо писали"
      columns={[{ label: "Члан" }, { label: "Тачке", isNumber: true }, { label: "Радња", isHidden: true }]}
      rows={[["Милош Антић", "1, 2, 3", undefined]]}
    />,
  );
  expect(having(page, "role").map(({ attributes }) => attributes.get("role"))).toEqual([
    "table",
    "rowgroup",
    "row",
    "columnheader",
    "columnheader",
    "columnheader",
    "rowgroup",
    "row",
    "rowheader",
    "cell",
    "cell",
  ]);
  expect(having(page, "data-label").map(({ attributes }) => attributes.get("data-label"))).toEqual(["Тачке"]);
});

test("a timeline says the state of each step in a word", async () => {
  const words = { done: "Завршено:", now: "У току:", next: "Следи:" };
  const page = await markup(
    <Timeline
      words={words}
      steps={[
        { state: "done", title: "Седница" },
        { state: "now", title: "Писма" },
        { state: "next", title: "Записник" },
      ]}
    />,
  );
  expect(tagged(page, "li").map((step) => textOf(page, step))).toEqual([
    "Завршено: Седница",
    "У току: Писма",
    "Следи: Записник",
  ]);
  expect(having(page, "aria-current", "step")).toHaveLength(1);
});

test("rows are things to open, and an empty list says what will stand there", async () => {
  const row = { href: "/e/1", title: "Избор", text: "7 од 9", hint: "Актив", ring: <ProgressRing done={7} of={9} /> };
  const page = await markup(
    <Rows rows={[row, { href: "/e/2", title: "Правилник", badge: <Badge kind="done">Усвојено</Badge> }]} empty="" />,
  );
  expect(tagged(page, "a").map((link) => textOf(page, link))).toEqual(["Избор", "Правилник"]);
  expect(String(await (<Rows rows={[]} empty="Овде ће стајати избори." />))).toBe("<p>Овде ће стајати избори.</p>");
});

test("a simple page has a title, a lead, facts and what follows", async () => {
  const page = await markup(
    <Page locale="pl" title="Formularz zamknięto">
      <LinkContent
        title="Formularz zamknięto"
        lead="Termin minął."
        facts={[["Wynik", "wyślemy"]]}
        next={
          <Buttons>
            <SubmitButton>Wyślij linki</SubmitButton>
          </Buttons>
        }
      />
      <Notice
        kind="wait"
        act={
          <a class="button" href="/x">
            Popraw
          </a>
        }
      >
        Nie doręczono
      </Notice>
      <Card id="c" title="Karta">
        <Lead>Zdanie.</Lead>x
      </Card>
    </Page>,
  );
  expect(faults(page)).toEqual([]);
  expect(textOf(page, tagged(page, "h1")[0])).toBe("Formularz zamknięto");
});

test("an answer is shown in the lines it was typed in, and never as markup", async () => {
  const page = await markup(<Facts facts={[["Образложење", "први\nдруги <b>"]]} />);
  expect(page.html).toContain("<dd>први<br/>други &lt;b&gt;</dd>");
});

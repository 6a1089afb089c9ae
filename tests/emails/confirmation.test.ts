import { render } from "@quorate/emails/render";
import { samples } from "@quorate/emails/samples";
import { expect, test } from "vitest";
import { bodyText } from "./reading.ts";

test("the absentee's letter says what the look shows, in its order", async () => {
  const { subject, html, text } = await render("election.confirmation", samples("sr-Cyrl")["election.confirmation"]);
  expect(subject).toBe("Актив: потврда избора – до петка у\u00a020.00");
  const sentences = [
    "Актив стручних сарадника",
    "Потврдите резултате седнице од 13.\u00a0марта",
    "Добар дан,",
    "нисте присуствовали седници, па Вас молимо да за три гласања потврдите резултат или уложите приговор.",
    "Рок: до петка, 20.\u00a0марта 2026. у\u00a020.00 (Београд,\u00a0UTC+1)",
    "Отворите образац",
    "Резултати са седнице",
    "Председник: Јелена Петровић",
    "за\u00a018, против\u00a00, уздржаних\u00a00",
    "Заменик председника: Милош Антић",
    "за\u00a017, против\u00a00, уздржаних\u00a01",
    "План рада за 2026. годину: усвојен",
    "Одговарате као: Марија Стојановић, ОШ „Вук Караџић”",
    "Ако не одговорите: бележимо „без одговора”. То није ни потврда ни приговор.",
    "Моли Вас: Биљана Илић. Питања пошаљите као одговор на ово писмо.",
    "Линк је лични и важи до рока; не прослеђујте га. Отисак дневника поступка: c81d 02f4 7e95 b3aa.",
    "Послато преко система Quorate.",
  ];
  for (const written of [bodyText(html), text.replaceAll(/\s+/g, " ")]) {
    const places = sentences.map((sentence) => written.indexOf(sentence.replaceAll(/\s+/g, " ")));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
  expect(html).toContain("Три резултата са седнице од 13.\u00a0марта чекају Вашу потврду.");
  expect(bodyText(html)).toContain("Ако дугме не ради: https://odluke.example/o/q7Kd2mXw9TzR4bLcN1vHs8");
});

test("a reminder says that we have no answer yet, then asks as the first letter did", async () => {
  const { text } = await render("election.confirmation", samples("sr-Cyrl", "reminder")["election.confirmation"]);
  expect(text).toContain("Подсетник: потврдите резултате седнице од 13.\u00a0марта");
  expect(text).toContain("Добар дан,\n\nјош немамо Ваш одговор.\n\nНисте присуствовали седници, па");
});

test("a later deadline is said before anything else", async () => {
  const { subject, text } = await render(
    "election.confirmation",
    samples("sr-Cyrl", "extension")["election.confirmation"],
  );
  expect(subject).toBe("Актив: нови рок, потврда избора – до петка у\u00a020.00");
  expect(text).toContain("Нови рок: потврдите резултате");
  expect(text).toContain("Добар дан,\n\nрок је продужен.\n\n");
});

test("a new link for a lost letter leaves the earlier ones working", async () => {
  const { text } = await render("election.confirmation", samples("sr-Cyrl", "again")["election.confirmation"]);
  expect(text).toContain("Добар дан,\n\nшаљемо Вам нов линк. Ранији линкови за овај образац и даље важе.\n\n");
});

test("the votes are counted as the language counts them", async () => {
  const { "election.confirmation": props } = samples("sr-Cyrl");
  const one = await render("election.confirmation", { ...props, votes: props.votes.slice(0, 1) });
  expect(one.text).toContain("да за једно гласање потврдите резултат");
  const seven = [...props.votes, ...props.votes, ...props.votes.slice(0, 1)];
  const polish = await render("election.confirmation", { ...samples("pl")["election.confirmation"], votes: seven });
  expect(polish.text).toContain("w 7 głosowaniach");
});

import { after } from "@quorate/core/kit";
import { type Actor, chosenValue, GRACE, Play, type PlayOptions } from "./play.ts";
import { rosterCsv } from "./roster.ts";

const present = [
  ["Милош Антић", "Техничка школа", "milos.antic"],
  ["Снежана Балшић", "ОШ „Бранко Радичевић”", "snezana.balsic"],
  ["Драгана Вељковић", "Центар за социјални рад", "dragana.veljkovic"],
  ["Љиљана Гавриловић", "ОШ „Доситеј”", "ljiljana.gavrilovic"],
  ["Весна Ђорђевић", "ОШ „Свети Сава”", "vesna.djordjevic"],
  ["Марко Живадиновић", "Центар за социјални рад", "marko.zivadinovic"],
  ["Зорица Златановић", "Предшколска установа „Полетарац”", "zorica.zlatanovic"],
  ["Биљана Илић", "ОШ „Вук Караџић”", "biljana.ilic"],
  ["Јована Јовановић", "Средња стручна школа", "jovana.jovanovic"],
  ["Ненад Лукић", "Гимназија", "nenad.lukic"],
  ["Милица Маринковић", "ОШ „Доситеј”", "milica.marinkovic"],
  ["Ивана Миловановић", "Економска школа", "ivana.milovanovic"],
  ["Катарина Обрадовић", "Центар за социјални рад", "katarina.obradovic"],
  ["Јелена Петровић", "ОШ „Свети Сава”", "jelena.petrovic"],
  ["Татјана Радосављевић", "Техничка школа", "tatjana.radosavljevic"],
  ["Гордана Симоновић", "Центар за социјални рад", "gordana.simonovic"],
  ["Оливера Ћирић", "Удружење „Корак”", "olivera.ciric"],
  ["Душица Христов", "ОШ „Његош”", "dusica.hristov"],
] as const;

const absent = [
  ["Горан Вукашиновић", "Гимназија", "goran.vukasinovic"],
  ["Слађана Костадиновић", "ОШ „Јован Дучић”", "sladjana.kostadinovic"],
  ["Александра Љубисављевић", "Центар за социјални рад", "aleksandra.ljubisavljevic"],
  ["Небојша Николић", "ОШ „Бранко Радичевић”", "bounce.nebojsa.nikolic"],
  ["Дејан Ристић", "ОШ „Јован Дучић”", "dejan.ristic"],
  ["Марија Стојановић", "ОШ „Вук Караџић”", "marija.stojanovic"],
  ["Светлана Тодоровић", "Средња стручна школа", "svetlana.todorovic"],
  ["Радмила Филиповић", "ОШ „Његош”", "radmila.filipovic"],
  ["Вукосава Шћепановић", "Центар за социјални рад", "vukosava.scepanovic"],
] as const;

const row =
  (isPresent: boolean) =>
  (of: readonly [string, string, string]): Actor => ({
    name: of[0],
    institution: of[1],
    address: `${of[2]}@vlasotince.test`,
    isPresent,
  });

/** The association of the story: 27 members. */
export const members: readonly Actor[] = [...present.map(row(true)), ...absent.map(row(false))];

/** The association as its secretary keeps it, in a table. */
export const roster = rosterCsv("ime,adresa,ustanova", members);

export const network = {
  name: "Актив стручних сарадника",
  shortName: "Актив",
  locale: "sr-Cyrl",
  zone: "Europe/Belgrade",
};

/** She coordinates, keeps the minutes and declares. */
export const coordinator = "Биљана Илић";
export const verifiers = ["Весна Ђорђевић", "Ненад Лукић"] as const;
export const president = "Јелена Петровић";
export const deputy = "Милош Антић";
/** Her objection goes into the minutes word for word. */
export const objector = { name: "Радмила Филиповић", reason: "Сматрам да је требало позвати на више предлога." };
/** His mailbox sends letters back. */
export const undelivered = "Небојша Николић";

export const plan = {
  title: "План рада за 2027. годину",
  body: [
    "Четири семинара за стручне сараднике: рад са ученицима у ризику, каријерно вођење, вршњачка медијација, дигитална безбедност.",
    "Два округла стола са Центром за социјални рад и предшколском установом.",
    "Представљање рада Актива у медијима и вести на јавној страници.",
    "Чланови у радним групама и комисијама општине.",
    "Волонтирање и менторство за нове стручне сараднике.",
  ].join("\n"),
};

/**
 * The story of the Vlasotince association: 18 of 27 elect a president and a deputy and adopt the plan of work, and those absent
 * confirm by letter. The text of the minutes at its end.
 */
export async function playVlasotince(options: PlayOptions): Promise<string> {
  const play = new Play({ network, members, coordinator, verifiers, rosterCsv: roster }, options);
  await play.setUp();
  await play.signIn();
  const home = await play.importRoster();
  const startsAt = await play.morningIn(1);
  const session = await play.planSession(home, {
    ...{ title: "1. седница Актива", startsAt, place: "видео-позив" },
    agenda: "Избор председника\nИзбор заменика председника\nУсвајање плана рада",
  });
  const until = await play.openElection(home, session, "Избор председника и заменика, план рада", (form) => ({
    ...{ "vote1-kind": "elect", "vote1-title": "Избор председника" },
    ...{ "vote2-kind": "elect", "vote2-title": "Избор заменика председника" },
    ...{ "vote3-kind": "adopt", "vote3-title": "Усвајање плана рада" },
    ...{ "vote3-text-title": plan.title, "vote3-text-body": plan.body },
    ...{ share: "more-than-half", base: "all-members", quorum: "more-than-half", mode: "ratified" },
    declarer1: chosenValue(form, "declarer1", coordinator),
    declarer2: chosenValue(form, "declarer2", verifiers[1]),
  }));
  await play.told("She opens the election: three votes, more than half of all members, absentees confirm by letter");
  await play.moveTo(startsAt);
  await play.holdSession(session, [{ candidate: president }, { candidate: deputy }, {}]);
  await enterFigures(play);
  for (const name of [coordinator, ...verifiers]) await play.answer(name, "овера", () => ({ verdict: "agree" }));
  await play.told("The recorder and both verifiers attest, each from a letter of their own");
  await confirm(play);
  await play.moveTo(after(until("confirmationBy"), GRACE));
  await play.told("The deadline passes; the letters are closed and counted");
  for (const name of [coordinator, verifiers[1]]) await play.answer(name, "проглашење", () => ({ verdict: "agree" }));
  await play.told(`${coordinator} and ${verifiers[1]} approve the result, each from a letter`);
  return play.readResult(president);
}

async function enterFigures(play: Play): Promise<void> {
  const figures = Object.fromEntries(
    ["v1", "v2", "v3"].flatMap((vote) => [
      [`${vote}-for`, "18"],
      [`${vote}-against`, "0"],
      [`${vote}-abstain`, "0"],
    ]),
  );
  await play.answer(coordinator, "бројке", () => figures);
  await play.told(`${coordinator} enters the figures from her letter: 18 for, in each vote`);
}

async function confirm(play: Play): Promise<void> {
  const absentees = members.filter((member) => !member.isPresent);
  for (const { name } of absentees) {
    if (name === undelivered) continue;
    const objects = name === objector.name;
    await play.answer(name, "потврда", () => ({
      v1: objects ? "object" : "confirm",
      ...(objects && { "v1-reason": objector.reason }),
      ...{ v2: objects ? "object" : "confirm", v3: objects ? "object" : "confirm" },
    }));
  }
  await play.told(`Of ${absentees.length} absent 7 confirm, 1 objects, 1 letter came back`);
}

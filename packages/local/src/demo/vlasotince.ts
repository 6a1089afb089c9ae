/** The association of the story: 27 members, as its secretary keeps them in a table. */
type Row = { name: string; institution: string; address: string; isPresent: boolean };

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
  (of: readonly [string, string, string]): Row => ({
    name: of[0],
    institution: of[1],
    address: `${of[2]}@vlasotince.test`,
    isPresent,
  });

export const members: readonly Row[] = [...present.map(row(true)), ...absent.map(row(false))];

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

/** The roster as a table of comma-separated values. */
export function rosterCsv(): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = members.map(({ name, address, institution }) => [name, address, institution].map(quoted).join(","));
  return ["ime,adresa,ustanova", ...lines].join("\r\n");
}

import { calendarDay, inScript, type Locale, say, textIn } from "@quorate/core/i18n";
import { type Holding, type HoldingView, lastDay, type OfficeView } from "@quorate/core/offices";
import type { Child } from "hono/jsx";
import { Badge, Card, type Column, ListTable, Notice } from "../look/index.ts";

type OfficesListProps = {
  locale: Locale;
  offices: readonly OfficeView[];
  /** Where the minutes of an election are to be read. */
  minutesAt: (election: string) => string;
  /** What a coordinator may do about an office, and about one mandate. */
  acts?: { office: (view: OfficeView) => Child; holding: (view: HoldingView) => Child };
};

/** Who holds what until when: each office on a card, its vacant seats said in words. */
export function OfficesList(props: OfficesListProps) {
  const { locale, offices } = props;
  if (offices.length === 0) return <p>{say(locale, "offices.none")}</p>;
  return (
    <>
      {offices.map((view) => (
        <OfficeCard {...props} view={view} />
      ))}
    </>
  );
}

function OfficeCard(props: OfficesListProps & { view: OfficeView }) {
  const { locale, view, acts } = props;
  const { office, held, coming, earlier, vacant } = view;
  return (
    <Card id={office.id} title={textIn(locale, office.title)}>
      <p class="hint">
        {say(locale, "offices.facts", { seats: office.seats, months: office.months })}{" "}
        {office.coordinates && <Badge kind="done">{say(locale, "offices.coordinates")}</Badge>}
      </p>
      {held.length > 0 && <Mandates {...props} caption={say(locale, "offices.holders")} views={held} />}
      {vacant > 0 && (
        <p>
          <Badge kind="wait">
            {office.seats === 1 ? say(locale, "offices.vacant") : say(locale, "offices.vacant.n", { n: vacant })}
          </Badge>
        </p>
      )}
      {acts && held.length > office.seats && <Notice kind="wait">{say(locale, "offices.crowded")}</Notice>}
      {coming.length > 0 && <Mandates {...props} caption={say(locale, "offices.coming")} views={coming} />}
      {earlier.length > 0 && (
        <details>
          <summary>{say(locale, "offices.earlier")}</summary>
          <Mandates {...props} caption={say(locale, "offices.earlier")} views={earlier} isOver />
        </details>
      )}
      {acts?.office(view)}
    </Card>
  );
}

type MandatesProps = OfficesListProps & { caption: string; views: readonly HoldingView[]; isOver?: boolean };

function Mandates({ locale, caption, views, isOver, minutesAt, acts }: MandatesProps) {
  const columns: Column[] = [
    { label: say(locale, "people.columns.name") },
    { label: say(locale, "offices.from") },
    { label: say(locale, "offices.until") },
    { label: say(locale, "offices.how") },
    ...(isOver ? [{ label: say(locale, "offices.why") }] : []),
    ...(isOver || !acts ? [] : [{ label: say(locale, "offices.end"), isHidden: true }]),
  ];
  return (
    <ListTable
      {...{ caption, columns }}
      rows={views.map((view) => {
        const { holding, name } = view;
        return [
          inScript(locale, name),
          <Day locale={locale} day={holding.from} />,
          <Day locale={locale} day={lastDay(holding) ?? holding.until} />,
          <Source {...{ locale, holding, minutesAt }} />,
          ...(isOver ? [say(locale, `offices.why.${holding.ended?.why ?? "over"}`)] : []),
          ...(isOver || !acts ? [] : [acts.holding(view)]),
        ];
      })}
    />
  );
}

function Day({ locale, day }: { locale: Locale; day: string }) {
  return <time datetime={day}>{calendarDay(locale, day)}</time>;
}

function Source({
  locale,
  holding: { source },
  minutesAt,
}: {
  locale: Locale;
  holding: Holding;
  minutesAt: (election: string) => string;
}) {
  if (source.kind === "recorded") return <>{say(locale, "offices.how.recorded")}</>;
  return <a href={minutesAt(source.election)}>{inScript(locale, source.title)}</a>;
}

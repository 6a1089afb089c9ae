import { inScript, type Locale, number, say } from "@quorate/core/i18n";
import { type Encoding, type Network, type RosterRow, type RosterView, reasonText } from "@quorate/core/people";
import { ConsolePage, importPath, peoplePath } from "../console.tsx";
import { Badge, type BadgeKind, ListTable, SubmitButton } from "../look/index.ts";
import { AddressText } from "./address-text.tsx";

export type ImportProps = { locale: Locale; network: Network; view: RosterView };

const badges: Readonly<Record<RosterRow["verdict"], BadgeKind>> = {
  new: "done",
  alike: "wait",
  "same-address": "wait",
  known: "none",
  rejected: "bad",
};

/** A table that was brought: before it is applied what it would change, afterwards what it has changed. */
export function ImportPage(props: ImportProps) {
  const { state } = props.view.roster;
  return state === "previewed" || state === "replaced" ? <PreviewPage {...props} /> : <ImportedPage {...props} />;
}

function PreviewPage({ locale, network, view }: ImportProps) {
  const title = say(locale, "people.preview.title");
  const { roster, rows } = view;
  const count = (...verdicts: RosterRow["verdict"][]) =>
    rows.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const alike = count("alike");
  const entering = count("new", "same-address") + alike;
  const rejected = count("rejected");
  return (
    <ConsolePage {...{ locale, network, title, current: "people", width: "wide", path: peoplePath(network.id) }}>
      <h1>{title}</h1>
      <p class="lead">{say(locale, roster.state === "replaced" ? "people.preview.replaced" : "people.preview.lead")}</p>
      <ul>
        <li>{say(locale, "people.preview.new", { n: number(locale, entering) })}</li>
        <li>{say(locale, "people.preview.known", { n: number(locale, count("known")) })}</li>
        <li>{say(locale, "people.preview.rejected", { n: number(locale, rejected) })}</li>
      </ul>
      {roster.sheet && <ReadSheet locale={locale} sheet={roster.sheet} />}
      {roster.encoding && <ReadAs locale={locale} encoding={roster.encoding} />}
      {roster.unknown.length > 0 && (
        <p>{say(locale, "people.preview.unknown", { names: inScript(locale, roster.unknown.join(", ")) })}</p>
      )}
      {rejected > 0 && <Download {...{ locale, network, view }} />}
      {roster.state === "previewed" && entering === 0 && <p>{say(locale, "people.preview.nothing")}</p>}
      <form method="post" action={`${pathOf(network, view)}?lang=${locale}`} class="flow">
        {roster.state === "previewed" && alike > 0 && (
          <div class="choices one">
            <label class="choice">
              <input type="checkbox" name="leaves" value="alike" />
              <span>{say(locale, "members.alike.leave", { n: alike })}</span>
            </label>
          </div>
        )}
        <div class="buttons">
          {roster.state === "previewed" && entering > 0 && (
            <SubmitButton>{say(locale, "people.preview.confirm", { n: entering })}</SubmitButton>
          )}
          <a class="button plain" href={importPath(network.id)}>
            {say(locale, "people.preview.again")}
          </a>
        </div>
      </form>
      <Rows locale={locale} rows={rows} />
    </ConsolePage>
  );
}

/** Unicode is not mistaken; an encoding that was found by its words may be. */
function ReadAs({ locale, encoding }: { locale: Locale; encoding: Encoding }) {
  return (
    <p>
      {say(locale, "roster.readAs", { encoding: say(locale, `roster.encoding.${encoding}`) })}{" "}
      {encoding.startsWith("windows") && say(locale, "roster.readAs.wrong")}
    </p>
  );
}

function ReadSheet({ locale, sheet }: { locale: Locale; sheet: { name: string; others: readonly string[] } }) {
  return (
    <p>
      {say(locale, "roster.sheet.read", { name: inScript(locale, sheet.name) })}
      {sheet.others.length > 0 && (
        <>
          <br />
          {say(locale, "roster.sheet.others", { names: inScript(locale, sheet.others.join(", ")) })}
        </>
      )}
    </p>
  );
}

function ImportedPage({ locale, network, view }: ImportProps) {
  const title = say(locale, "people.imported.title");
  const { figures } = view.roster;
  return (
    <ConsolePage {...{ locale, network, title, current: "people", width: "wide", path: peoplePath(network.id) }}>
      <h1>{title}</h1>
      {figures && (
        <p class="lead">
          {say(locale, "people.imported.figures", {
            ...{ added: number(locale, figures.added), known: number(locale, figures.known) },
            rejected: number(locale, figures.rejected),
          })}
        </p>
      )}
      {figures && figures.rejected > 0 && <Download {...{ locale, network, view }} />}
      <div class="buttons">
        <a class="button" href={peoplePath(network.id)}>
          {say(locale, "people.imported.back")}
        </a>
      </div>
    </ConsolePage>
  );
}

function pathOf(network: Network, { roster }: RosterView): string {
  return `${importPath(network.id)}/${roster.id}`;
}

function Download({ locale, network, view }: ImportProps) {
  return (
    <p>
      <a href={`${pathOf(network, view)}/rejected.csv?lang=${locale}`}>{say(locale, "people.preview.download")}</a>
    </p>
  );
}

/** What is left out stands first: it is what somebody has to do something about. */
function Rows({ locale, rows }: { locale: Locale; rows: readonly RosterRow[] }) {
  const order: RosterRow["verdict"][] = ["rejected", "alike", "same-address", "new", "known"];
  const sorted = rows.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || a.row - b.row);
  return (
    <ListTable
      caption={say(locale, "people.preview.caption")}
      columns={[
        { label: say(locale, "people.preview.rowNumber") },
        { label: say(locale, "people.columns.name") },
        { label: say(locale, "people.columns.address") },
        { label: say(locale, "people.columns.institution") },
        { label: say(locale, "people.columns.group") },
        { label: say(locale, "people.columns.coordinator") },
        { label: say(locale, "people.preview.verdict") },
      ]}
      rows={sorted.map((row) => [
        say(locale, "people.preview.row", { row: row.row }),
        inScript(locale, row.name),
        <AddressText address={row.address} />,
        inScript(locale, row.institution ?? ""),
        inScript(locale, row.groups.join(", ")),
        row.coordinator ? say(locale, "people.coordinates") : "",
        <Verdict locale={locale} row={row} />,
      ])}
    />
  );
}

function Verdict({ locale, row }: { locale: Locale; row: RosterRow }) {
  return (
    <div>
      <Badge kind={badges[row.verdict]}>
        {row.verdict === "alike" ? say(locale, "members.verdict.alike") : say(locale, `people.verdict.${row.verdict}`)}
      </Badge>
      {row.shares.length > 0 && (
        <p class="hint">{say(locale, "people.preview.shares", { names: inScript(locale, row.shares.join(", ")) })}</p>
      )}
      {row.alike?.map(({ name, address }) => (
        <p class="hint">
          {inScript(locale, name)}, <AddressText address={address} />
        </p>
      ))}
      {row.reasons.map((reason) => (
        <p class="hint">{reasonText(locale, reason)}</p>
      ))}
    </div>
  );
}

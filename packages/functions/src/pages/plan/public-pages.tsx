import { dateOf, inScript, type Locale, say } from "@quorate/core/i18n";
import { diff, type Outlined, outlineOf, type PlanRound, type PublicPlan, type VersionNode } from "@quorate/core/plan";
import { shortHash } from "@quorate/core/vote";
import type { Child } from "hono/jsx";
import { Facts, Lead, Page } from "../look/index.ts";
import { ChangeRows, changeRows } from "./change-rows.tsx";
import { type CommentList, ConsolidatedCard } from "./consolidated.tsx";
import { formatName, planFormats } from "./files.ts";
import { NodeDetails } from "./node-details.tsx";
import { publicPath } from "./paths.ts";
import { levelWords } from "./review-words.ts";

type Props = PublicPlan & { locale: Locale };

/** A version of a plan for everybody: what it says, its files, and its other versions. */
export function PublicPlanPage(props: Props) {
  const { locale, network, plan, version, versions, nodes } = props;
  const title = inScript(locale, version.title);
  const path = publicPath(plan.id, version.number);
  const at = (number: number) => `${publicPath(plan.id, number)}?lang=${locale}`;
  return (
    <Page {...{ locale, title, path, network: network.name, width: "sheet" }}>
      <header>
        <p class="kicker">{say(locale, "plan.public.kicker", { n: version.number })}</p>
        <h1>{title}</h1>
      </header>
      <Facts
        facts={[
          [say(locale, "plan.public.at"), dateOf(locale, version.at, network.zone, { year: true })],
          [say(locale, "common.textHash").replace(/:$/, ""), <code>{shortHash(version.hash)}</code>],
        ]}
      />
      <h2>{say(locale, "plan.file.title")}</h2>
      <ul>
        {planFormats.map((format) => (
          <li>
            <a href={`${path}/plan.${format}?lang=${locale}`}>{formatName(locale, format)}</a>
          </li>
        ))}
      </ul>
      <Branches {...{ locale, lines: outlineOf(nodes), parent: undefined, depth: 2 }} />
      {versions.length > 1 && (
        <>
          <h2>{say(locale, "plan.public.versions")}</h2>
          <ul>
            {versions.toReversed().map((one) => (
              <li>
                {one === version ? (
                  say(locale, "plan.public.this", { n: one.number })
                ) : (
                  <a href={at(one.number)}>{say(locale, "plan.public.kicker", { n: one.number })}</a>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {props.rounds.length > 0 && (
        <p>
          <a href={`${path}/answers?lang=${locale}`}>{say(locale, "plan.answers.title")}</a>
        </p>
      )}
      {props.before && (
        <p>
          <a href={`${path}/changes?lang=${locale}`}>
            {say(locale, "plan.public.changes", { n: props.before.version.number })}
          </a>
        </p>
      )}
    </Page>
  );
}

/** What is different from the version that was public before. */
export function PublicChangesPage(props: Props & { before: NonNullable<PublicPlan["before"]> }) {
  const { locale, network, plan, version, nodes, before } = props;
  const title = say(locale, "plan.public.changes", { n: before.version.number });
  const rows = changeRows(locale, diff(before.nodes, nodes), before.nodes, nodes);
  const path = publicPath(plan.id, version.number);
  return (
    <Page {...{ locale, title, path: `${path}/changes`, network: network.name, width: "sheet" }}>
      <header>
        <p class="kicker">{say(locale, "plan.public.kicker", { n: version.number })}</p>
        <h1>{title}</h1>
      </header>
      {rows.length === 0 && <Lead>{say(locale, "plan.public.same")}</Lead>}
      <ChangeRows locale={locale} rows={rows} />
      <p>
        <a href={`${path}?lang=${locale}`}>{say(locale, "plan.back")}</a>
      </p>
    </Page>
  );
}

type AnswersProps = Props & { told: readonly { round: PlanRound; list: CommentList }[] };

/** What reviewers have said in the rounds up to this version, and what was answered; nobody of them is named in public. */
export function PublicAnswersPage({ locale, network, plan, version, told }: AnswersProps) {
  const title = say(locale, "plan.answers.title");
  const path = publicPath(plan.id, version.number);
  return (
    <Page {...{ locale, title, path: `${path}/answers`, network: network.name, width: "sheet" }}>
      <header>
        <p class="kicker">{say(locale, "plan.public.kicker", { n: version.number })}</p>
        <h1>{title}</h1>
      </header>
      {told.map(({ round: { number, version: of }, list }) => (
        <>
          <p class="label">{say(locale, "plan.round.n", { n: number, version: of })}</p>
          {!list.inTime.some(isAnswered) && <p>{say(locale, "plan.answers.empty")}</p>}
          {list.inTime.filter(isAnswered).map((listed) => (
            <ConsolidatedCard {...{ locale, round: number, listed, names: new Map() }} />
          ))}
        </>
      ))}
      <p>
        <a href={`${path}?lang=${locale}`}>{say(locale, "plan.back")}</a>
      </p>
    </Page>
  );
}

/** What the authors have not answered yet is not for everybody. */
function isAnswered({ item }: CommentList["inTime"][number]): boolean {
  return item.lead.disposition !== undefined;
}

type Lines = readonly Outlined<VersionNode>[];

/** The nodes under one another: areas as cards, and everything else inside of what it belongs to. */
function Branches({
  locale,
  lines,
  depth,
  parent,
}: {
  locale: Locale;
  lines: Lines;
  depth: number;
  parent: string | undefined;
}): Child {
  const under = Map.groupBy(lines, ({ node }) => node.parent);
  const branch = (of: string | undefined, level: number): Child =>
    (under.get(of) ?? []).map((line) => (
      <section class={level === 2 ? "node card" : "node"} aria-labelledby={line.node.id}>
        <header>
          <p class="kicker">{levelWords(locale, line)}</p>
          <Heading id={line.node.id} level={level}>
            {inScript(locale, line.node.words.title)}
          </Heading>
        </header>
        <NodeDetails {...{ locale, words: line.node.words }} />
        {branch(line.node.id, level + 1)}
      </section>
    ));
  return <>{branch(parent, depth)}</>;
}

function Heading({ id, level, children }: { id: string; level: number; children: Child }) {
  const Tag = level === 2 ? "h2" : level === 3 ? "h3" : level === 4 ? "h4" : "h5";
  return <Tag id={id}>{children}</Tag>;
}

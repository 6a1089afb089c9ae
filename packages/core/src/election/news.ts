import { message, plain } from "../i18n/index.ts";
import type { World } from "../kit/index.ts";
import type { News, NewsWindow } from "../process/index.ts";
import { candidateNames } from "./forms.ts";
import { outcomeLines } from "./letters.ts";
import { type Election, electionsOf, votesOf } from "./records.ts";

/** What was declared or annulled in a network in that time: each vote with its outcome, in a sentence. */
export async function electionNews(world: World, network: string, { since, until }: NewsWindow): Promise<News[]> {
  const isNew = (at: string | undefined): at is string => at !== undefined && at > since && at <= until;
  const news: News[] = [];
  for (const election of await electionsOf(world.table, network)) {
    const { declaredAt, annulment, stage } = election;
    if (stage === "annulled") {
      if (annulment && isNew(annulment.at)) {
        news.push({ ...decided(election, annulment.at), lines: [message("digest.annulled")] });
      }
      continue;
    }
    const votes = await votesOf(world.table, election.id);
    if (isNew(declaredAt)) {
      const lines = await outcomeLines(world, election, votes);
      news.push({ ...decided(election, declaredAt), lines: lines.map(({ outcome }) => outcome) });
    }
    for (const { vote, declined = [] } of votes) {
      const names = await candidateNames(world, network, vote);
      for (const { candidate, at } of declined.filter(({ at }) => isNew(at))) {
        const lines = [message("decline.news", { name: plain(names.get(candidate) ?? ""), office: plain(vote.title) })];
        news.push({ ...decided(election, at), lines });
      }
    }
  }
  return news;
}

const decided = ({ title }: Election, at: string) => ({ section: "decided" as const, at, title: plain(title) });

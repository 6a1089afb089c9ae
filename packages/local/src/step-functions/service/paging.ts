import * as v from "valibot";
import type { Page } from "../store/executions.ts";
import { ServiceException } from "./exceptions.ts";

const PAGE = 100;
const Mark = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]+$/),
  v.transform((text) => Buffer.from(text, "base64url").toString()),
  v.regex(/^from:\d+$/),
  v.transform((text) => Number(text.slice("from:".length))),
);

type Asked = { maxResults: number; nextToken?: string | undefined };

/** One page of a list, with the token of the next where there is more. */
export function readPage<T>({ maxResults, nextToken }: Asked, read: (page: Page) => T[]) {
  const limit = maxResults === 0 ? PAGE : maxResults;
  const mark = nextToken === undefined ? { success: true as const, output: 0 } : v.safeParse(Mark, nextToken);
  if (!mark.success) throw new ServiceException("InvalidToken", "Invalid Token: 'Invalid token'");
  const found = read({ limit: limit + 1, offset: mark.output });
  const hasMore = found.length > limit;
  const next = Buffer.from(`from:${mark.output + limit}`).toString("base64url");
  return { items: found.slice(0, limit), nextToken: hasMore ? next : undefined };
}

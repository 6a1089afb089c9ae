import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as StreamRecord,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Log } from "@quorate/core/kit";
import type { Change } from "@quorate/functions/relay";
import * as v from "valibot";

/** How far the stream has been followed: everything up to and with this record has had its effect. */
const Position = v.object({ shard: v.string(), sequence: v.string() });
type Position = v.InferOutput<typeof Position>;

/** Writes of this process poke the follower; others (an operator's) are seen at the next look. */
const LOOK_EVERY = 1000;
/** A change whose effect fails this often is left to the sweep, so that it does not hold up the others. */
const TRIES = 5;

export type Follower = {
  /** There is something new. */
  poke(): void;
  /** Whether everything that was written has had its effect. */
  isIdle(): boolean;
  close(): Promise<void>;
};

/**
 * Follows a table's stream from where it was left, in order, each change at least once. The position is kept in a file and
 * written after the effect.
 */
export function followStream(options: {
  streams: DynamoDBStreamsClient;
  streamArn: string;
  positionPath: string;
  log: Log;
  onChanges: (changes: Change[]) => Promise<void>;
}): Follower {
  const { streams, streamArn, positionPath, log } = options;
  let position = readPosition(positionPath);
  let iterator: string | undefined;
  let hasEnded = false;
  let pokes = 1;
  let seen = 0;
  let isClosed = false;
  let wake = () => {};

  /** From the position on, or from the oldest change that is kept; after a shard has ended, from the beginning of the next. */
  async function nextIterator(): Promise<string | undefined> {
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn: streamArn }));
    const shards = (StreamDescription?.Shards ?? []).flatMap((shard) => shard.ShardId ?? []);
    const known = position ? shards.indexOf(position.shard) : -1;
    const shard = shards[hasEnded && known >= 0 ? known + 1 : Math.max(known, 0)];
    if (!shard) return undefined;
    hasEnded = false;
    if (position?.shard !== shard) position = { shard, sequence: "" };
    const from = position.sequence
      ? ({ ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: position.sequence } as const)
      : ({ ShardIteratorType: "TRIM_HORIZON" } as const);
    const answer = await streams.send(new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: shard, ...from }));
    return answer.ShardIterator;
  }

  /** One page of changes; false when there was none. */
  async function step(): Promise<boolean> {
    iterator ??= await nextIterator();
    if (!iterator) return false;
    const answer = await streams.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 500 }));
    const records = answer.Records ?? [];
    if (records.length > 0) {
      await effect(records.map(toChange));
      const sequence = records.at(-1)?.dynamodb?.SequenceNumber;
      if (sequence && position) {
        position = { ...position, sequence };
        keepPosition(positionPath, position);
      }
    }
    iterator = answer.NextShardIterator;
    hasEnded = iterator === undefined;
    return records.length > 0 || hasEnded;
  }

  async function effect(changes: Change[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await options.onChanges(changes);
      } catch (fault) {
        log.error("stream.effect-failed", fault, { attempt, changes: changes.length });
        if (attempt >= TRIES || isClosed) return;
        await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
      }
    }
  }

  async function run(): Promise<void> {
    while (!isClosed) {
      const upTo = pokes;
      try {
        while (!isClosed && (await step()));
        seen = upTo;
      } catch (fault) {
        iterator = undefined;
        if (fault instanceof TrimmedDataAccessException) position = undefined;
        else if (!(fault instanceof ExpiredIteratorException) && !isClosed) log.error("stream.not-read", fault);
      }
      if (seen < pokes && !isClosed) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_EVERY);
        timer.unref();
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  const running = run();
  return {
    poke() {
      pokes += 1;
      wake();
    },
    isIdle: () => seen === pokes,
    async close() {
      isClosed = true;
      wake();
      await running;
    },
  };
}

function toChange({ dynamodb }: StreamRecord): Change {
  const { OldImage, NewImage } = dynamodb ?? {};
  return { ...(OldImage && { before: plain(OldImage) }), ...(NewImage && { after: plain(NewImage) }) };
}

/** The streams client and the table's client describe the same attribute values by two types. */
function plain(image: NonNullable<NonNullable<StreamRecord["dynamodb"]>["NewImage"]>): Record<string, unknown> {
  const attributes: Record<string, AttributeValue> = image;
  return unmarshall(attributes);
}

function readPosition(path: string): Position | undefined {
  try {
    return v.parse(Position, JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined;
  }
}

function keepPosition(path: string, position: Position): void {
  writeFileSync(`${path}.new`, JSON.stringify(position));
  renameSync(`${path}.new`, path);
}

/** One part of a result's drawing, in the order in which it goes clockwise from twelve. */
export type RingParts = { members: number; live: number; post: number; against: number; need: number };

/** Above this many people the dashes join. */
const JOINED = 60;

const GAP = 0.1;

/** Dashes for so many people after so many others: one dash is one person, above 60 people all of them are. */
function dashes(count: number, after: number, members: number): string {
  if (members > JOINED) return `0 ${after} ${count} ${members}`;
  const one = round(1 - GAP);
  const each = Array.from({ length: count }, (_, index) => `${one} ${index === count - 1 ? members : GAP}`);
  return `0 ${round(after + GAP / 2)} ${each.join(" ")}`;
}

const round = (n: number) => Math.round(n * 1000) / 1000;

type Arc = { class: string; r: number; width: number };

const arcs: Record<"live" | "post" | "against" | "none", readonly Arc[]> = {
  live: [{ class: "live", r: 64, width: 18 }],
  post: [
    { class: "post", r: 70, width: 6 },
    { class: "post", r: 58, width: 6 },
  ],
  against: [{ class: "against", r: 64, width: 7 }],
  none: [{ class: "none", r: 64, width: 2.5 }],
};

/**
 * The circle of members: thick is for and live, double is confirmed by letter, thin is against, a hairline is nobody. The
 * tick with its number is the threshold. The table beside it says the same in figures.
 */
export function ResultRing({ members, live, post, against, need, words }: RingParts & { words: { of: string } }) {
  const none = Math.max(0, members - live - post - against);
  const counts = { live, post, against, none };
  let after = 0;
  const circles = (["live", "post", "against", "none"] as const).flatMap((part) => {
    const count = counts[part];
    if (count === 0) return [];
    const dash = dashes(count, after, members);
    after += count;
    return arcs[part].map((arc) => (
      <circle
        class={arc.class}
        cx="92"
        cy="92"
        r={arc.r}
        stroke-width={arc.width}
        pathLength={members}
        stroke-dasharray={dash}
      />
    ));
  });
  const angle = members === 0 ? 0 : (need / members) * 2 * Math.PI;
  const point = (radius: number) =>
    [round(92 + radius * Math.sin(angle)), round(92 - radius * Math.cos(angle))] as const;
  const [from, to, at] = [point(76), point(82), point(90)];
  return (
    <svg class="ring" viewBox="0 0 184 184" aria-hidden="true">
      <g transform="rotate(-90 92 92)">{circles}</g>
      <path class="need" stroke-width="2.5" d={`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`} />
      <text class="at" x={at[0]} y={round(at[1] + 4.5)}>
        {need}
      </text>
      <text class="big" x="92" y="96">
        {live + post}
      </text>
      <text x="92" y="116">
        {words.of}
      </text>
    </svg>
  );
}

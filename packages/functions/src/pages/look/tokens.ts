/** The tokens: every colour, size and distance, light and dark. A page that needs another has it here first. */
export const tokens = `/* Quorate – the look. One stylesheet for every page: no framework, no web font, no script, no request but this file.
   Order: tokens · base · frame · text · forms · buttons · states · rings · timeline · tables · figures · roster · plan ·
   minutes · letter · print. Pages carry no style attribute (they run under \`style-src 'self'\`): what varies by number,
   such as a share of a ring, is an SVG attribute. */

/* ── Tokens ─────────────────────────────────────────────────────────────────────────────────────────────────────── */
:root {
  color-scheme: light dark;
  --paper: #f6f7f4;  --card: #ffffff;    --ink: #152222;         --muted: #505e5d;
  --line: #d9dedb;   --edge: #6d7b78;    /* line: separates; edge: what can be operated, 3:1 */
  --accent: #005c5a; --deep: #004443;    --on-accent: #ffffff;   --tint: #e4f1ef;   /* spruce: the session, what is done, what to press */
  --honey: #ad6418;  --honey-ink: #7c4509; --honey-tint: #fcf1dc;                   /* honey: letters, those absent, what waits */
  --plum: #78335d;   --plum-tint: #f7ebf2;                                          /* plum: against, objections – never an error */
  --bad: #a52a24;    --bad-tint: #fdeeec;                                           /* red: mistakes and failures only */
  --focus: #b3500a;
  --small: .9375rem; --body: 1.0625rem;  --large: 1.25rem;  --title: 1.5rem;
  --head: clamp(1.625rem, 1.3rem + 1.5vw, 2.25rem);
  --s1: .25rem; --s2: .5rem; --s3: .75rem; --s4: 1rem; --s5: 1.5rem; --s6: 2.25rem; --s7: 3.5rem;
  --gutter: 1rem;    --radius: .5rem;    --tap: 3rem;       --measure: 42rem;   --leading: 1.55;
  --quick: 120ms;
  --font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Roboto Mono", "Noto Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0f1515; --card: #172020;    --ink: #e6edea;         --muted: #a6b3b0;
    --line: #2d3938;  --edge: #768684;
    --accent: #7ad0c7; --deep: #a5e5dd;   --on-accent: #06201e;   --tint: #17322f;
    --honey: #e3a64f; --honey-ink: #f3c684; --honey-tint: #33270f;
    --plum: #e2a0c5;  --plum-tint: #3a2231;
    --bad: #fb9f92;   --bad-tint: #3f1f1c;
    --focus: #ffc06a;
  }
}
@media (prefers-contrast: more) { :root { --muted: var(--ink); --line: var(--edge); --edge: var(--ink); --accent: var(--deep); --honey: var(--honey-ink); } }
/* The display page sets these on <html>; they work without an account. */
:root[data-contrast="more"] { --muted: var(--ink); --line: var(--edge); --edge: var(--ink); --accent: var(--deep); --honey: var(--honey-ink); }
:root[data-text="large"]  { font-size: 118.75%; }
:root[data-text="larger"] { font-size: 137.5%; }
:root[data-space="wide"]  { --leading: 1.8; letter-spacing: .03em; word-spacing: .1em; }
:root[data-motion="less"] { --quick: 0ms; }
@media (prefers-reduced-motion: reduce) { :root { --quick: 0ms; } }
@media (min-width: 40rem) { :root { --gutter: 1.5rem; } }
`;

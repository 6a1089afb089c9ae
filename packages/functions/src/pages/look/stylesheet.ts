/** The one stylesheet: tokens, base, components. A TypeScript module, so that every bundler takes it as it is. */
export const stylesheet = `
/* Quorate – the look. One stylesheet for every page: no framework, no web font, no script, no request but this file.
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

/* ── Base ───────────────────────────────────────────────────────────────────────────────────────────────────────── */
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block-start: var(--s5); }
body {
  margin: 0; min-block-size: 100vh; min-block-size: 100dvh; display: flex; flex-direction: column;
  background: var(--paper); color: var(--ink);
  font: 400 var(--body)/var(--leading) var(--font); font-variant-numeric: lining-nums;
  overflow-wrap: break-word; hyphens: auto;
}
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset, table { margin: 0; }
h1, h2, h3, h4 { line-height: 1.22; font-weight: 650; text-wrap: balance; }
h1 { font-size: var(--head); letter-spacing: -.012em; }
h2 { font-size: var(--title); letter-spacing: -.006em; }
h3 { font-size: var(--large); }
h4 { font-size: var(--body); }
p, li { text-wrap: pretty; }
ul, ol { padding-inline-start: 1.3em; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: max(1px, .06em); transition: color var(--quick); }
a:hover { color: var(--deep); text-decoration-thickness: .14em; }
strong, b { font-weight: 650; }
small { font-size: var(--small); }
hr { border: 0; border-block-start: 1px solid var(--line); margin-block: var(--s5); }
code, .hash { font: 500 .92em/1.4 var(--mono); hyphens: none; overflow-wrap: anywhere; }
time, .num { font-variant-numeric: lining-nums tabular-nums; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
::selection { background: var(--accent); color: var(--on-accent); }
.hidden:not(:focus) { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

/* ── Frame: top, you answer as …, main, foot ────────────────────────────────────────────────────────────────────── */
.skip:focus { position: static; display: block; padding: var(--s3) var(--gutter); }
.top { border-block-start: 4px solid var(--accent); border-block-end: 1px solid var(--line); background: var(--card); }
.bar {
  display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--s5);
  max-inline-size: calc(var(--measure) + 2 * var(--gutter)); margin-inline: auto; padding-inline: var(--gutter);
}
.network { display: flex; align-items: center; gap: var(--s3); min-block-size: 3.5rem; font-weight: 650; line-height: 1.25; color: inherit; text-decoration: none; }
a.network:hover { color: var(--accent); text-decoration: underline; text-decoration-thickness: 2px; }
.mark { flex: none; inline-size: 1.75rem; block-size: 1.75rem; }
.wordmark { block-size: 1.5rem; inline-size: auto; }
.mark, .wordmark { fill: none; stroke: currentColor; }
.mark .q, .wordmark .q { stroke: var(--accent); }
.mark .tail, .wordmark .tail { stroke: var(--honey); }
.nav { display: flex; flex-wrap: wrap; margin-inline-start: calc(var(--s2) * -1); }
.nav a { display: flex; align-items: center; min-block-size: var(--tap); padding-inline: var(--s2); color: var(--muted); text-decoration: none; border-block-end: 3px solid transparent; border-block-start: 3px solid transparent; }
.nav.end { margin-inline-start: auto; margin-inline-end: calc(var(--s2) * -1); }
@media (max-width: 39.99rem) { .nav.end { margin-inline-start: calc(var(--s2) * -1); } .nav a { padding-inline: .4rem; font-size: var(--small); } }
.nav a:hover { color: var(--ink); }
.nav a[aria-current] { color: var(--ink); font-weight: 650; border-block-end-color: var(--accent); }
.you { background: var(--tint); border-block-start: 1px solid var(--line); }
.you a, dd > a { padding-block: .65rem; }  /* 44 px to tap, without moving a line */
.you .bar { min-block-size: var(--tap); padding-block: var(--s2); }
main { flex: 1; inline-size: 100%; max-inline-size: calc(var(--measure) + 2 * var(--gutter)); margin-inline: auto; padding: var(--s5) var(--gutter) var(--s7); }
.sheet { --measure: 50rem; }
.wide { --measure: 69rem; }
.flow > * + * { margin-block-start: var(--s4); }
.flow > * + :is(h2, .card, section, form, .split) { margin-block-start: var(--s6); }
.flow > * + h3 { margin-block-start: var(--s5); }
.flow > .card + *, .flow > * + .field, .flow > * + .buttons { margin-block-start: var(--s5); }
.flow > .label + * { margin-block-start: var(--s2); }
.flow > :is(h1, h2, h3) + :is(*, .card) { margin-block-start: var(--s3); }
header > .kicker + * { margin-block-start: .2rem; }
header > h1 + p { margin-block-start: var(--s2); }
.foot { border-block-start: 1px solid var(--line); color: var(--muted); font-size: var(--small); }
.foot .bar { padding-block: var(--s3); }
.foot a { display: inline-flex; align-items: center; min-block-size: var(--tap); color: inherit; }
.foot .wordmark { margin-inline-start: auto; block-size: 1.25rem; }
.foot .wordmark .q { stroke: currentColor; }
.split { display: grid; gap: var(--s6); }
.split > * { min-inline-size: 0; }
.split.even { gap: var(--s5); }
@media (min-width: 48rem) { .split.even { grid-template-columns: 1fr 1fr; } }
@media (min-width: 60rem) { .split:not(.even) { grid-template-columns: minmax(0, 1.75fr) minmax(0, 1fr); gap: var(--s6) var(--s7); } }

/* ── Text: lead, facts, cards, notices ──────────────────────────────────────────────────────────────────────────── */
.lead { font-size: 1.1875rem; line-height: 1.5; max-inline-size: 38em; }
.muted, .hint { color: var(--muted); }
.hint, .kicker { font-size: var(--small); }
.kicker { color: var(--muted); font-weight: 550; }
.facts { display: grid; gap: var(--s3); }
.facts dt { color: var(--muted); font-size: var(--small); }
.facts dd { overflow-wrap: anywhere; }
.check > div { border-block-end: 1px solid var(--line); padding-block-end: var(--s3); }  /* check your answers: a third cell changes it */
@media (min-width: 40rem) {
  .facts > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: var(--s4); align-items: baseline; }
  .facts.check > div { grid-template-columns: 11rem minmax(0, 1fr) auto; }
}
.card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: var(--s5); }
.card > header + * { margin-block-start: var(--s4); }
.rows { list-style: none; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
.rows > li { position: relative; padding: var(--s4) var(--s5); }
.rows > li + li { border-block-start: 1px solid var(--line); }
.task { display: flex; flex-wrap: wrap; gap: var(--s3) var(--s5); align-items: center; }
.task > :first-child { flex: 1 1 20rem; }
.task > .button { flex: 0 1 auto; }
.rows :is(h2, h3) { font-size: 1.125rem; }
.rows :is(h2, h3) + p { margin-block-start: .2rem; }
.rows :is(h2, h3) a { text-decoration: none; }
.rows :is(h2, h3) a:hover { text-decoration: underline; }
.rows :is(h2, h3) a::after { content: ""; position: absolute; inset: 0; }  /* the whole row is the link */
.rows > li > .badge { margin-block-end: var(--s1); }
@media (max-width: 29.99rem) {
  .card, .rows { margin-inline: calc(var(--gutter) * -1); border-inline: 0; border-radius: 0; }
  .card, .rows > li { padding-inline: var(--gutter); }
}
.notice { border-inline-start: 4px solid var(--accent); background: var(--tint); padding: var(--s3) var(--s4); border-start-end-radius: var(--radius); border-end-end-radius: var(--radius); }
.notice.wait { border-color: var(--honey); background: var(--honey-tint); }
.notice.bad { border-color: var(--bad); background: var(--bad-tint); }
details > summary { cursor: pointer; color: var(--accent); min-block-size: var(--tap); display: flex; align-items: center; gap: var(--s2); text-decoration: underline; text-underline-offset: .18em; }
details > summary::before { content: ""; flex: none; inline-size: .5em; block-size: .5em; border: solid currentColor; border-width: 0 .14em .14em 0; rotate: -45deg; }
details[open] > summary::before { rotate: 45deg; }
summary::-webkit-details-marker { display: none; }

/* ── Forms ──────────────────────────────────────────────────────────────────────────────────────────────────────── */
fieldset { min-inline-size: 0; border: 0; padding: 0; }
legend { padding: 0; }
.card > legend { float: inline-start; inline-size: 100%; padding-block-end: var(--s4); }  /* keeps a fieldset's legend inside its card */
.card > legend + * { clear: both; }
.field { display: grid; gap: var(--s1); }
.field > label, .label { font-weight: 650; }
input:not([type="radio"], [type="checkbox"], [type="hidden"]), textarea, select {
  inline-size: 100%; min-block-size: var(--tap); padding: .65rem .85rem; margin-block-start: var(--s1);
  font: inherit; color: inherit; background: var(--card); border: 1px solid var(--edge); border-radius: var(--radius);
}
input[type="email"] { max-inline-size: 30rem; }
textarea { min-block-size: 7rem; resize: vertical; field-sizing: content; }
.choices { display: grid; gap: var(--s2); margin-block-start: var(--s2); grid-template-columns: repeat(auto-fit, minmax(min(11.5rem, 100%), 1fr)); }
.choices.scale { grid-template-columns: repeat(auto-fit, minmax(3.75rem, 1fr)); }
.choices.scale .choice { justify-content: center; gap: var(--s2); padding-inline: .25rem; }
.choices.one { grid-template-columns: 1fr; }
.choice {
  display: flex; align-items: center; gap: var(--s3); min-block-size: 3.25rem; padding: .7rem .9rem; line-height: 1.3;
  background: var(--card); border: 1px solid var(--edge); border-radius: var(--radius); cursor: pointer; transition: background-color var(--quick);
}
.choice:hover { background: var(--tint); }
.choice input { flex: none; margin: 0; inline-size: 1.5rem; block-size: 1.5rem; accent-color: var(--accent); }
.choice input[type="radio"] { appearance: none; background: var(--card); border: 2px solid var(--edge); border-radius: 50%; scroll-margin-block-start: 16rem; }
.choice input[type="radio"]:checked { border: .46rem solid var(--accent); }
.choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--tint); font-weight: 650; }
.choice:has(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 2px; }
.choice:has(:focus-visible) input { outline: 0; }
@supports selector(:has(*)) { fieldset:not(:has([data-asks-reason]:checked)) > .reason { display: none; } }
.reason { margin-block-start: var(--s4); }
.wrong { --edge: var(--bad); }
.error { color: var(--bad); font-weight: 650; display: flex; gap: var(--s2); line-height: 1.4; }
.error::before { content: "!"; content: "!" / ""; flex: none; display: grid; place-items: center; inline-size: 1.4em; block-size: 1.4em; border-radius: 50%; background: var(--bad); color: var(--card); font-weight: 700; line-height: 1; }
.error-summary { border: 3px solid var(--bad); border-radius: var(--radius); background: var(--card); padding: var(--s4) var(--s5); }
.error-summary h2 { font-size: var(--large); }
.error-summary h2 + p { margin-block-start: var(--s1); }
.error-summary ul { list-style: none; padding: 0; margin-block-start: var(--s2); }
.error-summary a { color: var(--bad); font-weight: 650; display: flex; align-items: center; min-block-size: var(--tap); padding-block: var(--s1); line-height: 1.4; }
.error-summary + h1 { margin-block-start: var(--s6); }
@media (forced-colors: active) {
  .choice input[type="radio"] { appearance: auto; }
  .choice:has(:checked) { outline: 2px solid Highlight; }
  .button, .press { border: 2px solid ButtonText; }
}

/* ── Buttons: one primary a page; the rest are plain, quiet or grave ────────────────────────────────────────────── */
.button {
  display: inline-flex; align-items: center; justify-content: center; gap: var(--s2); min-block-size: var(--tap); padding: .6rem 1.35rem;
  font: 650 var(--body)/1.25 var(--font); text-align: center; text-decoration: none; cursor: pointer;
  color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent); border-radius: var(--radius); transition: background-color var(--quick);
}
.button:hover { color: var(--on-accent); background: var(--deep); border-color: var(--deep); }
.button.plain { color: var(--ink); background: var(--card); border-color: var(--edge); }
.button.plain:hover { background: var(--tint); border-color: var(--accent); }
.button.quiet { color: var(--accent); background: none; border-color: transparent; padding-inline: var(--s2); text-decoration: underline; text-underline-offset: .18em; font-weight: 400; }
.button.grave { color: var(--bad); background: var(--card); border-color: var(--bad); }
.button.grave:hover { background: var(--bad-tint); }
.buttons { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: center; }
.buttons.stack { flex-direction: column; align-items: stretch; }
@media (max-width: 29.99rem) { .buttons > .button { inline-size: 100%; } }

/* ── States: a shape and a word, never a colour alone. Closed ring: done. Open ring: waits. Dashed: nothing came ── */
.badge { display: inline-flex; align-items: center; gap: .45em; padding: .15em .7em .15em .55em; border-radius: 1em; font-size: var(--small); font-weight: 550; line-height: 1.4; background: var(--paper); color: var(--muted); box-shadow: inset 0 0 0 1px var(--line); hyphens: none; }
.badge::before { content: ""; flex: none; inline-size: .8em; block-size: .8em; border: .2em solid currentColor; border-radius: 50%; }
.badge.done { color: var(--accent); background: var(--tint); box-shadow: none; }
.badge.done::before { background: currentColor; }
.badge.wait { color: var(--honey-ink); background: var(--honey-tint); box-shadow: none; }
.badge.wait::before { border-block-end-color: transparent; rotate: -45deg; }
.badge.against { color: var(--plum); background: var(--plum-tint); box-shadow: none; }
.badge.none::before { border-style: dotted; }
.badge.bad { color: var(--bad); background: var(--bad-tint); box-shadow: none; }
.badge.bad::before { border-radius: 2px; }

/* ── Rings: how much of a circle is closed. Circles have pathLength = people asked, so a dash is a person ────────── */
.ring { flex: none; fill: none; inline-size: 2.75rem; block-size: 2.75rem; overflow: visible; }
.ring .track { stroke: var(--line); }
.ring .live { stroke: var(--accent); }
.ring .post { stroke: var(--honey); }
.ring .against { stroke: var(--plum); }
.ring .none { stroke: var(--edge); }
.ring .need { stroke: var(--ink); }
.ring text { fill: var(--muted); text-anchor: middle; font: 400 14px/1 var(--font); }
.ring .big { fill: var(--ink); font-weight: 650; font-size: 40px; letter-spacing: -.02em; }
.ring .at { fill: var(--ink); font-size: 12px; }
.sealed { inline-size: 3.5rem; block-size: 3.5rem; stroke-linecap: round; stroke-linejoin: round; }
.progress { display: flex; align-items: center; gap: var(--s3); }
.progress > :last-child { min-inline-size: 0; }
.lead.progress { max-inline-size: none; }

/* ── Timeline of a process ──────────────────────────────────────────────────────────────────────────────────────── */
.timeline { list-style: none; padding: 0; }
.timeline > li { position: relative; padding: 0 0 var(--s5) 2.5rem; }
.timeline > li::before { content: ""; position: absolute; inset-block-start: .2em; inset-inline-start: 0; inline-size: 1.25rem; block-size: 1.25rem; border: 2px solid var(--edge); border-radius: 50%; }
.timeline > li:not(:last-child)::after { content: ""; position: absolute; inset-block: calc(.2em + 1.6rem) .1rem; inset-inline-start: calc(.625rem - 1px); border-inline-start: 2px solid var(--line); }
.timeline > .done::before { border: .4rem solid var(--accent); background: var(--accent); }
.timeline > .done:not(:last-child)::after { border-color: var(--accent); }
.timeline > .now::before { border: .32rem solid var(--accent); border-inline-end-color: var(--honey); rotate: 45deg; }
.timeline > .next { color: var(--muted); }
.timeline b { display: block; color: var(--ink); }
.timeline .next b { font-weight: 400; color: inherit; }

/* ── Tables: a list of people on a phone ────────────────────────────────────────────────────────────────────────── */
table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: lining-nums tabular-nums; }
caption { text-align: start; font-weight: 650; padding-block-end: var(--s2); }
th, td { text-align: start; vertical-align: baseline; padding: .6rem var(--s4) .6rem 0; border-block-end: 1px solid var(--line); }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { font-size: var(--small); font-weight: 550; color: var(--muted); border-block-end-color: var(--edge); }
tbody th { font-weight: 400; }
tbody tr:last-child > * { border-block-end: 0; }
.card > .table:last-child { margin-block-end: calc(var(--s3) * -1); }
.n { text-align: end; }
.tight { font-size: var(--small); }
.tight :is(th, td) { padding-block: .35rem; padding-inline-end: var(--s3); line-height: 1.35; }
.tight :is(th, td):last-child { padding-inline-end: 0; }
tr.sum > * { font-weight: 650; border-block-end: 0; border-block-start: 2px solid var(--ink); }
.table { container-type: inline-size; inline-size: 100%; }
@container (max-width: 18.5rem) { .tight, .tight thead th { font-size: .875rem; } .tight :is(th, td) { padding-inline-end: var(--s2); } }
@container (max-width: 17rem) { .tight th { overflow-wrap: anywhere; } }
@media screen { @container (max-width: 34rem) {
  .list thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .list, .list tbody, .list tr, .list :is(th, td) { display: block; inline-size: auto; }
  .list tr { padding-block: var(--s3); border-block-end: 1px solid var(--line); }
  .list caption { display: block; }
  .list :is(th, td) { border: 0; padding: .1rem 0; text-align: start; }
  .list tbody th { font-weight: 650; }
  .list td[data-label] { display: flex; justify-content: space-between; gap: var(--s4); }
  .list td[data-label]::before { content: attr(data-label); color: var(--muted); }
  .list tr:last-child { border-block-end: 0; }
  .list td:empty { display: none; }
  .list.tight tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: var(--s3); padding-block: var(--s2); }
  .list.tight td[data-label] { grid-area: 1 / 2 / 3; align-self: center; }
  .list.tight td[data-label]::before { content: none; }
  .list td > a { display: inline-flex; align-items: center; min-block-size: var(--tap); }
}}

/* ── Figures of a result: live + by letter = together ───────────────────────────────────────────────────────────── */
.figures { display: grid; gap: var(--s5); justify-items: center; }
.figures .ring { inline-size: 12.5rem; block-size: 12.5rem; margin: -.5rem; }
.sum-of { display: grid; gap: var(--s4); inline-size: 100%; }
.sum-of > div { position: relative; border-inline-start: 6px solid var(--line); padding-inline-start: var(--s4); display: grid; grid-template-columns: auto 1fr; align-items: center; column-gap: var(--s4); }
.sum-of .live { border-color: var(--accent); }
.sum-of .post { border-inline-start-style: double; border-color: var(--honey); }
.sum-of .all { border-color: var(--ink); }
.sum-of dt { grid-area: 1 / 2; font-weight: 650; line-height: 1.3; }
.sum-of dd { grid-column: 2; font-size: var(--small); color: var(--muted); line-height: 1.4; }
.sum-of dd.num { grid-area: 1 / 1 / 4; min-inline-size: 1.35em; font-size: 2.5rem; line-height: 1; font-weight: 650; color: var(--ink); letter-spacing: -.02em; text-align: end; }
@media (min-width: 40rem) { .figures { grid-template-columns: auto minmax(0, 1fr); align-items: center; gap: var(--s6); } }
.result { background: var(--tint); border: 1px solid transparent; border-radius: var(--radius); padding: var(--s4); }
.result > b { display: block; font-size: var(--large); line-height: 1.3; }
.key { display: inline-block; inline-size: .8em; block-size: .8em; margin-inline-end: .5em; border-radius: 2px; background: var(--line); }
.key.live { background: var(--accent); } .key.post { background: var(--honey); } .key.against { background: var(--plum); } .key.none { background: none; border: 2px solid var(--edge); }

/* ── Roster: who is here. A whole row is the button ─────────────────────────────────────────────────────────────── */
.quorum { position: sticky; inset-block-start: 0; z-index: 1; background: var(--card); border-block-end: 1px solid var(--line); }
.quorum .bar { flex-wrap: nowrap; gap: var(--s4); padding-block: var(--s2); }
.quorum .ring { inline-size: 4rem; block-size: 4rem; }
.quorum b { font-size: var(--large); }
@media (max-height: 27rem) { .quorum { position: static; } }
.roster { list-style: none; padding: 0; display: grid; gap: var(--s2); grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); }
.roster > li { display: flex; align-items: stretch; background: var(--card); border: 1px solid var(--edge); border-radius: var(--radius); min-block-size: 4rem; }
.roster > .here { background: var(--tint); border-color: var(--tint); }
.roster .who { padding-inline-end: 0; }
.press, .roster .who { flex: 1; min-inline-size: 0; display: grid; grid-template-columns: auto 1fr; align-items: center; gap: 0 var(--s3); padding: var(--s2) var(--s4); text-align: start; line-height: 1.3; }
.press { font: inherit; line-height: 1.3; color: inherit; background: none; border: 0; border-radius: var(--radius); cursor: pointer; }
.press:hover { background: var(--tint); }
.press::before, .who::before { content: ""; grid-row: span 2; inline-size: 1.75rem; block-size: 1.75rem; border: 2px solid var(--edge); border-radius: 50%; }
.here .who::before { border: .55rem solid var(--accent); background: var(--accent); }
.press b, .who b { align-self: end; } .press span, .who span { font-size: var(--small); color: var(--muted); align-self: start; grid-column: 2; }
.press b:last-child { align-self: center; grid-row: span 2; }

/* ── Plan: area → goal → task → activity, with comments ─────────────────────────────────────────────────────────── */
.node > .node { margin-block-start: var(--s5); padding-inline-start: var(--s4); border-inline-start: 2px solid var(--line); }
@media (max-width: 29.99rem) { .node > .node { padding-inline-start: .6rem; } .comment { padding-inline: var(--s3); } }
.node > * + * { margin-block-start: var(--s3); }
.node .facts { gap: var(--s1); font-size: var(--small); line-height: 1.45; margin-block-start: var(--s1); }
.node .facts > div { display: block; }
.node .facts :is(dt, dd) { display: inline; }
.node .facts dt::after { content: ": "; }
.activities { padding: 0; list-style: none; }
.activities > li { padding-block: var(--s3); border-block-start: 1px solid var(--line); }
.comment { border-radius: var(--radius); background: var(--paper); padding: var(--s3) var(--s4); }
.comment > * + * { margin-block-start: var(--s2); }
.comment .answer { border-inline-start: 3px solid var(--accent); padding-inline-start: var(--s3); }
.comment .by { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s1) var(--s3); font-size: var(--small); color: var(--muted); }

/* ── Start: what it is, in one look ─────────────────────────────────────────────────────────────────────────────── */
.hero { display: grid; gap: var(--s5); align-items: center; justify-items: start; padding-block: var(--s4) 0; }
.hero figure { justify-self: center; text-align: center; }
.hero .ring { inline-size: 13rem; block-size: 13rem; }
figcaption { color: var(--muted); font-size: var(--small); line-height: 1.5; margin-block-start: var(--s2); }
.steps { list-style: none; padding: 0; display: grid; gap: var(--s5); counter-reset: step; }
.steps h3 + p { margin-block-start: var(--s1); }
.steps > li { counter-increment: step; border-block-start: 4px solid var(--accent); padding-block-start: var(--s3); }
.steps > li:nth-child(2) { border-color: var(--honey); }
.steps > li:nth-child(3) { border-color: var(--ink); }
@media (min-width: 48rem) {
  .hero { grid-template-columns: minmax(0, 1fr) auto; gap: var(--s7); padding-block: var(--s6) var(--s4); }
  .hero .ring { inline-size: 19rem; block-size: 19rem; }
  .hero h1 { font-size: clamp(2.25rem, 4.2vw, 3.25rem); }
  .steps { grid-template-columns: repeat(3, minmax(0, 1fr)); }
}

/* ── Minutes: a document first, a page second ───────────────────────────────────────────────────────────────────── */
@media (min-width: 48rem) { .minutes.card { padding: var(--s7); } }
.minutes > header { border-block-end: 2px solid var(--ink); padding-block-end: var(--s4); }
.minutes h2 { font-size: var(--large); }
.minutes section { break-inside: auto; }
.minutes .vote { border-block-start: 1px solid var(--line); padding-block-start: var(--s5); }

/* ── Letter: how a sent letter is shown on our pages ────────────────────────────────────────────────────────────── */
.letter { border: 1px solid var(--line); border-radius: .75rem; overflow: hidden; background: var(--card); }
.letter > .facts { padding: var(--s4) var(--s5); background: var(--paper); border-block-end: 1px solid var(--line); font-size: var(--small); gap: var(--s1); }
.letter > div, .letter > iframe { padding: var(--s5); border: 0; inline-size: 100%; border-block-start: 4px solid var(--accent); }

/* ── Print ──────────────────────────────────────────────────────────────────────────────────────────────────────── */
@page { size: A4; margin: 20mm 20mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --muted: #333; --line: #999; --edge: #555; --accent: #004443; --honey: #9a5a14; --plum: #78335d; --tint: #fff; --body: 10.5pt; --small: 9pt; --large: 12pt; --title: 13pt; --head: 19pt; --leading: 1.4; font-size: 10.5pt; }
  .flow > .minutes { margin-block-start: 0; }
  .result { border-inline-start: 3pt solid var(--accent); padding-block: 0; border-radius: 0; }
  .figures .ring { inline-size: 34mm; block-size: 34mm; }
  .top, .foot, .nav, .button, .buttons, .you, .no-print { display: none; }
  main { max-inline-size: none; padding: 0; }
  .card, .minutes.card, .rows { border: 0; padding: 0; margin: 0; }
  h2, h3, caption, thead { break-after: avoid; }
  tr, .figures, .vote, .comment, .minutes > :last-child { break-inside: avoid; }
  th, td, .tight :is(th, td) { padding-block: 2pt; }
  .ring, .key, .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
`;

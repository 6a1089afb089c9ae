/** Rings, timelines, tables, figures and what single pages have of their own; how all of it prints. */
export const drawings = `/* ── Rings: how much of a circle is closed. Circles have pathLength = people asked, so a dash is a person ────────── */
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
@container (max-width: 18.5rem) { .tight, .tight thead th { font-size: .875rem; } .tight :is(th, td) { padding-inline-end: var(--s2); } .tight th { overflow-wrap: anywhere; } }
@media screen { @container (max-width: 34rem) {
  .list thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .list, .list tbody, .list tr, .list :is(th, td) { display: block; inline-size: auto; }
  .list tr { padding-block: var(--s3); border-block-end: 1px solid var(--line); }
  .list caption { display: block; }
  .list :is(th, td) { border: 0; padding: .1rem 0; text-align: start; }
  .list tbody th { font-weight: 650; }
  .list tbody th :is(.hint, code) { font-weight: 400; }
  .list td[data-label] { display: flex; justify-content: space-between; gap: var(--s4); }
  .list td[data-label]::before { content: attr(data-label); color: var(--muted); }
  .list tr:last-child { border-block-end: 0; }
  .list td:empty { display: none; }
  .list.tight tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: var(--s3); padding-block: var(--s2); }
  .list.tight td[data-label] { grid-area: 1 / 2 / 3; align-self: center; }
  .list.tight td[data-label]::before { content: none; }
  .list :is(td, tbody th) > a { display: inline-flex; align-items: center; min-block-size: var(--tap); }
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
/* What is read from three metres: the code, what to do with it, and the quorum. */
.wall { font-size: clamp(1.0625rem, 2.4vw, 2.25rem); line-height: 1.3; }
.wall :is(.lead, h2, .quorum b) { font-size: inherit; max-inline-size: none; }
.wall .quorum .ring { inline-size: clamp(4rem, 8vw, 8rem); block-size: auto; }
.roster { list-style: none; padding: 0; display: grid; gap: var(--s2); grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); }
.roster > li { display: flex; align-items: stretch; background: var(--card); border: 1px solid var(--edge); border-radius: var(--radius); min-block-size: 4rem; }
.roster.still > li { border-color: var(--line); }  /* nothing in it is pressed */
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
ins { background: var(--tint); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .18em; }
del { color: var(--muted); text-decoration: line-through; }
del + ins { margin-inline-start: .25em; }
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
.phones { display: grid; gap: var(--s6) var(--s5); grid-template-columns: repeat(auto-fill, 320px); justify-content: center; }
.phones .letter > iframe { padding: 0; border: 0; }  /* as wide as a telephone, whatever the size of our own words */
@media (max-width: 29.99rem) { .phones { margin-inline: calc(var(--gutter) * -1); } .phones > section > :not(.letter) { padding-inline: var(--gutter); } }

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

/** The components: frame, text, forms, buttons and states. */
export const components = `/* ── Frame: top, you answer as …, main, foot ────────────────────────────────────────────────────────────────────── */
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
.you a, dd > a, .list :is(th, td) > a, :is(main, section, .task > div) > p > a:only-child { padding-block: .65rem; }  /* 44 px to tap, without moving a line */
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
.foot .button.quiet { padding-inline: 0; border: 0; font-size: inherit; color: inherit; }
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
.check .button { padding-inline: 0; }
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
details > summary + :is(.flow, .card) { margin-block-start: var(--s3); }
summary code { white-space: nowrap; }
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
.day { display: flex; flex-wrap: wrap; gap: var(--s3); margin-block-start: var(--s2); }
.day > .field { inline-size: 4.25rem; }
.day > .year { inline-size: 6rem; }
.code { font: 600 clamp(3.25rem, 19vw, 11rem)/1.1 var(--mono); font-variant-numeric: tabular-nums; hyphens: none; }
.choices { display: grid; gap: var(--s2); margin-block-start: var(--s2); grid-template-columns: repeat(auto-fit, minmax(min(11.5rem, 100%), 1fr)); }
.choices.scale { gap: var(--s1); grid-template-columns: repeat(auto-fit, minmax(3.25rem, 1fr)); }  /* five points in a row on a telephone */
.choices.scale .choice { justify-content: center; gap: var(--s1); padding-inline: .25rem; }
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
`;

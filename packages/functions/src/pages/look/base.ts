/** The base: what elements look like without a class. */
export const base = `/* ── Base ───────────────────────────────────────────────────────────────────────────────────────────────────────── */
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
code, pre, .hash { font: 500 .92em/1.4 var(--mono); hyphens: none; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; }
time, .num { font-variant-numeric: lining-nums tabular-nums; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
::selection { background: var(--accent); color: var(--on-accent); }
[hidden] { display: none !important; }  /* what is not asked, whatever it looks like when it is */
.hidden:not(:focus) { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

/** The tokens of the look that letters need. Mail programs read inline styles; dark mode is a style sheet over classes. */
const font = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";

export const colour = {
  paper: "#f6f7f4",
  sheet: "#ffffff",
  ink: "#152222",
  muted: "#505e5d",
  line: "#d9dedb",
  accent: "#005c5a",
  onAccent: "#ffffff",
  honey: "#ad6418",
  honeyTint: "#fcf1dc",
};

export const width = "580px";

/** A type size with its line height, in pixels. */
function type(size: number, line: number) {
  return { fontFamily: font, fontSize: `${size}px`, lineHeight: `${line}px` };
}

export const style = {
  network: { ...type(16, 22), margin: "0", fontWeight: "bold", color: colour.ink },
  process: { ...type(15, 22), margin: "2px 0 0", color: colour.muted },
  heading: { ...type(25, 31), margin: "0 0 16px", fontWeight: "bold", color: colour.ink },
  paragraph: { ...type(17, 26), margin: "0 0 16px", color: colour.ink },
  due: {
    ...type(17, 25),
    padding: "12px 16px",
    background: colour.honeyTint,
    borderLeft: `4px solid ${colour.honey}`,
    color: colour.ink,
  },
  code: { ...type(17, 25), padding: "12px 16px", background: colour.paper, color: colour.ink },
  digits: { ...type(30, 38), fontFamily: "ui-monospace,Menlo,Consolas,monospace", letterSpacing: "4px" },
  button: {
    ...type(17, 24),
    padding: "15px 26px",
    borderRadius: "8px",
    background: colour.accent,
    color: colour.onAccent,
    fontWeight: "bold",
  },
  rowsHeading: { ...type(17, 24), margin: "0 0 10px", fontWeight: "bold", color: colour.ink },
  row: { ...type(16, 23), padding: "10px 0", borderTop: `1px solid ${colour.line}`, color: colour.ink },
  note: { ...type(15, 22), margin: "0 0 10px", color: colour.muted },
  foot: { ...type(14, 21), padding: "18px 36px", color: colour.muted },
  muted: { color: colour.muted },
  link: { color: colour.accent, textDecoration: "underline" },
  address: { color: colour.accent, textDecoration: "underline", wordBreak: "break-all" },
  bar: { height: "4px", lineHeight: "4px", fontSize: "0", background: colour.accent },
} as const;

/** Dark mode, narrow screens and the focus ring: what inline styles cannot say. */
export const styleSheet = `
body { margin: 0; padding: 0; background: #f6f7f4; -webkit-text-size-adjust: 100%; }
a:focus-visible { outline: 3px solid #b3500a; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  body, .paper { background: #0f1515 !important; }
  .sheet { background: #172020 !important; }
  .ink { color: #e6edea !important; }
  .muted { color: #a6b3b0 !important; }
  .line { border-color: #2d3938 !important; }
  .rule { background: #7ad0c7 !important; }
  .press { background: #7ad0c7 !important; color: #06201e !important; }
  .link { color: #7ad0c7 !important; }
  .due { background: #33270f !important; border-color: #e3a64f !important; }
  a:focus-visible { outline-color: #ffc06a; }
}
@media (max-width: 480px) {
  .pad { padding-left: 18px !important; padding-right: 18px !important; }
  .press { display: block !important; text-align: center !important; }
}
`;

/** The look of the page: one column of text, tables that fit a phone, light and dark by the reader's choice. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1c2126, #e6e8ea); --soft: light-dark(#59626b, #a3abb3); --line: light-dark(#dfe3e6, #333a40);
  --ground: light-dark(#ffffff, #15191c); --panel: light-dark(#f6f7f8, #1d2226);
  --pass: light-dark(#1a6b3c, #6fd39a); --fail: light-dark(#a81e16, #ff9d94); --warn: light-dark(#7a5300, #eec067);
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2.5rem 1.25rem 5rem; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, "Noto Sans SC", sans-serif; overflow-wrap: anywhere; }
h1 { margin: .25rem 0; font-size: clamp(1.5rem, 5vw, 2rem); line-height: 1.25; text-wrap: balance; }
h2 { margin: 3rem 0 1rem; font-size: 1.25rem; line-height: 1.3; }
h3 { margin: 0; font-size: 1rem; }
p { margin: 0 0 .75rem; }
ul { padding-inline-start: 1.25rem; }
.soft, dt, th { color: var(--soft); font-size: .875rem; font-weight: 400; }
.pass { color: var(--pass); } .fail, .error { color: var(--fail); } .warn { color: var(--warn); } .not-supported, .not-testable { color: var(--soft); }
.bar { display: flex; gap: 2px; height: .5rem; margin: 1.5rem 0 .5rem; border-radius: .25rem; overflow: hidden; }
.bar > span { min-width: .5rem; background: currentColor; }
.counts { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0 0 1.5rem; padding: 0; list-style: none; }
.counts strong { font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 45%), 1fr)); gap: .75rem 1.5rem; margin: 0; padding: 1rem; background: var(--panel); border-radius: .5rem; }
dd { margin: 0; }
article { margin: 0 0 1rem; padding: 1rem 1.25rem .25rem; border: 1px solid var(--line); border-inline-start: .25rem solid currentColor; border-radius: .5rem; }
article > * { color: var(--ink); } article > .soft { color: var(--soft); }
article div + div { border-top: 1px solid var(--line); padding-top: .75rem; }
.mark { font-weight: 600; white-space: nowrap; }
pre { margin: .5rem 0 .75rem; padding: .625rem .75rem; background: var(--panel); border-radius: .375rem; font: .8125rem/1.5 ui-monospace, monospace; white-space: pre-wrap; }
code { font: .875em ui-monospace, monospace; }
summary { cursor: pointer; border-radius: .25rem; }
summary:focus-visible { outline: 2px solid; outline-offset: 2px; }
.group { border-top: 1px solid var(--line); padding: .75rem 0; }
.group > summary span { margin-inline-start: .75rem; font-size: .875rem; white-space: nowrap; }
table { width: 100%; margin-top: .5rem; border-collapse: collapse; }
th { text-align: start; }
th, td { padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
td > .soft { display: block; }
td.soft, td:last-child { min-width: 8rem; }
td:last-child { width: 14rem; }
.short td:first-child { font-variant-numeric: tabular-nums; }
@media (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); }
  tr { display: block; padding: .625rem 0; border-bottom: 1px solid var(--line); }
  td, td:last-child { display: block; width: auto; padding: 0; border: 0; }
  td.soft br { display: none; }
  td.soft { word-spacing: .5rem; }
}
@media print { body { max-width: none; padding: 0; } }
`;

/** The look of the page: one column of text, tables that fit a phone, light and dark by the reader's choice. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1c2126, #e6e8ea); --soft: light-dark(#59626b, #a3abb3); --line: light-dark(#d9dde1, #3a4147); --ground: light-dark(#ffffff, #15191c); --panel: light-dark(#f5f6f7, #1f2428);
  --pass: light-dark(#1a6b3c, #6fd39a); --fail: light-dark(#a81e16, #ff9d94); --warn: light-dark(#7a5300, #eec067); --mute: light-dark(#59626b, #a3abb3); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 2rem 1rem 4rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, "Noto Sans SC", sans-serif; overflow-wrap: anywhere; }
h1 { margin: .25rem 0 1rem; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.25rem; }
h3 { margin: 0; font-size: 1rem; }
.kit, .id, .why, dt { color: var(--soft); font-size: .875rem; }
.kit { margin: 0; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: .75rem 1.5rem; margin: 0 0 1.5rem; }
dd { margin: 0; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin: 0; padding: 0; list-style: none; }
.counts strong { font-size: 1.25rem; font-variant-numeric: tabular-nums; }
.pass { color: var(--pass); } .fail, .error { color: var(--fail); } .warn { color: var(--warn); } .not-supported, .not-testable { color: var(--mute); }
table { width: 100%; border-collapse: collapse; }
th { text-align: start; font-size: .875rem; font-weight: 600; color: var(--soft); }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td .id, td .why { display: block; }
.ids { font-size: .875rem; color: var(--soft); min-width: 8rem; }
.mark { font-weight: 600; white-space: nowrap; }
article { margin: 0 0 1rem; padding: 1rem; background: var(--panel); border-radius: .5rem; }
article p { margin: .25rem 0 .5rem; }
pre { margin: .5rem 0; padding: .75rem; background: var(--ground); border: 1px solid var(--line); border-radius: .375rem; font: .8125rem/1.5 ui-monospace, monospace; white-space: pre-wrap; }
code { font: .875em ui-monospace, monospace; }
summary { cursor: pointer; }
summary:focus-visible { outline: 2px solid; outline-offset: 2px; }
@media (max-width: 40rem) { thead { position: absolute; clip-path: inset(50%); } tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line); } td { display: block; padding: 0; border: 0; } }
`;

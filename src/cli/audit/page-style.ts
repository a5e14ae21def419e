/** The style of report pages: quiet on the screen, in the dark, and on paper. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1d2129; --soft: #5b6472; --paper: #fff; --ground: #f4f5f7; --line: #d9dde3;
  --block: #b3261e; --review: #7b3fa0; --warn: #8a5a00; --note: #1f6f8b; --good: #1c7c43; --gap: #5b6472; --mark: #ffe7a3; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaee; --soft: #a2abb8; --paper: #1b1e24; --ground: #13151a;
  --line: #353b46; --block: #ff8a80; --review: #d7a6f5; --warn: #f0bf5f; --note: #7fcbe4; --good: #7ad39b; --gap: #a2abb8;
  --mark: #6b5200; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); text-wrap: pretty;
  font: 16px/1.75 "Hiragino Sans", "Yu Gothic", "Noto Sans JP", "Noto Sans CJK JP", Meiryo, system-ui, sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { margin: 0 0 1rem; font-size: 1.15rem; color: var(--soft); font-weight: 600; }
h2 { margin: 0; font-size: 1.75rem; line-height: 1.35; overflow-wrap: anywhere; }
h3 { margin: 2.25rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); font-size: 1.15rem; }
h4 { margin: 0; font-size: 1rem; line-height: 1.5; overflow-wrap: anywhere; }
code { font-size: .85em; overflow-wrap: anywhere; color: var(--soft); }
a { color: inherit; }
.file, .packs, .rule, .place, .source, footer { margin: .25rem 0 0; color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
.verdict { margin: 1rem 0; padding: .75rem 1rem; border-left: 6px solid var(--good); background: var(--paper); font-weight: 700; }
.verdict.block { border-color: var(--block); } .verdict.review { border-color: var(--review); } .verdict.warn { border-color: var(--warn); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr)); gap: .5rem; margin: 0; padding: 0; list-style: none; }
.tiles li { padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--paper); font-size: .85rem; }
.tiles b { display: block; font-size: 1.6rem; line-height: 1.2; }
.tiles .block b { color: var(--block); } .tiles .review b { color: var(--review); } .tiles .warn b { color: var(--warn); } .tiles .note b { color: var(--note); }
.tiles .zero b { color: var(--soft); font-weight: 400; }
.todos { margin: 0; padding: 0; list-style: none; }
.todos label { display: flex; gap: .625rem; padding: .375rem 0; overflow-wrap: anywhere; }
.todos span { min-width: 0; } .todos input { flex: none; width: 1.1rem; height: 1.1rem; margin: .35rem 0 0; }
.todos li > a { display: inline-block; margin: 0 0 .375rem 1.725rem; }
.todos input:checked + span { color: var(--soft); text-decoration: line-through; }
.card { margin: 0 0 1rem; padding: 1rem 1.125rem; border: 1px solid var(--line); border-left: 6px solid var(--note); border-radius: .5rem; background: var(--paper); }
.card.block { border-left-color: var(--block); } .card.review { border-left-color: var(--review); } .card.warn { border-left-color: var(--warn); }
.badge { display: inline-block; padding: 0 .5rem; border: 1px solid currentcolor; border-radius: .375rem; font-size: .8rem; font-weight: 700; }
.badge.block { color: var(--block); } .badge.review { color: var(--review); } .badge.warn { color: var(--warn); } .badge.note { color: var(--note); }
summary { cursor: pointer; font-weight: 700; }
blockquote { margin: .625rem 0; padding: .5rem .75rem; background: var(--ground); border-radius: .375rem; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { padding: .1em .05em; background: var(--mark); color: inherit; font-weight: 700; text-decoration: underline; text-underline-offset: .2em; }
.says { margin: .5rem 0 0; font-weight: 700; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem .875rem; margin: .5rem 0 0; }
dt { color: var(--soft); white-space: nowrap; } dd { margin: 0; min-width: 0; overflow-wrap: anywhere; } .instead { font-weight: 600; }
@media (max-width: 30rem) { dl { display: block; } dd + dt { margin-top: .375rem; } }
.files { margin: 0 0 2rem; padding-left: 1.25rem; } .files li { margin-bottom: .5rem; overflow-wrap: anywhere; }
.gaps { padding-left: 1.25rem; } .gaps li { margin-bottom: .5rem; } .url { overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; background: var(--paper); font-size: .925rem; }
th, td { padding: .5rem .625rem; border: 1px solid var(--line); text-align: left; }
tr.met td:last-child { color: var(--good); font-weight: 700; } tr.unmet td:last-child { color: var(--block); font-weight: 700; }
.account + .account { margin-top: 4rem; padding-top: 2rem; border-top: 4px double var(--line); }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .75rem; }
@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --paper: #fff; --ground: #fff; --line: #999;
    --block: #8c1d18; --review: #5e2a80; --warn: #6b4500; --note: #14566d; --good: #12602f; --mark: #fff3c4; }
  body { font-size: 10.5pt; line-height: 1.6; } main { max-width: none; padding: 0; }
  .card, tr, .todos li, .gaps li { break-inside: avoid; } h3 { break-after: avoid; } .account + .account { break-before: page; border: 0; }
  blockquote { border: 1px solid var(--line); } mark, .badge, .verdict { print-color-adjust: exact; } nav { display: none; } }
@page { margin: 16mm; }
`

/** The field's own look: plain, by colours that a page can set, and every part can be styled from outside. */
export const FIELD_STYLE = `
:host {
  display: block;
  --sekisho-block: #b3261e;
  --sekisho-review: #6a3d9e;
  --sekisho-warn: #855500;
  --sekisho-note: #33608a;
  --sekisho-allow: #196b3a;
}
.box { position: relative; display: block; }
.frame { position: absolute; overflow: hidden; pointer-events: none; z-index: 1; }
.mirror {
  box-sizing: border-box;
  border-style: solid;
  border-color: transparent;
  color: transparent;
  user-select: none;
}
.mirror div { min-height: 1lh; }
[data-action='block'], [data-verdict='block'] { --tone: var(--sekisho-block); }
[data-action='review'], [data-verdict='review'], [data-verdict='unavailable'] { --tone: var(--sekisho-review); }
[data-action='warn'], [data-verdict='warn'] { --tone: var(--sekisho-warn); }
[data-action='note'] { --tone: var(--sekisho-note); }
[data-verdict='allow'] { --tone: var(--sekisho-allow); }
.line {
  text-decoration: underline 2px var(--tone);
  text-decoration-skip-ink: none;
  text-underline-offset: 0.2em;
}
.line[data-action='block'] { text-decoration-thickness: 3px; }
.line[data-action='review'] { text-decoration-style: double; }
.line[data-action='warn'] { text-decoration-style: wavy; text-decoration-thickness: 1.5px; }
.line[data-action='note'] { text-decoration-style: dotted; }
.line.current { box-shadow: 0 0 0 2px var(--tone); border-radius: 3px; }
.verdict { margin: 0.375em 0 0; color: var(--tone, inherit); font-size: 0.875em; }
.cards { display: grid; gap: 0.5em; margin: 0.5em 0 0; padding: 0; list-style: none; font-size: 0.875em; }
.cards:empty { display: none; }
.card { padding: 0.5em 0.75em; border: 1px solid; border-inline-start: 4px solid var(--tone); border-radius: 6px; }
.card p { margin: 0.25em 0 0; }
.badge { color: var(--tone); font-weight: 700; }
.doing { display: flex; flex-wrap: wrap; gap: 0.5em; margin-top: 0.375em; }
.doing:empty { display: none; }
button { min-height: 2rem; padding: 0 0.75em; font: inherit; cursor: pointer; }
`

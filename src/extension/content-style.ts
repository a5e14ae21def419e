/** The look of what the extension puts onto a page, in a shadow root of its own. */
import { highlightName } from './words.ts'

const COLOURS = { block: '#b3261e', review: '#6a3d9e', warn: '#855500', note: '#33608a' } as const
const LINES = { block: 'solid 3px', review: 'double 2px', warn: 'wavy 1.5px', note: 'dotted 2px' } as const

export const CONTENT_STYLE = `
:host { all: initial; position: absolute; left: 0; top: 0; z-index: 2147483000; }
.box { font: 13px / 1.6 system-ui, sans-serif; color: #1a2230; }
.frame { position: absolute; overflow: hidden; pointer-events: none; }
.mirror { box-sizing: border-box; border-style: solid; border-color: transparent; color: transparent; }
.mirror div { min-height: 1lh; }
${Object.entries(COLOURS)
  .map(([action, colour]) => `[data-action='${action}'], [data-verdict='${action}'] { --tone: ${colour}; }`)
  .join('\n')}
[data-verdict='allow'] { --tone: #196b3a; }
[data-verdict='empty'], [data-verdict='checking'] { --tone: #525d6c; }
[data-verdict='unavailable'] { --tone: #6a3d9e; }
.line { text-decoration: underline 2px var(--tone); text-decoration-skip-ink: none; text-underline-offset: 0.2em; }
.line[data-action='block'] { text-decoration-thickness: 3px; }
.line[data-action='review'] { text-decoration-style: double; }
.line[data-action='warn'] { text-decoration-style: wavy; text-decoration-thickness: 1.5px; }
.line[data-action='note'] { text-decoration-style: dotted; }
.badge {
  position: absolute; transform: translate(-100%, -100%); margin: -4px 0 0 -4px; min-height: 24px; padding: 0 8px;
  border: 1px solid var(--tone); border-radius: 12px; background: #fff; color: var(--tone); font: inherit; cursor: pointer;
  width: max-content; white-space: nowrap;
}
.cards {
  position: absolute; box-sizing: border-box; min-width: 280px; display: grid; gap: 8px; max-height: 60vh; margin: 0; padding: 8px;
  overflow: auto; border: 1px solid #d5dae1; border-radius: 8px; background: #fff; box-shadow: 0 4px 16px #0003; list-style: none;
}
[hidden] { display: none !important; }
.cards:empty { display: none; }
.card { padding-inline-start: 8px; border-inline-start: 4px solid var(--tone); }
.card p { margin: 2px 0 0; }
.action { color: var(--tone); }
.why { color: #525d6c; }
.doing { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 4px; }
.doing button { min-height: 28px; padding: 0 10px; font: inherit; cursor: pointer; }
`

/** For the page itself: words in editable elements are painted by the browser, in the page's own tree. */
export const PAGE_STYLE = (Object.keys(COLOURS) as (keyof typeof COLOURS)[])
  .map(
    (action) =>
      `::highlight(${highlightName(action)}) { text-decoration: underline ${LINES[action]} ${COLOURS[action]}; }`,
  )
  .join('\n')

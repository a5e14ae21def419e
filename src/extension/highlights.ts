/**
 * Marks words in an editable element without touching it: the browser paints ranges by their names. Offsets are those of
 * the text as it is read here, a line for each block.
 */
import type { Action, Finding } from '../core/contract/report.ts'
import { highlightName } from './words.ts'

interface Piece {
  readonly node: Text
  readonly start: number
}

const BLOCK = /^(?:DIV|P|LI|UL|OL|BLOCKQUOTE|PRE|H[1-6])$/

/** The element's text, and where its pieces stand. */
export function readEditable(root: HTMLElement): {
  readonly text: string
  readonly pieces: readonly Piece[]
} {
  const pieces: Piece[] = []
  let text = ''
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      pieces.push({ node, start: text.length })
      text += node.data
      return
    }
    const isBlock = node instanceof HTMLElement && node !== root && BLOCK.test(node.tagName)
    if ((isBlock && text !== '' && !text.endsWith('\n')) || node.nodeName === 'BR') text += '\n'
    for (const child of node.childNodes) walk(child)
  }
  walk(root)
  return { text, pieces }
}

const ACTIONS: readonly Action[] = ['note', 'warn', 'review', 'block']

/** Paints the findings of one element in place of what was painted before. */
export function paint(root: HTMLElement, findings: readonly Finding[]): void {
  if (CSS.highlights === undefined) return
  const { pieces } = readEditable(root)
  for (const action of ACTIONS) {
    const ranges = findings
      .filter((finding) => finding.action === action)
      .flatMap(({ span }) => rangeOf(pieces, span.start, span.end) ?? [])
    if (ranges.length === 0) CSS.highlights.delete(highlightName(action))
    else CSS.highlights.set(highlightName(action), new Highlight(...ranges))
  }
}

export function rangeOf(pieces: readonly Piece[], start: number, end: number): Range | undefined {
  const from = pieces.findLast((piece) => piece.start <= start)
  const to = pieces.findLast((piece) => piece.start < end)
  if (from === undefined || to === undefined) return undefined
  const range = document.createRange()
  range.setStart(from.node, Math.min(from.node.data.length, start - from.start))
  range.setEnd(to.node, Math.min(to.node.data.length, end - to.start))
  return range
}

/**
 * Sentences: they end at 。！？!? or at a line end. Closing brackets, faces and laughs belong to the sentence before
 * them; nothing is cut inside brackets and quotations, numbers, addresses and names (Yahoo!メール).
 */
import type { Line, LineKind } from './lines.ts'
import type { Quotation } from './quotations.ts'
import type { Span } from './span.ts'

export interface Sentence {
  /** Without the line's marker and surrounding white space, with its closing punctuation. */
  readonly span: Span
  /** What the line is for that it stands in. */
  readonly kind: LineKind
  /** The line's place in the list of lines. */
  readonly line: number
}

/** A whole end: 。, !?, 。」, ！(笑), … `.` ends only what is Japanese before it and is not glued to more. */
const END =
  /(?:[。!?！？]|(?<=[ぁ-んァ-ヶ一-龠])\.(?=\s|$|[ぁ-んァ-ヶ一-龠])|(?<=[a-z)])\.(?=\s+[A-Zぁ-んァ-ヶ一-龠]))[。!?！？…‥]*(?:[」』”’)\]】〕》〉]|\((?:笑|泣|汗|苦笑|爆)\))*/gu
/** Brackets within which a line is not cut. */
const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '【': '】', '〔': '〕' }
const CLOSED_BY = new Map(Object.entries(BRACKETS).map(([open, close]) => [close, open]))
const BRACKET = /[()[\]【】〔〕]/g

export function findSentences(
  text: string,
  lines: readonly Line[],
  quotations: readonly Quotation[],
): readonly Sentence[] {
  const sentences: Sentence[] = []
  const quoted = quotations.filter((one) => one.depth === 0)
  let nextQuote = 0
  lines.forEach((line, number) => {
    if (line.kind === 'blank' || line.kind === 'rule') return
    while (nextQuote < quoted.length && (quoted[nextQuote] as Quotation).span.end <= line.content.start)
      nextQuote++
    const closed: Span[] = bracketed(text, line.content)
    for (
      let at = nextQuote;
      at < quoted.length && (quoted[at] as Quotation).span.start < line.content.end;
      at++
    ) {
      const { start, end } = (quoted[at] as Quotation).span
      // A quotation of several lines is cut at its sentences like any text.
      if (start >= line.content.start && end <= line.content.end) closed.push({ start, end })
    }
    for (const span of cut(text, line.content, closed))
      sentences.push({ span, kind: line.kind, line: number })
  })
  return sentences
}

function cut(text: string, content: Span, closed: Span[]): readonly Span[] {
  closed.sort((a, b) => a.start - b.start)
  const spans: Span[] = []
  const words = text.slice(content.start, content.end)
  let from = content.start
  let block = 0
  let reached = content.start
  for (const found of words.matchAll(END)) {
    const start = content.start + found.index
    const end = start + found[0].length
    while (block < closed.length && (closed[block] as Span).start <= start) {
      reached = Math.max(reached, (closed[block] as Span).end)
      block++
    }
    // Closing brackets at the end of this sentence were opened in it.
    if (start < reached && end < content.end) continue
    if (start < reached || isGlued(text, start, end)) continue
    push(spans, text, from, end)
    from = end
  }
  push(spans, text, from, content.end)
  return spans
}

function push(spans: Span[], text: string, start: number, end: number): void {
  const words = text.slice(start, end)
  const trimmed = words.trim()
  if (trimmed === '') return
  const first = start + (words.length - words.trimStart().length)
  spans.push({ start: first, end: first + trimmed.length })
}

/** Whether ! or ? stands inside an address (?q=1) or a name (Yahoo!知恵袋), so that no sentence ends there. */
function isGlued(text: string, start: number, end: number): boolean {
  const mark = text[start]
  if (mark !== '!' && mark !== '?') return false
  if (!/[!-~]/.test(text[start - 1] ?? ' ')) return false
  return /[A-Za-z0-9_&=%/#]/.test(text[end] ?? ' ') || (mark === '!' && /[ァ-ヶ一-龠]/.test(text[end] ?? ' '))
}

function bracketed(text: string, content: Span): Span[] {
  const spans: Span[] = []
  const open: { mark: string; at: number }[] = []
  for (const { 0: mark, index } of text.slice(content.start, content.end).matchAll(BRACKET)) {
    const opening = CLOSED_BY.get(mark)
    if (opening === undefined) open.push({ mark, at: index })
    else if (open.at(-1)?.mark === opening) {
      const { at } = open.pop() as { at: number }
      if (open.length === 0) spans.push({ start: content.start + at, end: content.start + index + 1 })
    }
  }
  return spans
}

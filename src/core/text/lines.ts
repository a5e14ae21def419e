/** What each line of a text is for: running text, a heading, an item of a list, another's words, code, … */
import type { Span } from './span.ts'

export type LineKind =
  | 'text'
  | 'blank'
  | 'rule' // a line of dashes or dots
  | 'heading' // 【納期】, ■ 流れ, 準備するもの：
  | 'item' // ・…, - …, 1. …, ① …
  | 'reply' // > the words of another message
  | 'code'
  | 'question' // Q. …
  | 'answer' // A. …

export interface Line {
  readonly kind: LineKind
  /** Without the line end. */
  readonly span: Span
  /** Without indentation, marker and trailing white space; empty for a blank line. */
  readonly content: Span
}

/** Longer lines are sentences, however they begin or end. */
const LONGEST_HEADING = 40

const FENCE = /^\s*(?:```|~~~)/
const RULE = /^\s*(?:[-‐-―─━═＝=_*~〜～・.…+☆★◆◇■□●○♪♡♥]\s?){3,}$/u
const REPLY = /^\s*(?:[>|]\s?)+/
const QUESTION =
  /^\s*(?:[【「[(<]?Q(?:\d{1,2})?(?:[】」\])>.:．、,]|\s)|(?:ご?質問|問い?)(?:\d{1,2})?[.:])\s*/i
const ANSWER = /^\s*(?:[【「[(<]?A(?:\d{1,2})?(?:[】」\])>.:．、,]|\s)|(?:ご?回答|答え?)(?:\d{1,2})?[.:])\s*/i
const ITEM =
  /^\s*(?:[・･•‣◦●○◎◆◇■□▪▫◾▶►▷⇒→➡✓✔☑✅☆★※✦✧*+–—-]\s?|[①-⑳❶-❿㉑-㉟]\s*|[([]?\d{1,2}(?:[.)\]、]|\s)\s*|[([]?[a-zア-ンイロハ](?:[.)\]、])\s*)/u
const BRACKETED = /^\s*(?:【[^【】]*】|〈[^〈〉]*〉|《[^《》]*》|≪[^≪≫]*≫|<[^<>]*>|\[[^[\]]*\])[::]?\s*$/
const MARKED_HEADING = /^\s*(?:#{1,6}\s|[■□◆◇▼▽●◎★☆▶]\s?)/u
const ENDS_LIKE_SENTENCE = /[。!?！？、,]\s*$/
const ENDS_LIKE_LABEL = /[:：]\s*$/
const CODE =
  /^(?:<\/?[a-z][^<>]*>.*|(?:const|let|var|import|export|function|return|class|def|public|private)\s[^ぁ-んァ-ン一-龠]*|[.#@]?[\w-]+(?:[ ,>][\w.#:-]+)*\s*\{.*|[^ぁ-んァ-ン一-龠。、]*[;{}]|\/\/.*|\$\s[a-z].*)$/

export function classifyLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let isFenced = false
  let isAfterQuestion = false
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const words = text.slice(start, end)
    const isFence = FENCE.test(words)
    const { kind, marker } =
      isFenced || isFence ? { kind: 'code' as const, marker: 0 } : classify(words, isAfterQuestion)
    if (isFence) isFenced = !isFenced
    if (kind === 'question') isAfterQuestion = true
    else if (kind === 'heading') isAfterQuestion = false
    lines.push({ kind, span: { start, end }, content: contentOf(words, start, marker) })
    start = end + 1
  }
  return lines
}

function classify(words: string, isAfterQuestion: boolean): { kind: LineKind; marker: number } {
  const marked = (pattern: RegExp) => pattern.exec(words)?.[0].length
  if (words.trim() === '') return { kind: 'blank', marker: 0 }
  if (RULE.test(words)) return { kind: 'rule', marker: 0 }
  const reply = marked(REPLY)
  if (reply !== undefined) return { kind: 'reply', marker: reply }
  const question = marked(QUESTION)
  if (question !== undefined) return { kind: 'question', marker: question }
  const answer = isAfterQuestion ? marked(ANSWER) : undefined
  if (answer !== undefined) return { kind: 'answer', marker: answer }
  const isShort = words.trim().length <= LONGEST_HEADING
  if (CODE.test(words.trim())) return { kind: 'code', marker: 0 }
  if (BRACKETED.test(words)) return { kind: 'heading', marker: 0 }
  const heading = marked(MARKED_HEADING)
  if (heading !== undefined && isShort && !ENDS_LIKE_SENTENCE.test(words)) {
    return { kind: 'heading', marker: heading }
  }
  const item = marked(ITEM)
  if (item !== undefined) return { kind: 'item', marker: item }
  if (isShort && ENDS_LIKE_LABEL.test(words)) return { kind: 'heading', marker: 0 }
  return { kind: 'text', marker: 0 }
}

function contentOf(words: string, start: number, marker: number): Span {
  const rest = words.slice(marker)
  const trimmed = rest.trim()
  const indent = trimmed === '' ? 0 : rest.length - rest.trimStart().length
  return { start: start + marker + indent, end: start + marker + indent + trimmed.length }
}

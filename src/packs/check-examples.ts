/** Runs the examples that every rule carries. A pack whose examples fail is not used. */
import { type Submission, submissionSchema } from '../core/contract/submission.ts'
import type { RuleLinter } from '../core/lint/create-linter.ts'
import type { Example, RuleSpec } from '../core/rules/rule-spec.ts'
import { type Span, shareOf } from '../core/text/span.ts'

/** An example of a rule, in the submission that it stands for. */
export interface ExampleCase {
  readonly pack: string
  /** `rules[2].examples.flags[0]` */
  readonly at: string
  readonly rule: RuleSpec
  readonly kind: 'flags' | 'allows' | 'misses'
  readonly submission: Submission
  /** What is marked in its text. */
  readonly spans: readonly Span[]
  /** The row of the table that all that is marked takes, where the example says. */
  readonly row: string | undefined
}

export interface ExampleFault {
  readonly pack: string
  /** `rules[2].examples.flags[0]` */
  readonly at: string
  readonly rule: string
  readonly message: string
}

/** `詳しくは[[LINEで話しませんか]]。` → the text and its marked spans (UTF-16 code units). */
export function parseMarked(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = []
  let text = ''
  let rest = marked
  for (;;) {
    const open = rest.indexOf('[[')
    const close = rest.indexOf(']]', open)
    if (open < 0 || close < 0) return { text: text + rest, spans }
    text += rest.slice(0, open)
    const start = text.length
    text += rest.slice(open + 2, close)
    spans.push({ start, end: text.length })
    rest = rest.slice(close + 2)
  }
}

/** What a rule underlines. */
interface Found extends Span {
  readonly isWeighed: boolean
  readonly row: string
}

/** Exactly; where the words are weighed, their underline is learnt as well, and half of both together is enough. */
const isMet = (marked: Span, found: Found): boolean =>
  (found.start === marked.start && found.end === marked.end) ||
  (found.isWeighed && shareOf(marked, found) >= 0.5)

const show = (text: string, spans: readonly Span[]): string =>
  spans.length === 0 ? 'nothing' : spans.map(({ start, end }) => `「${text.slice(start, end)}」`).join(' ')

/** Whether an example of a pack is to be run. */
export type ExampleFilter = (pack: string, example: Example) => boolean

/**
 * The examples of the packs (or those that are wanted).
 *
 * An example runs against its own rule alone, in the context it gives (by default a seller's message before contract).
 */
export function* examplesOf(linter: RuleLinter, isWanted: ExampleFilter = () => true): Iterable<ExampleCase> {
  for (const { spec: pack } of linter.packs) {
    const marketplace = pack.kind === 'marketplace' ? pack.id : (linter.marketplaces[0] ?? pack.id)
    for (const [ruleIndex, rule] of pack.rules.entries()) {
      if (rule.stage === 'retired') continue
      for (const kind of ['flags', 'allows', 'misses'] as const) {
        for (const [index, example] of (rule.examples[kind] ?? []).entries()) {
          if (!isWanted(pack.id, example)) continue
          const { text, spans } = kind === 'flags' ? parseMarked(example.text) : { ...example, spans: [] }
          const submission = submissionSchema.parse({ ...example.context, marketplace, text })
          yield {
            pack: pack.id,
            at: `rules[${ruleIndex}].examples.${kind}[${index}]`,
            rule,
            kind,
            submission,
            spans,
            row: example.row,
          }
        }
      }
    }
  }
}

/** What is wrong with how the example comes out. */
export function faultOf(linter: RuleLinter, example: ExampleCase): ExampleFault | undefined {
  const { pack, at, rule, kind, submission, spans, row } = example
  const { text } = submission
  const fault = (message: string): ExampleFault => ({ pack, at, rule: rule.id, message })
  if (kind === 'flags' && spans.length === 0) return fault('marks no words: put [[ ]] around them')
  const document = linter.document(text)
  const bySpan = new Map<string, Found>()
  for (const { detection, row: taken } of linter.run(`${pack}/${rule.id}`, submission)) {
    const span = document.plain.toOriginal(detection.underlined)
    bySpan.set(`${span.start}-${span.end}`, { ...span, isWeighed: detection.score !== undefined, row: taken })
  }
  const found = [...bySpan.values()]
  if (kind !== 'flags') {
    if (found.length === 0) return undefined
    const what =
      kind === 'allows' ? 'should flag nothing' : 'a known gap that is closed now: move it to flags'
    return fault(`${what}, but flags ${show(text, found)}`)
  }
  const missing = spans.filter((span) => !found.some((one) => isMet(span, one)))
  if (missing.length > 0) return fault(`should flag ${show(text, missing)} but flags ${show(text, found)}`)
  const other = found.find((one) => row !== undefined && one.row !== row)
  return other === undefined ? undefined : fault(`should take the row '${row}' but takes '${other.row}'`)
}

/** All examples of the packs (or those that are wanted) that do not come out as they say. */
export const checkExamples = (linter: RuleLinter, isWanted: ExampleFilter = () => true): ExampleFault[] =>
  [...examplesOf(linter, isWanted)].flatMap((example) => faultOf(linter, example) ?? [])

/** Runs the examples that every rule carries. A pack whose examples fail is not used. */
import { submissionSchema } from '../core/contract/submission.ts'
import type { RuleLinter } from '../core/lint/create-linter.ts'
import type { Example, RuleSpec } from '../core/rules/rule-spec.ts'
import { type Span, shareOf } from '../core/text/span.ts'

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
 * All examples of the packs (or those that are wanted) that do not come out as they say.
 *
 * An example runs against its own rule alone, in the context it gives (by default a seller's message before contract).
 */
export function checkExamples(linter: RuleLinter, isWanted: ExampleFilter = () => true): ExampleFault[] {
  const faults: ExampleFault[] = []
  for (const { spec: pack } of linter.packs) {
    const marketplace = pack.kind === 'marketplace' ? pack.id : (linter.marketplaces[0] ?? pack.id)
    const spansOf = (rule: RuleSpec, example: Example, text: string): Found[] => {
      const submission = submissionSchema.parse({ ...example.context, marketplace, text })
      const document = linter.document(text)
      const bySpan = new Map<string, Found>()
      for (const { detection } of linter.run(`${pack.id}/${rule.id}`, submission)) {
        const span = document.plain.toOriginal(detection.underlined)
        bySpan.set(`${span.start}-${span.end}`, { ...span, isWeighed: detection.score !== undefined })
      }
      return [...bySpan.values()]
    }
    pack.rules.forEach((rule, ruleIndex) => {
      if (rule.stage === 'retired') return
      const fault = (kind: string, index: number, message: string) => {
        faults.push({
          pack: pack.id,
          at: `rules[${ruleIndex}].examples.${kind}[${index}]`,
          rule: rule.id,
          message,
        })
      }
      rule.examples.flags.forEach((example, index) => {
        if (!isWanted(pack.id, example)) return
        const { text, spans } = parseMarked(example.text)
        if (spans.length === 0) {
          fault('flags', index, 'marks no words: put [[ ]] around them')
          return
        }
        const found = spansOf(rule, example, text)
        const missing = spans.filter((span) => !found.some((one) => isMet(span, one)))
        if (missing.length > 0) {
          fault('flags', index, `should flag ${show(text, missing)} but flags ${show(text, found)}`)
        }
      })
      for (const kind of ['allows', 'misses'] as const) {
        const examples = rule.examples[kind] ?? []
        examples.forEach((example, index) => {
          if (!isWanted(pack.id, example)) return
          const found = spansOf(rule, example, example.text)
          if (found.length === 0) return
          const what =
            kind === 'allows' ? 'should flag nothing' : 'a known gap that is closed now: move it to flags'
          fault(kind, index, `${what}, but flags ${show(example.text, found)}`)
        })
      }
    })
  }
  return faults
}

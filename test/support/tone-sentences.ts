/** The examples of rules/common-tone.yaml, one row each: what the whole linter is to find in them, and what not. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { RawSubmission } from '../../src/core/contract/submission.ts'
import { parseMarked } from '../../src/packs/check-examples.ts'

export interface ToneSentence {
  readonly text: string
  readonly category: string
  /** Where it stands. */
  readonly context: Partial<RawSubmission>
  readonly isMarked: boolean
}

/** Seen from the root of the project. */
const FILE = 'rules/common-tone.yaml'

type Example = string | { text: string; context?: Partial<RawSubmission> }
interface Rule {
  category: string
  examples: { flags: Example[]; allows: Example[] }
}

export function toneSentences(): readonly ToneSentence[] {
  const { rules } = parse(readFileSync(FILE, 'utf8')) as { rules: Rule[] }
  return rules.flatMap(({ category, examples: { flags, allows } }) => {
    const row =
      (isMarked: boolean) =>
      (example: Example): ToneSentence => {
        const { text, context = {} } = typeof example === 'string' ? { text: example } : example
        return {
          text: parseMarked(text).text,
          category,
          context: { channel: 'message', role: 'seller', ...context },
          isMarked,
        }
      }
    return [...flags.map(row(true)), ...allows.map(row(false))]
  })
}

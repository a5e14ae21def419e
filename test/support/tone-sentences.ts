/** The sentences of test/fixtures/tone/sentences.yaml, one row each. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { RawSubmission } from '../../src/core/contract/submission.ts'

export interface ToneSentence {
  readonly text: string
  readonly category: string
  /** Where it stands. */
  readonly context: Partial<RawSubmission>
  readonly isMarked: boolean
}

/** Seen from the root of the project. */
const FILE = 'test/fixtures/tone/sentences.yaml'

interface Group {
  category: string
  context: Partial<RawSubmission>
  flags: string[]
  allows: string[]
}

/** Not the first message of its thread, where nothing else is said. */
const BEFORE: Partial<RawSubmission> = {
  history: [
    { role: 'seller', text: 'はい。' },
    { role: 'buyer', text: 'はい。' },
  ],
}

export function toneSentences(): readonly ToneSentence[] {
  return (parse(readFileSync(FILE, 'utf8')) as Group[]).flatMap(({ category, context, flags, allows }) => {
    const row = (isMarked: boolean) => (text: string) => ({
      text,
      category,
      context: { ...BEFORE, ...context },
      isMarked,
    })
    return [...flags.map(row(true)), ...allows.map(row(false))]
  })
}

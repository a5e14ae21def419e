/** Messages with open places, for the tests of a second opinion: `[[ ]]` marks a doubt, `(( ))` a possible finding. */
import type { Confidence, Doubt, Finding, LintReport } from '../../../src/core/contract/report.ts'
import {
  type RawSubmission,
  type Submission,
  submissionSchema,
} from '../../../src/core/contract/submission.ts'
import { decide } from '../../../src/core/lint/verdict.ts'
import { testLinter } from '../../support/linter.ts'

export const packs = () => testLinter().packs.map(({ spec }) => spec)

export interface Marked {
  readonly submission: Submission
  readonly report: LintReport
}

const ACTIONS = { certain: 'block', likely: 'review', possible: 'warn' } as const

/** `[[doubt]]`, `((possible))`, `{{likely}}`, `<<certain>>`, each a `contact.messenger`, a doubt a `contact.exchange`. */
export function marked(marked: string, context: Partial<RawSubmission> = {}): Marked {
  const doubts: Doubt[] = []
  const findings: Finding[] = []
  let text = ''
  for (const part of marked.split(/(\[\[.*?\]\]|\(\(.*?\)\)|\{\{.*?\}\}|<<.*?>>)/s)) {
    const open = part.slice(0, 2)
    const confidence = ({ '((': 'possible', '{{': 'likely', '<<': 'certain' } as Record<string, Confidence>)[
      open
    ]
    if (open !== '[[' && confidence === undefined) {
      text += part
      continue
    }
    const excerpt = part.slice(2, -2)
    const span = { start: text.length, end: text.length + excerpt.length }
    text += excerpt
    if (confidence === undefined) doubts.push({ category: 'contact.exchange', span, excerpt })
    else {
      findings.push({
        category: 'contact.messenger',
        action: ACTIONS[confidence],
        confidence,
        rule: 'common-contact/test',
        span,
        excerpt,
        says: 's',
        why: 'w',
      })
    }
  }
  return {
    submission: submissionSchema.parse({ marketplace: 'coconala', ...context, text }),
    report: { verdict: decide(findings, []), findings, doubts, incomplete: [] },
  }
}

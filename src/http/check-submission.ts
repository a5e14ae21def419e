/** What the schema of a submission cannot know: which marketplaces are loaded, and how long a text may be here. */

import type { Submission } from '../core/contract/submission.ts'
import type { Linter } from '../core/lint/linter.ts'
import { pointer } from './field-faults.ts'
import type { Limits } from './limits.ts'
import { type FieldFault, Problem } from './problem.ts'

/**
 * @param at the submission's place in the body, for the pointers.
 * @throws {Problem} `unknown-marketplace`, `too-many` or `text-too-long`.
 */
export function checkSubmission(
  submission: Submission,
  linter: Linter,
  limits: Limits,
  at: readonly PropertyKey[] = [],
): void {
  if (!linter.marketplaces.includes(submission.marketplace)) {
    throw new Problem('unknown-marketplace', {
      detail: `Loaded are: ${linter.marketplaces.join(', ')}.`,
      errors: [
        {
          pointer: pointer([...at, 'marketplace']),
          code: 'unknown-value',
          detail: 'No pack is loaded for it.',
        },
      ],
    })
  }
  const { history } = submission
  if (history.length > limits.historyLength) {
    throw new Problem('too-many', {
      errors: [
        {
          pointer: pointer([...at, 'history']),
          code: 'too-many',
          detail: `At most ${limits.historyLength}.`,
        },
      ],
      limit: limits.historyLength,
      unit: 'items',
    })
  }
  const errors: FieldFault[] = []
  const check = (text: string | undefined, ...path: PropertyKey[]) => {
    if (text === undefined || text.length <= limits.textLength) return
    const detail = `Has ${text.length} UTF-16 code units; at most ${limits.textLength}.`
    errors.push({ pointer: pointer([...at, ...path]), code: 'too-long', detail })
  }
  check(submission.text, 'text')
  check(submission.jobText, 'jobText')
  for (const [index, message] of history.entries()) check(message.text, 'history', index, 'text')
  if (errors.length > 0) {
    throw new Problem('text-too-long', { errors, limit: limits.textLength, unit: 'utf-16 code units' })
  }
}

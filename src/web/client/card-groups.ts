/**
 * The findings of a text as one reads them: the hardest first, and those that say the same of several words as one. Pure.
 */
import type { Action, Finding } from '../../core/contract/report.ts'
import { adviceOf } from '../../core/lint/advice.ts'

/** The hardest first. Named here, for the contract's own list brings the schemas with it. */
const BY_WEIGHT = ['block', 'review', 'warn', 'note'] as const satisfies readonly Action[]

/** Indices of findings that one card has, in the order of the text. */
export type CardGroup = readonly number[]

export const cardGroups = (findings: readonly Finding[]): CardGroup[] => {
  const groups = new Map<string, number[]>()
  findings.forEach((finding, index) => {
    const key = adviceOf(finding)
    groups.set(key, [...(groups.get(key) ?? []), index])
  })
  const weight = (group: CardGroup) => BY_WEIGHT.indexOf(findings[group[0]!]!.action)
  // Groups stand in the order of the text; sorting keeps that among those of one weight.
  return [...groups.values()].sort((one, other) => weight(one) - weight(other))
}

/** How many findings there are of each action, the hardest first. */
export const countsOf = (
  findings: readonly { readonly action: Action }[],
): readonly (readonly [Action, number])[] =>
  BY_WEIGHT.map((action) => [action, findings.filter((one) => one.action === action).length] as const).filter(
    ([, count]) => count > 0,
  )

/**
 * How many patterns packs and dictionaries have: alternatives of a list, each one. Frames and lines without a pattern say
 * what is meant and are none. What grows here is a phrasebook.
 */
import type { LanguageSpec } from '../core/rules/language.ts'
import type { PackSpec, RuleSpec } from '../core/rules/rule-spec.ts'

export interface PatternCounts {
  readonly rules: number
  readonly phrases: number
  readonly templates: number
  readonly contexts: number
}

/** The lists of a detector that patterns stand in. */
const LISTS = ['any', 'has', 'only', 'lacks'] as const

const isPattern = (alternative: unknown): boolean =>
  typeof alternative === 'string' ||
  (typeof alternative === 'object' && alternative !== null && 'say' in alternative)

const inDetectors = ({ detect }: RuleSpec): number =>
  detect
    .flatMap((detector) => LISTS.flatMap((list) => detector[list] ?? []))
    .reduce((sum: number, one) => sum + (isPattern(one) ? 1 : 0), 0)

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

export const countPatterns = (
  packs: readonly PackSpec[],
  { phrases, templates, contexts }: Pick<LanguageSpec, 'phrases' | 'templates' | 'contexts'>,
): PatternCounts => ({
  rules: sum(packs.flatMap((pack) => pack.rules.map(inDetectors))),
  phrases: sum(Object.values(phrases).map((patterns) => patterns.length)),
  templates: sum(Object.values(templates).map((patterns) => patterns.length)),
  contexts: sum(Object.values(contexts).flatMap((clauses) => clauses.map(({ any }) => any?.length ?? 0))),
})

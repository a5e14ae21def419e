/**
 * Alternatives of rules that no example needs: dropped, every example of their rule comes out as before. Nobody knows
 * whether such an alternative finds what it was written for.
 *
 * All of them are tried in one linter: each as a copy of its rule that has everything else.
 */
import type { Tokenizer } from '../core/morph/token.ts'
import type { PackSpec, RuleSpec } from '../core/rules/rule-spec.ts'
import { assembleLinter } from './assemble.ts'
import { checkExamples } from './check-examples.ts'
import type { LinterData } from './linter-data.ts'

export interface NeedlessAlternative {
  readonly pack: string
  /** `rules[2].detect[0].any[3]` */
  readonly at: string
  readonly rule: string
  readonly message: string
}

/** The lists of alternatives that detectors have: patterns and frames, lines, what a whole text has and lacks. */
const LISTS = ['any', 'when', 'has', 'only', 'lacks'] as const

interface Trial {
  readonly at: string
  readonly rule: string
  readonly without: RuleSpec
}

/** @throws {PackError} where packs or dictionaries have faults. */
export function findNeedless(
  data: LinterData,
  tokenizer: Tokenizer,
  isWanted: (pack: string) => boolean = () => true,
): NeedlessAlternative[] {
  const needless: NeedlessAlternative[] = []
  for (const { raw } of data.packs) {
    const pack = raw as PackSpec
    if (!isWanted(pack.id)) continue
    const trials = pack.rules.flatMap((rule, index) => trialsOf(rule, index))
    if (trials.length === 0) continue
    // Rules without alternatives stay as they are: a pack's table has a row for their category.
    const others = pack.rules.filter(({ id }) => !trials.some(({ rule }) => rule === id))
    const tried = { ...pack, rules: [...others, ...trials.map(({ without }) => without)] }
    const packs = data.packs.map((one) =>
      one.raw === raw ? { raw: tried, file: one.file, digest: one.digest } : one,
    )
    const failing = new Set(
      checkExamples(assembleLinter({ ...data, packs }, tokenizer))
        .filter((fault) => fault.pack === pack.id)
        .map((fault) => fault.rule),
    )
    for (const { at, rule, without } of trials) {
      if (!failing.has(without.id))
        needless.push({ pack: pack.id, at, rule, message: `${rule}: no example needs this alternative` })
    }
  }
  return needless
}

/** The rule without each of its alternatives; the only one of a rule is needed by its being one. */
function trialsOf(rule: RuleSpec, ruleIndex: number): Trial[] {
  if (rule.stage === 'retired') return []
  return rule.detect.flatMap((detector, detectorIndex) =>
    LISTS.flatMap((list) => {
      const alternatives = detector[list]
      if (!Array.isArray(alternatives)) return []
      return alternatives.flatMap((_, index): Trial[] => {
        const others = alternatives.toSpliced(index, 1)
        if (others.length === 0 && (list !== 'any' || rule.detect.length === 1)) return []
        const detect =
          others.length === 0
            ? rule.detect.toSpliced(detectorIndex, 1)
            : rule.detect.with(detectorIndex, { ...detector, [list]: others })
        return [
          {
            at: `rules[${ruleIndex}].detect[${detectorIndex}].${list}[${index}]`,
            rule: rule.id,
            without: { ...rule, id: `${rule.id}-less-${detectorIndex}-${list}-${index}`, detect },
          },
        ]
      })
    }),
  )
}

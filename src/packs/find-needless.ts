/**
 * Alternatives of rules that no example needs: dropped, every example of their rule comes out as before, and what a line
 * read in one is read all the same. What is learnt beside them (`kind: manner`) is left out: it has met the examples. Nobody knows whether such an alternative finds what it was written for.
 *
 * All of them are tried in one linter: each as a copy of its rule that has everything else.
 */
import { submissionSchema } from '../core/contract/submission.ts'
import type { RuleLinter } from '../core/lint/create-linter.ts'
import type { PackSpec, RuleSpec } from '../core/rules/rule-spec.ts'
import { overlaps } from '../core/text/span.ts'
import { assembleLinter } from './assemble.ts'
import { examplesOf, faultOf, parseMarked } from './check-examples.ts'
import type { LinterData } from './linter-data.ts'
import type { ReadingOnce } from './reading-once.ts'

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
  /** A line that reads statements. */
  readonly isLine: boolean
}

/** @throws {PackError} where packs or dictionaries have faults. */
export function findNeedless(
  data: LinterData,
  { tokenizer, normalize, readers }: ReadingOnce,
  isWanted: (pack: string) => boolean = () => true,
): NeedlessAlternative[] {
  const needless: NeedlessAlternative[] = []
  const whole = assembleLinter(data, tokenizer, normalize, readers)
  for (const { raw } of data.packs) {
    const pack = raw as PackSpec
    if (!isWanted(pack.id)) continue
    const trials = pack.rules.flatMap((rule, index) => trialsOf(rule, index))
    if (trials.length === 0) continue
    // Rules without alternatives stay as they are: a pack's table has a row for their category.
    const others = pack.rules.filter(({ id }) => !trials.some(({ rule }) => rule === id))
    const authored = pack.rules.flatMap((rule) => authoredOnly(rule))
    const tried = { ...pack, rules: [...others, ...authored, ...trials.map(({ without }) => without)] }
    const packs = data.packs.map((one) =>
      one.raw === raw ? { raw: tried, file: one.file, digest: one.digest } : one,
    )
    const trial = assembleLinter({ ...data, packs }, tokenizer, normalize, readers)
    const faults = faultsByRule(trial, pack.id)
    const faultsOf = (id: string) => faults.get(id) ?? 0
    const read = new Set(unread(pack, trials, whole, trial))
    for (const { at, rule, without } of trials) {
      if (!read.has(without.id) && faultsOf(without.id) <= faultsOf(authoredId(rule)))
        needless.push({ pack: pack.id, at, rule, message: `${rule}: no example needs this alternative` })
    }
  }
  return needless
}

/** How many examples of each rule of a pack come out otherwise. Those of one text run in turn: it is read once for them. */
function faultsByRule(linter: RuleLinter, pack: string): ReadonlyMap<string, number> {
  const examples = [...examplesOf(linter, (id) => id === pack)]
  const faults = new Map<string, number>()
  for (const example of examples.sort((a, b) => (a.submission.text < b.submission.text ? -1 : 1))) {
    if (faultOf(linter, example) !== undefined)
      faults.set(example.rule.id, (faults.get(example.rule.id) ?? 0) + 1)
  }
  return faults
}

/** The trials of lines without which words that an example marks are no more read, whatever they weigh. */
function* unread(
  pack: PackSpec,
  trials: readonly Trial[],
  whole: RuleLinter,
  trial: RuleLinter,
): Iterable<string> {
  const lines = trials.filter(({ isLine }) => isLine)
  for (const rule of pack.rules) {
    const own = lines.filter((one) => one.rule === rule.id)
    if (own.length === 0) continue
    for (const { text: marked, context } of rule.examples.flags) {
      const { text, spans } = parseMarked(marked)
      const submission = submissionSchema.parse({ marketplace: whole.marketplaces[0], ...context, text })
      const { plain } = whole.document(text)
      /** By rule, where a place stands that is read. */
      const readBy = (linter: RuleLinter): ReadonlySet<string> =>
        new Set(
          linter
            .weigh(submission)
            .filter(
              ({ isRead, span }) => isRead && spans.some((one) => overlaps(plain.toOriginal(span), one)),
            )
            .map((place) => `${place.rule} ${place.span.start}-${place.span.end}`),
        )
      const before = [...readBy(whole)].filter((place) => place.startsWith(`${pack.id}/${rule.id} `))
      if (before.length === 0) continue
      const after = readBy(trial)
      for (const { without } of own) {
        const isRead = (place: string) => after.has(place.replace(`/${rule.id} `, `/${without.id} `))
        if (!before.every(isRead)) yield without.id
      }
    }
  }
}

const authoredId = (rule: string) => `${rule}-authored`
const isAuthored = ({ kind }: RuleSpec['detect'][number]) => kind !== 'manner'

/** The rule without what is learnt, where anything is: some of its examples may need that. */
const authoredOnly = (rule: RuleSpec): RuleSpec[] =>
  rule.stage === 'retired' || rule.detect.every(isAuthored)
    ? []
    : [{ ...rule, id: authoredId(rule.id), detect: rule.detect.filter(isAuthored) }]

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
            isLine: list === 'when',
            without: {
              ...rule,
              id: `${rule.id}-less-${detectorIndex}-${list}-${index}`,
              detect: detect.filter(isAuthored),
            },
          },
        ]
      })
    }),
  )
}

/**
 * The evasion fuzzer: hides the telling words of every example that is to be flagged and asks the linter again, and
 * takes every example that is to pass through changes that make nothing worse.
 */
import type { Explanation } from '../../core/contract/explanation.ts'
import { ACTIONS, type Action, type LintReport } from '../../core/contract/report.ts'
import { type Submission, submissionSchema } from '../../core/contract/submission.ts'
import type { LoadedPack } from '../../core/lint/linter.ts'
import type { Disguised, Family, Target, TargetKind } from './family.ts'
import { harmlessChanges } from './harmless.ts'
import { Random } from './random.ts'

/** What the fuzzer needs of a linter. */
export interface FuzzedLinter {
  readonly marketplaces: readonly string[]
  readonly packs: readonly LoadedPack[]
  lint(submission: Submission): LintReport
  explain(text: string): Explanation
}

export interface FuzzOptions {
  readonly families: readonly Family[]
  readonly seed: number
  /** How many pairs of families are tried, over all examples. */
  readonly pairs: number
  /** Service id → its names, to try the same sentence with a name in another script. */
  readonly serviceNames: ReadonlyMap<string, readonly string[]>
}

/** An example's words that carry its meaning, with a way to put others in their place. */
interface Seed {
  readonly rule: string
  readonly target: Target
  readonly before: string
  readonly after: string
  readonly action: Action
  lint(text: string): LintReport
}

export interface Escape {
  /** `E31` or `E03+E31` */
  readonly family: string
  readonly rule: string
  readonly text: string
  /** Characters that had to be written otherwise: what the evasion costs its writer. */
  readonly cost: number
}

export interface FamilyResult {
  readonly family: Family
  readonly tried: number
  readonly found: number
  readonly escapes: readonly Escape[]
}

export interface PairResult {
  readonly tried: number
  readonly found: number
  readonly escapes: readonly Escape[]
}

export interface NewAlarm {
  readonly change: string
  readonly rule: string
  readonly text: string
  readonly excerpt: string
}

export interface FuzzResult {
  readonly families: readonly FamilyResult[]
  readonly pairs: PairResult
  /** Harmless changes tried, and what began to fire by them. */
  readonly harmless: { readonly tried: number; readonly alarms: readonly NewAlarm[] }
}

const FUZZED = /^(?:contact|link|deal)\./
const rank = (action: Action): number => ACTIONS.indexOf(action)

export function fuzz(linter: FuzzedLinter, options: FuzzOptions): FuzzResult {
  const random = new Random(options.seed)
  const seeds = seedsOf(linter, options.serviceNames)
  const results = options.families.map((family) => tryFamily(family, seeds, random))
  return {
    families: results.filter(({ tried }) => tried > 0),
    pairs: tryPairs(options.families, seeds, options.pairs, random),
    harmless: tryHarmless(linter, random),
  }
}

function tryFamily(family: Family, seeds: readonly Seed[], random: Random): FamilyResult {
  let tried = 0
  const escapes: Escape[] = []
  for (const seed of seeds) {
    const disguised = applied(family, seed.target, random)
    if (disguised === undefined) continue
    tried++
    const past = attempt(seed, disguised, family.id, family.frame)
    if (past !== undefined) escapes.push(past)
  }
  return { family, tried, found: tried - escapes.length, escapes }
}

function tryPairs(
  families: readonly Family[],
  seeds: readonly Seed[],
  count: number,
  random: Random,
): PairResult {
  let tried = 0
  const escapes: Escape[] = []
  const first = families.filter(({ group }) => group === 'character')
  const unframed = families.filter(({ group }) => group !== 'frame')
  // Most pairs do not fit most words, so there are more turns than pairs.
  for (let turn = 0; tried < count && turn < count * 20 && seeds.length > 0 && first.length > 0; turn++) {
    const seed = random.pick(seeds)
    const [one, other] = [random.pick(first), random.pick(unframed)]
    if (one === other || one.isCode) continue
    const once = applied(one, seed.target, random)
    const twice = once && applied(other, { ...seed.target, words: once.words }, random)
    if (once === undefined || twice === undefined) continue
    tried++
    const hint = [once.hint, twice.hint].filter((part) => part !== undefined).join('')
    const past = attempt(
      seed,
      { words: twice.words, ...(hint === '' ? {} : { hint }) },
      `${one.id}+${other.id}`,
    )
    if (past !== undefined) escapes.push(past)
  }
  return { tried, found: tried - escapes.length, escapes }
}

const applied = (family: Family, target: Target, random: Random): Disguised | undefined =>
  family.targets.includes(target.kind) ? family.apply(target, random) : undefined

/** Lints the sentence with other words; what gets past is an escape. */
function attempt(
  seed: Seed,
  { words, hint = '' }: Disguised,
  family: string,
  frame?: (sentence: string) => string,
): Escape | undefined {
  const sentence = seed.before + words + seed.after + hint
  const text = frame === undefined ? sentence : frame(sentence)
  const start = frame === undefined ? seed.before.length : Math.max(0, text.indexOf(words))
  // In a frame the words may be somebody else's: a person looks.
  const least = frame === undefined ? rank(seed.action) : Math.min(rank(seed.action), rank('review'))
  // The act beside the words is part of what is found: a finding there is enough.
  const isFound = seed
    .lint(text)
    .findings.some(
      ({ action, span }) =>
        rank(action) >= least && span.end > start - REACH && span.start < start + words.length + REACH,
    )
  return isFound
    ? undefined
    : { family, rule: seed.rule, text, cost: costOf(seed.target.words, words + hint) }
}

/** How far from the words a finding may stand, UTF-16 code units. */
const REACH = 12

/** Characters of the longer text that are not in the shorter one at their place from either end. */
function costOf(words: string, other: string): number {
  const [left, right] = [[...words], [...other]]
  const kept = left.filter((letter) => right.includes(letter)).length
  return Math.max(left.length, right.length) - kept
}

function seedsOf(
  linter: FuzzedLinter,
  serviceNames: ReadonlyMap<string, readonly string[]>,
): readonly Seed[] {
  const marketplace = linter.marketplaces[0]
  if (marketplace === undefined) return []
  return linter.packs.flatMap(({ spec }) =>
    spec.rules
      .filter((rule) => rule.stage === 'stable' && FUZZED.test(rule.category))
      .flatMap((rule) =>
        rule.examples.flags.flatMap((example) => {
          const lint = (text: string): LintReport =>
            linter.lint(submissionSchema.parse({ ...example.context, marketplace, text }))
          return targetsOf(linter, example.text, serviceNames).flatMap(
            ({ target, before, after }): Seed[] => {
              const text = before + target.words + after
              const actions = lint(text)
                .findings.filter(
                  ({ span }) =>
                    span.start < before.length + target.words.length + REACH &&
                    before.length - REACH < span.end,
                )
                .map(({ action }) => action)
              const action = ACTIONS.findLast((one) => actions.includes(one))
              if (action === undefined || action === 'note') return []
              return [{ rule: `${spec.id}/${rule.id}`, target, before, after, action, lint }]
            },
          )
        }),
      ),
  )
}

interface Placed {
  readonly target: Target
  readonly before: string
  readonly after: string
}

const KINDS: Readonly<Record<string, TargetKind>> = {
  email: 'email',
  phone: 'phone',
  url: 'url',
  handle: 'account',
  id: 'account',
}

/** The names and data within an example's marks; a name also in its other script. */
function targetsOf(
  linter: FuzzedLinter,
  marked: string,
  serviceNames: ReadonlyMap<string, readonly string[]>,
): readonly Placed[] {
  const open = marked.indexOf('[[')
  const close = marked.indexOf(']]')
  const text = marked.replaceAll('[[', '').replaceAll(']]', '')
  const isMarked = ({ start, end }: { start: number; end: number }): boolean =>
    end > open && start < close - 2
  const { mentions, data } = linter.explain(text)
  const placed = (
    kind: TargetKind,
    words: string,
    { start, end }: { start: number; end: number },
  ): Placed => ({
    target: { kind, words },
    before: text.slice(0, start),
    after: text.slice(end),
  })
  const names = mentions
    .filter(({ form, span }) => form === 'name' && isMarked(span) && span.end - span.start >= SHORTEST_NAME)
    .flatMap(({ service, span }) => {
      const words = text.slice(span.start, span.end)
      const other = (serviceNames.get(service) ?? []).find(
        (name) => KATAKANA.test(name) !== KATAKANA.test(words) && ONE_SCRIPT.test(name),
      )
      return [words, ...(other === undefined ? [] : [other])].map((name) => placed('name', name, span))
    })
  const found = data.flatMap(({ kind, value, span, disguised }) => {
    const target = KINDS[kind]
    const words = text.slice(span.start, span.end)
    // A datum with its cue (IDは …) is hidden without it.
    const at = words.indexOf(value)
    if (target === undefined || disguised || !isMarked(span)) return []
    if (at < 0) return target === 'account' ? [] : [placed(target, words, span)]
    return [placed(target, value, { start: span.start + at, end: span.start + at + value.length })]
  })
  return [...names, ...found]
}

/** Abbreviations of two letters (HP, ペイ) hide themselves. */
const SHORTEST_NAME = 3
const KATAKANA = /^[ァ-ヶー]+$/
const ONE_SCRIPT = /^(?:[ァ-ヶー]{3,}|[A-Za-z]{3,})$/

function tryHarmless(linter: FuzzedLinter, random: Random): FuzzResult['harmless'] {
  const marketplace = linter.marketplaces[0]
  let tried = 0
  const alarms: NewAlarm[] = []
  for (const { spec } of marketplace === undefined ? [] : linter.packs) {
    for (const rule of spec.rules) {
      for (const example of rule.examples.allows) {
        const lint = (text: string): LintReport =>
          linter.lint(submissionSchema.parse({ ...example.context, marketplace, text }))
        const before = heldBy(lint(example.text))
        for (const change of harmlessChanges) {
          const text = change.apply(example.text, random)
          if (text === example.text) continue
          tried++
          const report = lint(text)
          for (const { rule: name, excerpt, action, category } of report.findings) {
            if (rank(action) < rank('review') || before.has(category)) continue
            alarms.push({ change: change.id, rule: name, text, excerpt })
          }
        }
      }
    }
  }
  return { tried, alarms }
}

/** Categories for which a report holds the text. */
const heldBy = (report: LintReport): ReadonlySet<string> =>
  new Set(
    report.findings.filter(({ action }) => rank(action) >= rank('review')).map(({ category }) => category),
  )

/**
 * What packs that somebody has changed would say of texts, beside what those in force say. Knows no files and no clock:
 * the page runs it in a Web Worker, text by text.
 */
import type { Action, Confidence, Verdict } from '../core/contract/report.ts'
import { type Submission, submissionSchema } from '../core/contract/submission.ts'
import { PackError, type RuleLinter } from '../core/lint/create-linter.ts'
import type { Tokenizer } from '../core/morph/token.ts'
import type { PackSpec } from '../core/rules/rule-spec.ts'
import type { Span } from '../core/text/span.ts'
import { assembleLinter } from './assemble.ts'
import { checkExamples, parseMarked } from './check-examples.ts'
import type { LinterData } from './linter-data.ts'
import { loadSources, type Sources } from './load-sources.ts'
import type { SourceFault } from './read-yaml.ts'

export interface ChangedPacks {
  /** Missing where the packs cannot be used. */
  readonly linter?: RuleLinter
  /** Why they cannot, or would not be: examples that do not come out as they say. */
  readonly faults: readonly SourceFault[]
  /** Ids of the packs that were given. */
  readonly ids: readonly string[]
}

/** @param changed `rules/….yaml` → content; a pack takes the place of the one with its id, or comes beside them */
export function changePacks(data: LinterData, changed: Sources, tokenizer: Tokenizer): ChangedPacks {
  const loaded = loadSources(changed, () => '')
  const given = new Map(loaded.data.packs.map((pack) => [(pack.raw as PackSpec).id, pack]))
  const ids = [...given.keys()]
  if (loaded.faults.length > 0) return { faults: loaded.faults, ids }
  const packs = data.packs.map((pack) => {
    const { id } = pack.raw as PackSpec
    const replaced = given.get(id) ?? pack
    given.delete(id)
    return replaced
  })
  const placed = (pack: string, at: string, message: string): SourceFault => ({
    ...loaded.place(pack, at),
    at,
    message,
  })
  try {
    const linter = assembleLinter({ ...data, packs: [...packs, ...given.values()] }, tokenizer)
    const failing = checkExamples(linter, (id) => ids.includes(id))
    return {
      linter,
      ids,
      faults: failing.map(({ pack, at, rule, message }) => placed(pack, at, `${rule}: ${message}`)),
    }
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    return { ids, faults: error.faults.map(({ pack, at, message }) => placed(pack, at, message)) }
  }
}

/** A text to be judged twice. */
export interface ComparedText {
  readonly text: string
  /** What it is an example of (`pack/rule`); missing for one's own. */
  readonly rule?: string
  /** What the example itself says of its place. */
  readonly context?: Partial<Omit<Submission, 'text' | 'marketplace'>>
}

export interface Said {
  readonly rule: string
  readonly action: Action
  readonly confidence: Confidence
  readonly span: Span
}

export interface Side {
  readonly verdict: Verdict
  readonly findings: readonly Said[]
}

/** What one marketplace makes of a text, before and after; a side is missing where it does not know the marketplace. */
export interface Difference {
  readonly marketplace: string
  readonly before: Side | undefined
  readonly after: Side | undefined
}

/** The marketplaces that judge a text otherwise; empty where all stay as they are. */
export function differencesOf(
  before: RuleLinter,
  after: RuleLinter,
  { text, context }: ComparedText,
  marketplaces: readonly string[],
): Difference[] {
  return marketplaces
    .map((marketplace) => {
      const submission = submissionSchema.parse({ ...context, marketplace, text })
      return { marketplace, before: sideOf(before, submission), after: sideOf(after, submission) }
    })
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after))
}

export const changesVerdict = ({ before, after }: Difference): boolean => before?.verdict !== after?.verdict

function sideOf(linter: RuleLinter, submission: Submission): Side | undefined {
  if (!linter.marketplaces.includes(submission.marketplace)) return undefined
  const { verdict, findings } = linter.lint(submission)
  return {
    verdict,
    findings: findings.map(({ rule, action, confidence, span }) => ({ rule, action, confidence, span })),
  }
}

/** The examples of all rules of both, each once: what the packs themselves say that a rule is about. */
export function sampleTexts(...linters: readonly RuleLinter[]): ComparedText[] {
  const samples = new Map<string, ComparedText>()
  for (const { packs } of linters) {
    for (const { spec } of packs) {
      for (const { id, stage, examples } of spec.rules) {
        if (stage === 'retired') continue
        for (const example of [...examples.flags, ...examples.allows, ...(examples.misses ?? [])]) {
          const { text } = parseMarked(example.text)
          const context = (example.context ?? {}) as NonNullable<ComparedText['context']>
          samples.set(JSON.stringify([text, context]), { text, rule: `${spec.id}/${id}`, context })
        }
      }
    }
  }
  return [...samples.values()]
}

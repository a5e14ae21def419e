/** The linter on Node of packs from a folder of the operator's own, or of the built ones. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ThreadFacts } from '../core/documents/thread-facts.ts'
import { PackError, type RuleLinter } from '../core/lint/create-linter.ts'
import { assembleLinter } from '../packs/assemble.ts'
import { checkExamples, type ExampleFilter } from '../packs/check-examples.ts'
import { countPatterns, type PatternCounts } from '../packs/count-patterns.ts'
import { tellDead } from '../packs/find-dead.ts'
import { findNeedless } from '../packs/find-needless.ts'
import { findNeedlessShared, type LabelledText } from '../packs/find-needless-shared.ts'
import type { LinterData } from '../packs/linter-data.ts'
import { type LoadedSources, loadSources, type Sources } from '../packs/load-sources.ts'
import { prepare } from '../packs/prepare.ts'
import { readingOnce } from '../packs/reading-once.ts'
import { type Build, openBuild, threadFactsBy } from './open-build.ts'
import { readSources } from './read-sources.ts'

/** The packs of a folder cannot be used; `faults` names file, line and column of each. */
export class RulesError extends Error {
  override name = 'RulesError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

/** What one set of rules judges by. */
export interface Rules {
  readonly linter: RuleLinter
  /** By the packs of the set, and by its words where it has dictionaries of its own. */
  readonly threadFacts: ThreadFacts
}

/** Rules that were read and found right, as plain JSON: another thread makes a linter of them without reading them again. */
export interface CheckedRules {
  readonly packs: LinterData['packs']
  /** Where the dictionaries are not those of the build. */
  readonly own?: LinterData
}

export interface FolderCheck {
  readonly linter: RuleLinter
  /** What stands in the folder and changes nothing, a line each: no fault, but told to who writes rules. */
  readonly dead: readonly string[]
  /** The alternatives that no example needs, a line each. */
  readonly needless: readonly string[]
  /** Of the folder's own files. */
  readonly patterns: PatternCounts
}

export interface LinterLoader {
  readonly threadFacts: ThreadFacts
  /** Service id → its names. */
  readonly serviceNames: ReadonlyMap<string, readonly string[]>
  /** The packs that the build compiled. */
  built(): RuleLinter
  /**
   * The packs of a folder (`*.yaml`, or in its rules/), with the built dictionaries, or those in its dictionaries/.
   * Their examples are run first. Without a folder those of the build.
   *
   * @throws {RulesError} with every fault.
   */
  fromRules(folder: string | undefined): Rules
  /**
   * The same of sources that were read before. `examples: false` for those whose examples have been run: that is most of
   * the work.
   *
   * @throws {RulesError} with every fault.
   */
  fromSources(sources: Sources, options?: { readonly examples?: boolean }): Rules
  /** Reads sources and runs their examples. @throws {RulesError} with every fault. */
  checked(sources: Sources): CheckedRules
  /** Of what `checked` gave, here or on another thread. */
  fromChecked(rules: CheckedRules): Rules
  /**
   * Every file of a folder read and every example run, whatever the build knows of them.
   *
   * @param needless whether to look for alternatives that no example needs, or in which pack; takes its time. In all
   *   packs, the dictionaries of the folder are looked at as well.
   * @param labelled texts that may need an alternative of the dictionaries, beside the examples.
   * @throws {RulesError} with every fault.
   */
  check(folder: string, needless?: true | string, labelled?: readonly LabelledText[]): FolderCheck
}

/**
 * Linters of different packs share the dictionary, the data, and what reads texts by them.
 *
 * @param built by default what stands beside the program.
 * @throws {DictionaryError} and the system's errors, where the build is missing or stale.
 */
export function openLinterLoader(built: Build = openBuild()): LinterLoader {
  const { data, tokenizer, threadFacts } = built

  const assemble = ({ packs, own }: CheckedRules): RuleLinter =>
    own === undefined
      ? assembleLinter({ ...data, packs }, tokenizer, built.normalize, built.readers())
      : assembleLinter({ ...own, packs }, tokenizer)
  const rulesOf = (rules: CheckedRules, linter = assemble(rules)): Rules => ({
    linter,
    threadFacts: threadFactsBy(
      rules.own ?? data,
      linter.packs.map(({ spec }) => spec),
    ),
  })
  const isNew = ({ packs, own }: CheckedRules) => (own === undefined ? newBeside(packs, data.packs) : ALL)
  const checked = (
    loaded: LoadedSources,
    sources: Sources,
    examples: (rules: CheckedRules) => ExampleFilter,
  ) => {
    refuseFaults(loaded)
    const isOwn = hasOwnDictionaries(sources) && loaded.data.digest !== data.digest
    const rules: CheckedRules = { packs: loaded.data.packs, ...(isOwn ? { own: loaded.data } : {}) }
    return placingFaults(loaded, () => {
      const linter = assemble(rules)
      const failing = checkExamples(linter, examples(rules))
      if (failing.length === 0) return { rules, linter }
      throw new PackError(
        failing.map(({ rule, ...fault }) => ({ ...fault, message: `${rule}: ${fault.message}` })),
      )
    })
  }
  const read = (sources: Sources, examples: (rules: CheckedRules) => ExampleFilter = isNew) =>
    checked(loadSources(sources, sha256, data), sources, examples)

  return {
    threadFacts,
    serviceNames: built.serviceNames,
    built: () => assemble(data),
    fromRules(rules) {
      if (rules === undefined) return { linter: assemble(data), threadFacts }
      const { rules: found, linter } = read(readRules(rules))
      return rulesOf(found, linter)
    },
    fromSources(sources, { examples = true } = {}) {
      const { rules, linter } = read(sources, examples ? isNew : () => NONE)
      return rulesOf(rules, linter)
    },
    checked: (sources) => read(sources).rules,
    fromChecked: (rules) => rulesOf(rules),
    check(rules, needless, labelled) {
      const sources = readRules(rules)
      const loaded = loadSources(sources, sha256)
      const { rules: found, linter } = checked(loaded, sources, () => ALL)
      const findAll = (wanted: true | string) => {
        const toTry =
          found.own === undefined ? { ...data, packs: found.packs } : prepare(found.own, tokenizer)
        const once = readingOnce(toTry, tokenizer)
        const isShared = wanted === true && hasOwnDictionaries(sources)
        return [
          ...findNeedless(toTry, once, (id) => wanted === true || id === wanted),
          ...(isShared ? findNeedlessShared(toTry, once, labelled) : []),
        ]
      }
      return {
        linter,
        dead: tellDead(loaded),
        needless: (needless === undefined ? [] : findAll(needless)).map(({ pack, at, message }) => {
          const { file, line, column } = loaded.place(pack, at)
          return `${file}:${line}:${column}: ${message}`
        }),
        patterns: countPatterns(
          linter.packs.map(({ spec }) => spec),
          loaded.data.language,
        ),
      }
    },
  }
}

const ALL: ExampleFilter = () => true
const NONE: ExampleFilter = () => false

/** The authored files of a folder of packs, or of one with rules/ and dictionaries/. */
export function readRules(folder: string): Sources {
  if (existsSync(join(folder, 'rules'))) return readSources(folder)
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))
  return new Map(names.map((name) => [`rules/${name}`, readFileSync(join(folder, name), 'utf8')]))
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const hasOwnDictionaries = (rules: Sources): boolean =>
  [...rules.keys()].some((file) => file.startsWith('dictionaries/'))

type Pack = LinterData['packs'][number]

const idOf = ({ raw }: Pack): string => (raw as { id: string }).id
const isMarketplace = ({ raw }: Pack): boolean => (raw as { kind?: unknown }).kind === 'marketplace'

/**
 * Which examples nobody has run, by the same words: those of packs that are not as they were. One with a history looks
 * for what all packs know of proposals; one of a common pack is a message of the first marketplace.
 */
function newBeside(packs: readonly Pack[], before: readonly Pack[]): ExampleFilter {
  const marketplaces = (list: readonly Pack[]) => list.filter(isMarketplace).map(idOf).join()
  if (marketplaces(packs) !== marketplaces(before)) return ALL
  const known = new Set(before.map(({ digest }) => digest))
  const changed = new Set(packs.filter(({ digest }) => !known.has(digest)).map(idOf))
  const areSame = changed.size === 0 && packs.length === before.length
  return (pack, { context }) => changed.has(pack) || (!areSame && (context?.history ?? []).length > 0)
}

/** @throws {RulesError} */
function refuseFaults({ faults, data }: LoadedSources): void {
  if (faults.length > 0) {
    throw new RulesError(
      faults.map(
        ({ file, line, column, at, message }) =>
          `${file}:${line}:${column}: ${at === '' ? '' : `${at}: `}${message}`,
      ),
    )
  }
  if (!data.packs.some(isMarketplace)) {
    throw new RulesError(['there is no pack of a marketplace in the folder'])
  }
}

/** @throws {RulesError} for the faults of packs, with their places in the files. */
function placingFaults<T>(loaded: LoadedSources, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    throw new RulesError(
      error.faults.map(({ pack, at, message }) => {
        const { file, line, column } = loaded.place(pack, at)
        return `${file}:${line}:${column}: ${at}: ${message}`
      }),
    )
  }
}

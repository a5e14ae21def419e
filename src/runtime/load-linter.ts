/** The linter on Node: compiled dictionary and data from build/, or packs from a folder of the operator's own. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import { createThreadFacts, type ThreadFacts } from '../core/documents/thread-facts.ts'
import { PackError, type RuleLinter } from '../core/lint/create-linter.ts'
import { loadDictionary } from '../core/morph/dictionary.ts'
import type { Tokenizer } from '../core/morph/token.ts'
import { createTokenizer } from '../core/morph/tokenizer.ts'
import type { PackSpec } from '../core/rules/rule-spec.ts'
import { assembleLinter } from '../packs/assemble.ts'
import { checkExamples } from '../packs/check-examples.ts'
import { findDead } from '../packs/find-dead.ts'
import { findNeedless } from '../packs/find-needless.ts'
import type { LinterData } from '../packs/linter-data.ts'
import { loadSources, type Sources } from '../packs/load-sources.ts'
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

export interface LinterLoader {
  readonly threadFacts: ThreadFacts
  /** The same by the packs of a folder's linter, and by its words where it has dictionaries of its own. */
  threadFactsOf(sources: Sources, linter: RuleLinter): ThreadFacts
  /** Service id → its names. */
  readonly serviceNames: ReadonlyMap<string, readonly string[]>
  /** The packs that the build compiled. */
  built(): RuleLinter
  /**
   * The packs of a folder (`*.yaml`, or in its rules/), with the built dictionaries, or those in its dictionaries/.
   * Their examples are run first.
   *
   * @throws {RulesError} with every fault.
   */
  fromRules(folder: string): RuleLinter
  /**
   * The same of sources that were read before. `examples: false` for those whose examples have been run: that is most of
   * the work.
   *
   * @throws {RulesError} with every fault.
   */
  fromSources(sources: Sources, options?: { readonly examples?: boolean }): RuleLinter
  /** What stands in the folder and changes nothing, a line each: no fault, but told to who writes rules. */
  deadIn(folder: string): readonly string[]
  /** The alternatives of a folder's rules, or of one pack's, that no example needs, a line each. Takes its time. */
  needlessIn(folder: string, pack?: string): readonly string[]
}

/**
 * Reads the dictionary and the data once; linters of different packs share them.
 *
 * @param folder of the build's output; by default the one beside the program.
 * @throws {DictionaryError} and the system's errors, where the build is missing or stale.
 */
export function openLinterLoader(folder: string = buildFolder()): LinterLoader {
  const data = JSON.parse(readFileSync(join(folder, 'data.json'), 'utf8')) as LinterData
  const tokenizer = openTokenizer(join(folder, 'dictionary.bin'))
  const threadFacts = threadFactsBy(
    data,
    data.packs.map(({ raw }) => raw as PackSpec),
  )
  return {
    threadFacts,
    threadFactsOf: (sources, linter) =>
      threadFactsBy(
        hasOwnDictionaries(sources) ? loadSources(sources, () => '').data : data,
        linter.packs.map(({ spec }) => spec),
      ),
    serviceNames: new Map(data.services.map(({ id, aliases, weak }) => [id, [...aliases, ...weak]])),
    built: () => assembleLinter(data, tokenizer),
    fromRules: (rules) => assembleChecked(data, readRules(rules), tokenizer, true),
    fromSources: (sources, { examples = true } = {}) => assembleChecked(data, sources, tokenizer, examples),
    deadIn(rules) {
      const sources = readRules(rules)
      const loaded = loadSources(sources, () => '')
      // The built dictionaries serve other packs as well: only what the folder itself has can be dead.
      const dead = findDead(
        hasOwnDictionaries(sources) ? loaded.data : { packs: loaded.data.packs, language: NO_LANGUAGE },
      )
      return dead.map(({ pack, at, message }) => {
        const { file, line, column } = loaded.place(pack, at)
        return `${file}:${line}:${column}: ${at}: ${message}`
      })
    },
    needlessIn(rules, pack) {
      const sources = readRules(rules)
      const loaded = loadSources(sources, () => '')
      const own = hasOwnDictionaries(sources) ? loaded.data : { ...data, packs: loaded.data.packs }
      return findNeedless(own, tokenizer, (id) => pack === undefined || id === pack).map(
        ({ pack, at, message }) => {
          const { file, line, column } = loaded.place(pack, at)
          return `${file}:${line}:${column}: ${message}`
        },
      )
    },
  }
}

/** The compiled dictionary as a tokenizer, over the bytes of the file with no copy. */
const openTokenizer = (file: string): Tokenizer => createTokenizer(loadDictionary(readFileSync(file), crc32))

/** The folder with rules/ and dictionaries/ that the build was made of: they are part of the package. */
export const packageFolder = (): string => join(buildFolder(), '..')

/** The bundles stand in dist/, the sources in src/runtime/; build/ is beside dist/ and src/. */
function buildFolder(): string {
  const near = ['../build', '../../build'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
  return near.find((folder) => existsSync(join(folder, 'data.json'))) ?? near[0]!
}

/** The authored files of a folder of packs, or of one with rules/ and dictionaries/. */
export function readRules(folder: string): Sources {
  if (existsSync(join(folder, 'rules'))) return readSources(folder)
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))
  return new Map(names.map((name) => [`rules/${name}`, readFileSync(join(folder, name), 'utf8')]))
}

const threadFactsBy = ({ tables }: Pick<LinterData, 'tables'>, packs: readonly PackSpec[]): ThreadFacts =>
  createThreadFacts(tables.talkroom, packs)

const hasOwnDictionaries = (rules: Sources): boolean =>
  [...rules.keys()].some((file) => file.startsWith('dictionaries/'))

const NO_LANGUAGE: LinterData['language'] = {
  acts: {},
  nouns: {},
  words: {},
  phrases: {},
  templates: {},
  contexts: {},
}

function assembleChecked(
  data: LinterData,
  rules: Sources,
  tokenizer: Tokenizer,
  examples: boolean,
): RuleLinter {
  const loaded = loadSources(rules, (text) => createHash('sha256').update(text).digest('hex'))
  if (loaded.faults.length > 0) {
    throw new RulesError(
      loaded.faults.map(
        ({ file, line, column, at, message }) =>
          `${file}:${line}:${column}: ${at === '' ? '' : `${at}: `}${message}`,
      ),
    )
  }
  if (!loaded.data.packs.some(({ raw }) => (raw as { kind?: unknown }).kind === 'marketplace')) {
    throw new RulesError(['there is no pack of a marketplace in the folder'])
  }
  const own = hasOwnDictionaries(rules)
  const placed = (pack: string, at: string, message: string) => {
    const { file, line, column } = loaded.place(pack, at)
    return `${file}:${line}:${column}: ${at}: ${message}`
  }
  try {
    const linter = assembleLinter(own ? loaded.data : { ...data, packs: loaded.data.packs }, tokenizer)
    const failing = examples ? checkExamples(linter) : []
    if (failing.length === 0) return linter
    throw new RulesError(
      failing.map(({ pack, at, rule, message }) => placed(pack, at, `${rule}: ${message}`)),
    )
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    throw new RulesError(error.faults.map(({ pack, at, message }) => placed(pack, at, message)))
  }
}

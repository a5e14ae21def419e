/**
 * What the build made, on Node: the compiled dictionary, the data, the linter of the packs in them. Apart from what reads
 * packs as they are authored, which needs libraries that take longer to load than a message to lint.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import { createThreadFacts, type ThreadFacts } from '../core/documents/thread-facts.ts'
import type { RuleLinter } from '../core/lint/create-linter.ts'
import { loadDictionary } from '../core/morph/dictionary.ts'
import type { Tokenizer } from '../core/morph/token.ts'
import { createTokenizer } from '../core/morph/tokenizer.ts'
import type { PackSpec } from '../core/rules/rule-spec.ts'
import { assembleLinter, authoredNormalizer, createReaders, type Readers } from '../packs/assemble.ts'
import type { LinterData } from '../packs/linter-data.ts'

export interface Build {
  readonly data: LinterData
  readonly tokenizer: Tokenizer
  readonly threadFacts: ThreadFacts
  /** Service id → its names. */
  readonly serviceNames: ReadonlyMap<string, readonly string[]>
  /** What is done to authored words. */
  readonly normalize: (text: string) => string
  /** What reads texts by the built dictionaries, made when it is first asked for. */
  readers(): Readers
  /** Of the packs that the build compiled. */
  linter(): RuleLinter
}

/** @throws {DictionaryError} and the system's errors, where the build is missing or stale. */
export function openBuild(folder: string = buildFolder()): Build {
  const data = JSON.parse(readFileSync(join(folder, 'data.json'), 'utf8')) as LinterData
  // Over the bytes of the file with no copy.
  const tokenizer = createTokenizer(loadDictionary(readFileSync(join(folder, 'dictionary.bin')), crc32))
  const normalize = authoredNormalizer(data)
  let made: Readers | undefined
  const readers = () => {
    made ??= createReaders(data, normalize)
    return made
  }
  return {
    data,
    tokenizer,
    normalize,
    readers,
    threadFacts: threadFactsBy(
      data,
      data.packs.map(({ raw }) => raw as PackSpec),
    ),
    serviceNames: new Map(data.services.map(({ id, aliases, weak }) => [id, [...aliases, ...weak]])),
    linter: () => assembleLinter(data, tokenizer, normalize, readers()),
  }
}

export const threadFactsBy = (
  { tables }: Pick<LinterData, 'tables'>,
  packs: readonly PackSpec[],
): ThreadFacts => createThreadFacts(tables.talkroom, packs)

/** The folder with rules/ and dictionaries/ that the build was made of: they are part of the package. */
export const packageFolder = (): string => join(buildFolder(), '..')

/** The bundles stand in dist/, the sources in src/runtime/; build/ is beside dist/ and src/. */
export function buildFolder(): string {
  const near = ['../build', '../../build'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
  return near.find((folder) => existsSync(join(folder, 'data.json'))) ?? near[0]!
}

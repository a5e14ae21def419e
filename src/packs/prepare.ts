/**
 * What a start would work out anew each time from packs and dictionaries that do not change: the build does it once and
 * keeps it beside them. It says nothing that they do not; without it a linter is the same, and slower to make.
 */
import type { Tokenizer } from '../core/morph/token.ts'
import { inflectionsOf } from '../core/pattern/word-classes.ts'
import { settingsBeside } from '../core/rules/compile-rules.ts'
import type { PackSpec } from '../core/rules/rule-spec.ts'
import { isSettled } from '../core/text/normalize.ts'
import { assembleLinter, authoredNormalizer } from './assemble.ts'
import type { LinterData } from './linter-data.ts'

/**
 * @param tokenizer of the dictionary that the data goes with.
 * @throws {PackError} where packs or dictionaries have faults.
 */
export function prepare(data: LinterData, tokenizer: Tokenizer): LinterData {
  const normalized = new Map<string, string>()
  const normalize = authoredNormalizer(data)
  assembleLinter(data, tokenizer, (text) => {
    const plain = normalize(text)
    if (!isSettled(text)) normalized.set(text, plain)
    return plain
  })
  return {
    ...data,
    packs: data.packs.map((pack) => ({ ...pack, settings: settingsBeside((pack.raw as PackSpec).rules) })),
    prepared: {
      inflections: inflectionsOf(data.language.words, tokenizer, (text) => normalize(text).toLowerCase()),
      normalized: Object.fromEntries(normalized),
    },
  }
}

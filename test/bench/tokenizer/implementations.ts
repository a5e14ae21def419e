/** What is measured against what, each behind the same two functions. */
import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import kuromoji, { type Tokenizer as StockTokenizer } from 'kuromoji'
import { type Dictionary, loadDictionary } from '../../../src/core/morph/dictionary.ts'
import { Lattice } from '../../../src/core/morph/lattice.ts'
import type { Tokenizer } from '../../../src/core/morph/token.ts'
import { createTokenizer } from '../../../src/core/morph/tokenizer.ts'

/** Analyses a text and gives a number that depends on all that it found, so that nothing can be left out. */
export type Analyse = (text: string) => number

export async function loadStock(): Promise<Analyse> {
  const tokenizer = await new Promise<StockTokenizer>((resolve, reject) => {
    kuromoji
      .builder({ dicPath: 'node_modules/kuromoji/dict' })
      .build((error, built) => (error ? reject(error) : resolve(built)))
  })
  return (text) => {
    let sum = 0
    for (const token of tokenizer.tokenize(text)) {
      sum +=
        token.surface_form.length + token.pos.length + token.conjugated_form.length + token.basic_form.length
      sum += token.reading?.length ?? 0
    }
    return sum
  }
}

export const loadOurs = (file: 'dictionary.bin' | 'dictionary.packed.bin') => {
  const dictionary = loadDictionary(readFileSync(`build/${file}`), crc32)
  return { dictionary, tokenizer: createTokenizer(dictionary) }
}

/** Token objects, every field read; the reading, which IPADIC keeps and the linter seldom asks for, on demand. */
export const objects =
  (tokenizer: Tokenizer, { readings } = { readings: false }): Analyse =>
  (text) => {
    let sum = 0
    for (const token of tokenizer.tokenize(text)) {
      sum += token.surface.length + token.pos[0].length + token.conjugationForm.length + token.baseForm.length
      if (readings) sum += token.reading?.length ?? 0
    }
    return sum
  }

/** The search alone, its result left in columns: what a text costs before a rule asks for anything. */
export const columns =
  (lattice: Lattice): Analyse =>
  (text) => {
    lattice.analyse(text)
    return lattice.count
  }

export const newLattice = (dictionary: Dictionary): Lattice => new Lattice(dictionary, { userEntries: true })

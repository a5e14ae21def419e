/**
 * Compiles kuromoji's dictionary files and the project's own words into build/dictionary.bin (flat, for Node) and
 * build/dictionary.packed.bin (the same, for a bundle).
 * Called by build-dictionary.mjs, which knows whether there is anything to do.
 */
import { readKuromoji } from './dictionary/kuromoji-source.ts'
import { packDictionary } from './dictionary/pack-dictionary.ts'
import { readUserEntries } from './dictionary/user-entries.ts'
import { writeDictionary } from './dictionary/write-dictionary.ts'

export interface CompileOptions {
  /** The folder of kuromoji's *.dat.gz. */
  readonly kuromoji: string
  readonly userFiles: readonly { readonly name: string; readonly text: string }[]
  /** SHA-256 of all inputs, kept in the file. */
  readonly inputs: Uint8Array
}

/** @throws Error that names every faulty line of the user dictionaries. */
export function compileDictionary({ kuromoji, userFiles, inputs }: CompileOptions): {
  flat: ArrayBuffer
  packed: ArrayBuffer
} {
  const source = readKuromoji(kuromoji)
  const { entries, faults } = readUserEntries(userFiles, source.words)
  if (faults.length > 0) {
    throw new Error(faults.map(({ file, line, fault }) => `${file}:${line}: ${fault}`).join('\n'))
  }
  const flat = writeDictionary({ ...source, words: [...source.words, ...entries] }, inputs)
  return { flat, packed: packDictionary(flat) }
}

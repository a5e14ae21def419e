/** Every name and hidden word in one tree, so that one walk through a text serves all who ask about it. */
import { Glyphs, type GlyphTables } from './glyphs.ts'
import { NameSearch } from './name-search.ts'
import type { Reading } from './name-walk.ts'
import { namesOf, type Romaji } from './names.ts'
import type { Service } from './service.ts'

export interface NameTables extends GlyphTables {
  /** Letters of names → how their sound is written otherwise: l → エル, ライ → 来. */
  readonly sounds: Readonly<Record<string, readonly string[]>>
  /** Latin letter → the kana of its key, as large katakana. */
  readonly kanaKeys: ReadonlyMap<string, string>
  /** Ordinary words that begin with a name. */
  readonly decoys: readonly string[]
  /** The services' romaji, where they were made before. */
  readonly romaji?: Romaji
}

/** Words that are no service's names stand in the tree as those of one. */
const wordsAs = (id: string, capability: Service['capability'], aliases: readonly string[]): Service => ({
  id,
  name: '',
  capability,
  aliases,
  weak: [],
  code_words: [],
  hosts: [],
})

export class NameIndex {
  /** Stands for ordinary words that people hide. */
  readonly hidden: Service
  /** Stands for words that only begin with a name. */
  readonly decoy: Service
  private readonly search: NameSearch

  /** @param hiddenWords ordinary words that people hide. */
  constructor(
    readonly services: readonly Service[],
    hiddenWords: readonly string[],
    tables: NameTables,
  ) {
    this.hidden = wordsAs('hidden', 'messenger', hiddenWords)
    this.decoy = wordsAs('decoy', 'reference', tables.decoys)
    const names = namesOf([...services, this.hidden, this.decoy], tables.kanaKeys, tables.romaji)
    this.search = new NameSearch(names, tables.sounds, new Glyphs(tables))
  }

  /** All that can be read as a name. */
  readings(text: string): readonly Reading[] {
    return this.search.readings(text)
  }
}

/**
 * The classes of words that statements are read with (dictionaries/acts, dictionaries/nouns): lemma → classes.
 *
 * A lemma also answers to its potential form (話せる) and to the noun of its stem (渡し), which nobody has to author.
 */

import { NO_NODE, UnitTrie } from '../text/unit-trie.ts'

export interface LexiconEntry {
  readonly lemma: string
  readonly classes: ReadonlySet<string>
  /** 話せる for 話す. */
  readonly potential: boolean
}

export type LexiconSpec = Readonly<Record<string, readonly string[]>>

const POTENTIAL: Readonly<Record<string, string>> = {
  う: 'え',
  く: 'け',
  ぐ: 'げ',
  す: 'せ',
  つ: 'て',
  ぬ: 'ね',
  ぶ: 'べ',
  む: 'め',
  る: 'れ',
}
const STEM: Readonly<Record<string, string>> = {
  う: 'い',
  く: 'き',
  ぐ: 'ぎ',
  す: 'し',
  つ: 'ち',
  ぬ: 'に',
  ぶ: 'び',
  む: 'み',
  る: 'り',
}
const HONORIFIC = /^(?:お|ご|御)(?=.)/u
const HONORIFICS = 'おご御'

/** Where a walk through the lexicon's words stands; GONE where no word goes on so. */
export type Beginning = number
export const START: Beginning = 0
export const GONE: Beginning = NO_NODE

export class Lexicon {
  private readonly entries = new Map<string, LexiconEntry>()
  private readonly trie = new UnitTrie()
  /** By node of the tree: the entry that ends there. */
  private readonly entryAt: (LexiconEntry | undefined)[]
  /** By node: whether some word goes on behind it. */
  private readonly inner: Uint8Array

  /** @param normalize as messages are, lower case. */
  constructor(spec: LexiconSpec, normalize: (text: string) => string) {
    const classes = new Map<string, Set<string>>()
    for (const [name, words] of Object.entries(spec)) {
      for (const word of words) {
        const key = normalize(word)
        const known = classes.get(key) ?? new Set<string>()
        known.add(name)
        classes.set(key, known)
      }
    }
    // ご依頼 is 依頼 as well.
    for (const [key, names] of classes) {
      for (const name of classes.get(key.replace(HONORIFIC, '')) ?? []) names.add(name)
    }
    for (const [lemma, names] of classes) this.entries.set(lemma, { lemma, classes: names, potential: false })
    for (const [lemma, names] of classes) this.derive(lemma, names)
    const keys = [...this.entries.keys()].filter((key) => key !== '')
    const nodes = keys.map((key) => this.trie.add(key))
    this.entryAt = new Array(this.trie.size).fill(undefined)
    this.inner = new Uint8Array(this.trie.size)
    for (const [index, key] of keys.entries()) {
      this.entryAt[nodes[index]!] = this.entries.get(key)
      for (let at = 0, node = START; at < key.length - 1; at++) {
        node = this.trie.step(node, key.charCodeAt(at))
        this.inner[node] = 1
      }
    }
  }

  private derive(lemma: string, classes: ReadonlySet<string>): void {
    const last = lemma.at(-1)!
    const stem = lemma.slice(0, -1)
    if (stem === '' || POTENTIAL[last] === undefined) return
    const add = (key: string, potential: boolean) => {
      if (key.length > 1 && !this.entries.has(key)) this.entries.set(key, { lemma, classes, potential })
    }
    add(`${stem}${POTENTIAL[last]}る`, true)
    add(`${stem}${STEM[last]}`, false)
    // 届ける → 届け: the stem of a verb in one row.
    if (last === 'る' && stem.length > 1 && /[いきぎしじちにひびみりえけげせぜてでねへべめれ]$/u.test(stem))
      add(stem, false)
  }

  /** The entry of a word, with or without お and ご before it. */
  find(word: string): LexiconEntry | undefined {
    const entry = this.entries.get(word)
    if (entry !== undefined || word.length < 2 || !HONORIFICS.includes(word[0]!)) return entry
    return this.entries.get(word.slice(1))
  }

  /** The beginning that is `beginning` and behind it the word, from a place of the word on. */
  through(beginning: Beginning, word: string, from = 0): Beginning {
    let node = beginning
    for (let at = from; at < word.length && node !== GONE; at++) {
      const unit = word.charCodeAt(at)
      node = node === START ? this.trie.first(unit) : this.trie.step(node, unit)
    }
    return node
  }

  /** The beginning that the word is without お and ご before it; GONE where it has none. */
  behindHonorific(word: string): Beginning {
    return HONORIFICS.includes(word[0]!) ? this.through(START, word, 1) : GONE
  }

  /** The entry that is just so. */
  at(beginning: Beginning): LexiconEntry | undefined {
    return beginning <= START ? undefined : this.entryAt[beginning]
  }

  /** Whether some entry begins so and goes on. */
  goesOn(beginning: Beginning): boolean {
    return beginning > START && this.inner[beginning] === 1
  }
}

/**
 * The classes of words that statements are read with (dictionaries/acts, dictionaries/nouns): lemma → classes.
 *
 * A lemma also answers to its potential form (話せる) and to the noun of its stem (渡し), which nobody has to author.
 */

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

export class Lexicon {
  private readonly entries = new Map<string, LexiconEntry>()
  private readonly beginnings = new Set<string>()

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
    for (const key of this.entries.keys()) {
      for (let end = 1; end < key.length; end++) this.beginnings.add(key.slice(0, end))
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

  /** Whether some entry begins so and goes on. */
  goesOn(beginning: string): boolean {
    return this.beginnings.has(beginning)
  }
}

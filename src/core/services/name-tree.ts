/** The names of services as a tree over their letters, with the ways in which letters are written by their sound. */
import { append } from '../text/append.ts'
import type { Glyphs } from './glyphs.ts'
import type { Name } from './service.ts'

export interface Node {
  readonly children: Map<string, Node>
  readonly names: Name[]
}

/** A way to write some letters of a name by their sound: エル for l, 来 for ライ. */
export interface Spelling {
  readonly letters: readonly string[]
  /** The symbols that are written instead. */
  readonly word: readonly string[]
}

const NOTHING: readonly never[] = []

export class NameTree {
  readonly root: Node = { children: new Map(), names: [] }
  /** Second letter → where names are that have it, whatever their first. */
  private readonly seconds = new Map<string, Node[]>()
  /** First symbol of what is written → what it may stand for. */
  private readonly spellings = new Map<string, Spelling[]>()

  constructor(names: readonly Name[], sounds: Readonly<Record<string, readonly string[]>>, glyphs: Glyphs) {
    for (const name of names) {
      let at = this.root
      for (const letter of name.letters) {
        let next = at.children.get(letter)
        if (next === undefined) {
          next = { children: new Map(), names: [] }
          at.children.set(letter, next)
        }
        at = next
      }
      at.names.push(name)
    }
    for (const first of this.root.children.values()) {
      for (const [letter, second] of first.children) append(this.seconds, letter, second)
    }
    const symbolsOf = (word: string) => [...word].map((character) => glyphs.of(character).symbol)
    for (const [letters, words] of Object.entries(sounds)) {
      for (const word of words.map(symbolsOf)) {
        append(this.spellings, word[0] as string, { letters: symbolsOf(letters), word })
      }
    }
  }

  withSecond(letter: string): readonly Node[] {
    return this.seconds.get(letter) ?? NOTHING
  }

  spelledFrom(symbol: string): readonly Spelling[] {
    return this.spellings.get(symbol) ?? NOTHING
  }
}

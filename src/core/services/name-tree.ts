/** The names of services as a tree over their letters, with the ways in which letters are written by their sound. */
import { append } from '../text/append.ts'
import type { Glyphs } from './glyphs.ts'
import type { Name } from './service.ts'

const NOTHING: readonly never[] = []
const NO_CHILDREN: ReadonlyMap<string, never> = new Map<string, never>()

export interface Node {
  readonly children: ReadonlyMap<string, Node>
  readonly names: readonly Name[]
}

/** Most nodes have neither or one of the two: what is empty, all of them share. */
class GrowingNode implements Node {
  private next: Map<string, GrowingNode> | undefined
  private ending: Name[] | undefined

  get children(): ReadonlyMap<string, Node> {
    return this.next ?? NO_CHILDREN
  }

  get names(): readonly Name[] {
    return this.ending ?? NOTHING
  }

  child(letter: string): GrowingNode {
    this.next ??= new Map()
    let child = this.next.get(letter)
    if (child === undefined) {
      child = new GrowingNode()
      this.next.set(letter, child)
    }
    return child
  }

  end(name: Name): void {
    this.ending ??= []
    this.ending.push(name)
  }
}

/** A way to write some letters of a name by their sound: エル for l, 来 for ライ. */
export interface Spelling {
  readonly letters: readonly string[]
  /** The symbols that are written instead. */
  readonly word: readonly string[]
}

export class NameTree {
  readonly root: Node
  /** Second letter → where names are that have it, whatever their first. */
  private readonly seconds = new Map<string, Node[]>()
  /** First symbol of what is written → what it may stand for. */
  private readonly spellings = new Map<string, Spelling[]>()

  constructor(names: readonly Name[], sounds: Readonly<Record<string, readonly string[]>>, glyphs: Glyphs) {
    const root = new GrowingNode()
    for (const name of names) {
      let at = root
      for (const letter of name.letters) at = at.child(letter)
      at.end(name)
    }
    this.root = root
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

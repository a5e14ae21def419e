/**
 * The search for the cheapest path through all readings of a text (Viterbi), over typed arrays.
 *
 * It gives what stock kuromoji gives, ties included, without its traps: positions are UTF-16 code units, a run of
 * unknown characters is bounded, and time and memory are linear in the text. Scratch memory is kept between calls up
 * to a bound, and is the reason why one lattice serves one call at a time.
 */
import type { Dictionary } from './dictionary.ts'
import { BASE_BITS, BASE_MASK, COUNT_BITS, COUNT_MASK, ONLY_CHILD } from './dictionary-format.ts'

/**
 * Longest unknown word in code units; MeCab's `max-grouping-size`. Without it a long run of hiragana behind a
 * character that no word begins with (ょ, っ) is one token, and the lattice of a run is quadratic.
 */
export const MAX_UNKNOWN_LENGTH = 24

/** Nodes after which the part that all hypotheses share is handed out. */
const COMMIT_NODES = 16_384

/** Costs are at most 2 × 32,767 a node: up to here a 32-bit sum cannot overflow. */
const MAX_NODES = 32_767

/**
 * Nodes after which the cheapest hypothesis is taken even where others share nothing with it (a text of one syllable
 * repeated can be cut in two ways that never meet). What is left of MAX_NODES is far more than one place can need.
 */
const FORCED_NODES = 24_576

/** Texts up to this length use scratch memory that is kept. */
const KEPT_LENGTH = 16_384

/** A node's fields in the node array. */
const NODE = 8
const COST = 0
const PREVIOUS = 1
/** The next node in the list of those that end at the same place; -1 at the list's end. */
const NEXT = 2
const RIGHT = 3
const WORD = 4
const START = 5
const MARK = 6

/** 、 and 。: kuromoji analyses what they end by itself. */
const COMMA = 0x3001
const FULL_STOP = 0x3002

export interface LatticeOptions {
  /** Whether the entries of dictionaries/*.csv take part. */
  readonly userEntries: boolean
}

export class Lattice {
  /** Tokens of the last analysis: token `i` is `[starts[i], starts[i + 1])`, the last ends with the text. */
  starts: Int32Array = new Int32Array(1024)
  /** The tokens' numbers in the dictionary's word table. */
  words: Int32Array = new Int32Array(1024)
  count = 0

  readonly #dictionary: Dictionary
  /** By word class: `left context << 16 | right context`. */
  readonly #contexts: Int32Array
  readonly #firstSkippedClass: number
  /** By character class: `first word << 8 | words`, invoke and group as flags. */
  readonly #unknownWords: Int32Array
  readonly #invoke: Uint8Array
  readonly #group: Uint8Array

  #nodes = new Int32Array(NODE * MAX_NODES)
  #nodeCount = 0
  /** The number of nodes at which the next attempt to commit is due. */
  #commitAt = COMMIT_NODES
  /** The furthest place where a node ends. */
  #reach = 0

  // The cheapest node of each right context that ends where the search stands.
  readonly #stateCost: Int32Array
  readonly #stateRight: Int32Array
  readonly #stateNode: Int32Array
  readonly #stateOf: Int32Array
  readonly #stateStamp: Int32Array
  // The cheapest predecessor for each left context, as far as it was asked for.
  readonly #memoCost: Int32Array
  readonly #memoNode: Int32Array
  readonly #memoStamp: Int32Array
  #stamp = 0

  readonly #keptLabels = new Uint16Array(KEPT_LENGTH)
  readonly #keptClasses = new Uint8Array(KEPT_LENGTH)
  readonly #keptEnds = new Int32Array(KEPT_LENGTH + 1)

  constructor(dictionary: Dictionary, { userEntries }: LatticeOptions) {
    this.#dictionary = dictionary
    const { classes, contexts, characterClasses, firstUserClass } = dictionary
    this.#contexts = Int32Array.from({ length: classes.length / 4 }, (_, id) => {
      return (classes[4 * id]! << 16) | classes[4 * id + 1]!
    })
    this.#firstSkippedClass = userEntries ? 0x10000 : firstUserClass
    this.#unknownWords = Int32Array.from(characterClasses, (one) => (one.firstWord << 8) | one.wordCount)
    this.#invoke = Uint8Array.from(characterClasses, (one) => Number(one.invoke))
    this.#group = Uint8Array.from(characterClasses, (one) => Number(one.group))
    this.#stateCost = new Int32Array(contexts)
    this.#stateRight = new Int32Array(contexts)
    this.#stateNode = new Int32Array(contexts)
    this.#stateOf = new Int32Array(contexts)
    this.#stateStamp = new Int32Array(contexts)
    this.#memoCost = new Int32Array(contexts)
    this.#memoNode = new Int32Array(contexts)
    this.#memoStamp = new Int32Array(contexts)
  }

  /** Leaves the tokens of the text in `starts`, `words` and `count`, until the next call. */
  analyse(text: string): void {
    const length = text.length
    const kept = length <= KEPT_LENGTH
    const labels = kept ? this.#keptLabels : new Uint16Array(length)
    const classes = kept ? this.#keptClasses : new Uint8Array(length)
    const ends = kept ? this.#keptEnds : new Int32Array(length + 1)
    ends.fill(-1, 0, length + 1)
    const { labels: labelOf, characterClass: classOf } = this.#dictionary
    if (this.starts.length > KEPT_LENGTH) {
      this.starts = new Int32Array(1024)
      this.words = new Int32Array(1024)
    }
    this.count = 0
    let start = 0
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i)
      labels[i] = labelOf[unit]!
      classes[i] = classOf[unit]!
      if (unit === COMMA || unit === FULL_STOP) {
        this.#analyseSentence(text, start, i + 1, labels, classes, ends)
        start = i + 1
      }
    }
    if (start < length) this.#analyseSentence(text, start, length, labels, classes, ends)
  }

  #analyseSentence(
    text: string,
    from: number,
    to: number,
    labels: Uint16Array,
    classes: Uint8Array,
    ends: Int32Array,
  ): void {
    const { trie, words } = this.#dictionary
    const contexts = this.#contexts
    const firstSkippedClass = this.#firstSkippedClass
    const rootBase = trie[0]! & BASE_MASK
    this.#begin(from, 0, ends)
    let runEnd = from
    for (let position = from; position < to; position++) {
      if (ends[position]! < 0) continue
      if (this.#nodeCount > this.#commitAt) this.#commit(position, ends)
      const states = this.#gatherStates(ends[position]!)

      let known = false
      let base = rootBase
      let addLabel = -1
      let end = position
      while (end < to) {
        const label = labels[end]!
        if (label === 0) break
        // The only child's slot is the base itself: the label is masked out.
        const slot = (base + (label & addLabel)) << 1
        const unit = trie[slot]!
        if (unit >>> BASE_BITS !== label) break
        end++
        const entry = trie[slot + 1]!
        const count = entry & COUNT_MASK
        if (count !== 0) {
          const first = (entry & ~ONLY_CHILD) >>> COUNT_BITS
          for (let word = first, last = first + count; word < last; word++) {
            const packed = words[word]!
            const wordClass = packed >>> 16
            if (wordClass >= firstSkippedClass) continue
            known = true
            this.#append(position, end, word, contexts[wordClass]!, (packed << 16) >> 16, states, ends)
          }
        }
        base = unit & BASE_MASK
        if (base === 0) break
        addLabel = ~(entry >> 31)
      }

      const characterClass = classes[position]!
      if (known && this.#invoke[characterClass] === 0) continue
      end = position + 1
      if (this.#group[characterClass] === 1) {
        if (runEnd <= position) {
          runEnd = position + 1
          while (runEnd < to && classes[runEnd] === characterClass) runEnd++
        }
        end = Math.min(runEnd, position + MAX_UNKNOWN_LENGTH)
      } else if (end < to && isPair(text, position)) end++
      if (end < to && isPair(text, end - 1)) end--
      const entries = this.#unknownWords[characterClass]!
      for (let word = entries >>> 8, last = word + (entries & 0xff); word < last; word++) {
        const packed = words[word]!
        this.#append(position, end, word, contexts[packed >>> 16]!, (packed << 16) >> 16, states, ends)
      }
    }
    const states = this.#gatherStates(ends[to]!)
    this.#emit(this.#bestFor(0, states))
  }

  /** Starts a lattice whose only hypothesis ends at `position` with the given right context. */
  #begin(position: number, right: number, ends: Int32Array): void {
    const nodes = this.#nodes
    nodes[COST] = 0
    nodes[PREVIOUS] = -1
    nodes[NEXT] = -1
    nodes[RIGHT] = right
    nodes[START] = -1
    nodes[MARK] = 0
    this.#nodeCount = 1
    this.#commitAt = COMMIT_NODES
    this.#reach = position
    ends[position] = 0
  }

  /** Reduces the nodes that end at one place to the cheapest of each right context. Gives the number of states. */
  #gatherStates(head: number): number {
    const nodes = this.#nodes
    const stateCost = this.#stateCost
    const stateNode = this.#stateNode
    const stateRight = this.#stateRight
    const stateOf = this.#stateOf
    const stateStamp = this.#stateStamp
    const stamp = ++this.#stamp
    if (stamp === 0x7fffffff) this.#resetStamps()
    let states = 0
    for (let node = head; node >= 0; ) {
      const at = node * NODE
      const right = nodes[at + RIGHT]!
      const cost = nodes[at + COST]!
      if (stateStamp[right] !== stamp) {
        stateStamp[right] = stamp
        stateOf[right] = states
        stateRight[states] = right
        stateCost[states] = cost
        stateNode[states] = node
        states++
      } else {
        const state = stateOf[right]!
        // The list runs from the youngest node to the oldest, and the oldest of equals is kuromoji's choice.
        if (cost <= stateCost[state]!) {
          stateCost[state] = cost
          stateNode[state] = node
        }
      }
      node = nodes[at + NEXT]!
    }
    return states
  }

  #resetStamps(): void {
    this.#stateStamp.fill(0)
    this.#memoStamp.fill(0)
    this.#stamp = 1
  }

  /** The cheapest node to stand before a word of the left context; its cost is left in `#memoCost`. */
  #bestFor(left: number, states: number): number {
    const { connections } = this.#dictionary
    const row = left * this.#dictionary.contexts
    const stateCost = this.#stateCost
    const stateNode = this.#stateNode
    const stateRight = this.#stateRight
    let bestCost = stateCost[0]! + connections[row + stateRight[0]!]!
    let bestNode = stateNode[0]!
    for (let state = 1; state < states; state++) {
      const cost = stateCost[state]! + connections[row + stateRight[state]!]!
      if (cost < bestCost || (cost === bestCost && stateNode[state]! < bestNode)) {
        bestCost = cost
        bestNode = stateNode[state]!
      }
    }
    this.#memoStamp[left] = this.#stamp
    this.#memoCost[left] = bestCost
    this.#memoNode[left] = bestNode
    return bestNode
  }

  #append(
    start: number,
    end: number,
    word: number,
    contexts: number,
    cost: number,
    states: number,
    ends: Int32Array,
  ): void {
    const left = contexts >>> 16
    if (this.#memoStamp[left] !== this.#stamp) this.#bestFor(left, states)
    const node = this.#nodeCount++
    const at = node * NODE
    const nodes = this.#nodes
    nodes[at + COST] = this.#memoCost[left]! + cost
    nodes[at + PREVIOUS] = this.#memoNode[left]!
    nodes[at + NEXT] = ends[end]!
    nodes[at + RIGHT] = contexts & 0xffff
    nodes[at + WORD] = word
    nodes[at + START] = start
    nodes[at + MARK] = 0
    ends[end] = node
    if (end > this.#reach) this.#reach = end
  }

  /**
   * Hands out the tokens that every live hypothesis shares, and slides the rest of the lattice to the front.
   * Where they share nothing and space runs out, the cheapest hypothesis at the position is taken for the truth.
   */
  #commit(position: number, ends: Int32Array): void {
    const nodes = this.#nodes
    const shared = this.#sharedAncestor(position, ends)
    if (shared === 0) {
      if (this.#nodeCount < FORCED_NODES) {
        this.#commitAt += 2048
        return
      }
      const best = this.#bestFor(0, this.#gatherStates(ends[position]!))
      this.#emit(best)
      ends.fill(-1, position, this.#reach + 1)
      this.#begin(position, nodes[best * NODE + RIGHT]!, ends)
      return
    }
    this.#emit(shared)
    const cost = nodes[shared * NODE + COST]!
    nodes.copyWithin(0, shared * NODE, this.#nodeCount * NODE)
    this.#nodeCount -= shared
    this.#commitAt = Math.max(COMMIT_NODES, this.#nodeCount + 2048)
    for (let at = 0, end = this.#nodeCount * NODE; at < end; at += NODE) {
      nodes[at + COST]! -= cost
      nodes[at + PREVIOUS]! -= shared
      if (nodes[at + NEXT]! >= 0) nodes[at + NEXT]! -= shared
    }
    nodes[PREVIOUS] = -1
    for (let end = position; end <= this.#reach; end++) if (ends[end]! >= 0) ends[end]! -= shared
  }

  /** The youngest node on the path of every hypothesis that ends at the position or behind it. */
  #sharedAncestor(position: number, ends: Int32Array): number {
    const nodes = this.#nodes
    let live = 0
    for (let end = position; end <= this.#reach; end++) {
      for (let node = ends[end]!; node >= 0; node = nodes[node * NODE + NEXT]!) {
        nodes[node * NODE + MARK] = 1
        live++
      }
    }
    // A node's predecessor is always older: going down from the youngest, paths merge until one is left.
    for (let node = this.#nodeCount - 1; node > 0; node--) {
      const at = node * NODE
      if (nodes[at + MARK] === 0) continue
      nodes[at + MARK] = 0
      if (live === 1) return node
      const previous = nodes[at + PREVIOUS]! * NODE
      if (nodes[previous + MARK] === 1) live--
      else nodes[previous + MARK] = 1
    }
    nodes[MARK] = 0
    return 0
  }

  /** Appends the tokens on the path to the node, the first node of the lattice apart. */
  #emit(last: number): void {
    const nodes = this.#nodes
    let length = 0
    for (let node = last; node > 0; node = nodes[node * NODE + PREVIOUS]!) length++
    const count = this.count + length
    if (count > this.starts.length) {
      const size = Math.max(count, 2 * this.starts.length)
      const { starts, words } = this
      this.starts = new Int32Array(size)
      this.starts.set(starts)
      this.words = new Int32Array(size)
      this.words.set(words)
    }
    let token = count
    for (let node = last; node > 0; node = nodes[node * NODE + PREVIOUS]!) {
      token--
      this.starts[token] = nodes[node * NODE + START]!
      this.words[token] = nodes[node * NODE + WORD]!
    }
    this.count = count
  }
}

/** Whether the code units at the position and behind it are one character. */
function isPair(text: string, position: number): boolean {
  const high = text.charCodeAt(position)
  const low = text.charCodeAt(position + 1)
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000
}

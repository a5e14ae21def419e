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

/** No class has this number: none is skipped. */
const ALL_CLASSES = 0x10000

/** Texts up to this length use scratch memory that is kept. */
const KEPT_LENGTH = 16_384

/** A node's fields in the node array. */
const NODE_SHIFT = 3
const COST = 0
const PREVIOUS = 1
/** The next node in the list of those that end at the same place; -1 at the list's end. */
const NEXT = 2
const RIGHT = 3
const WORD = 4
const START = 5
const MARK = 6

/**
 * A state's fields: the cheapest node of one right context that ends where the search stands. It is kept twice: as a
 * list, and by right context, with the stamp of the place where it was true.
 */
const STATE_SHIFT = 2
const STATE_COST = 0
const STATE_RIGHT = 1
const STATE_NODE = 2

/** A memo's fields, by left context: the cheapest node to stand before it, as far as it was asked for at this place. */
const MEMO_SHIFT = 2
const MEMO_STAMP = 0
const MEMO_COST = 1
const MEMO_NODE = 2

/** Runs of words that begin at one place: more than any place can have. */
const MAX_RUNS = 256

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

  readonly #rootBase: number

  #nodes = new Int32Array(MAX_NODES << NODE_SHIFT)
  #nodeCount = 0
  /** The number of nodes at which the next attempt to commit is due. */
  #commitAt = COMMIT_NODES
  /** Where the run of one character class ends that the search is in. */
  #runEnd = 0
  /** The furthest place where a node ends. */
  #reach = 0

  readonly #states: Int32Array
  /** By right context: stamp, and number of the state. */
  readonly #stateOf: Int32Array
  readonly #memos: Int32Array
  #stamp = 0

  /** Runs of words that begin where the search stands: first word, word after the last, where they end. */
  readonly #runs = new Int32Array(3 * MAX_RUNS)

  readonly #keptLabels = new Uint16Array(KEPT_LENGTH)
  readonly #keptClasses = new Uint8Array(KEPT_LENGTH)
  readonly #keptEnds = new Int32Array(KEPT_LENGTH + 1)

  constructor(dictionary: Dictionary, { userEntries }: LatticeOptions) {
    this.#dictionary = dictionary
    const { classes, contexts, characterClasses, firstUserClass } = dictionary
    this.#contexts = Int32Array.from({ length: classes.length / 4 }, (_, id) => {
      return (classes[4 * id]! << 16) | classes[4 * id + 1]!
    })
    this.#firstSkippedClass = userEntries ? ALL_CLASSES : firstUserClass
    this.#unknownWords = Int32Array.from(characterClasses, (one) => (one.firstWord << 8) | one.wordCount)
    this.#invoke = Uint8Array.from(characterClasses, (one) => Number(one.invoke))
    this.#group = Uint8Array.from(characterClasses, (one) => Number(one.group))
    this.#rootBase = dictionary.trie[0]! & BASE_MASK
    this.#states = new Int32Array(contexts << STATE_SHIFT)
    this.#stateOf = new Int32Array(2 * contexts)
    this.#memos = new Int32Array(contexts << MEMO_SHIFT)
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
    const { words, connections, leastConnections, contexts: side } = this.#dictionary
    const contexts = this.#contexts
    const firstSkippedClass = this.#firstSkippedClass
    const nodes = this.#nodes
    const states = this.#states
    const memos = this.#memos
    const runs = this.#runs
    this.#begin(from, 0, ends)
    this.#runEnd = from
    for (let position = from; position < to; position++) {
      if (ends[position]! < 0) continue
      if (this.#nodeCount > this.#commitAt) this.#commit(position, ends)
      const statesEnd = this.#gatherStates(ends[position]!) << STATE_SHIFT
      const runsEnd = this.#findRuns(text, position, to, labels, classes)
      const stamp = this.#stamp
      let node = this.#nodeCount
      // What follows is the heart of the search; it stands in one piece because calls would take a third of its time.
      for (let run = 0; run < runsEnd; run += 3) {
        const end = runs[run + 2]!
        let previousHead = ends[end]!
        for (let word = runs[run]!, last = runs[run + 1]!; word < last; word++) {
          const packed = words[word]!
          const wordClass = packed >>> 16
          if (wordClass >= firstSkippedClass) continue
          const context = contexts[wordClass]!
          const left = context >>> 16
          const memo = left << MEMO_SHIFT
          if (memos[memo]! !== stamp) {
            const row = left * side
            const least = leastConnections[left]!
            let bestCost = states[STATE_COST]! + connections[row + states[STATE_RIGHT]!]!
            let bestNode = states[STATE_NODE]!
            for (let state = 1 << STATE_SHIFT; state < statesEnd; state += 1 << STATE_SHIFT) {
              const soFar = states[state + STATE_COST]!
              // No later state can win either: they are sorted.
              if (soFar + least > bestCost) break
              const cost = soFar + connections[row + states[state + STATE_RIGHT]!]!
              if (cost > bestCost) continue
              const candidate = states[state + STATE_NODE]!
              if (cost < bestCost || candidate < bestNode) {
                bestCost = cost
                bestNode = candidate
              }
            }
            memos[memo + MEMO_STAMP] = stamp
            memos[memo + MEMO_COST] = bestCost
            memos[memo + MEMO_NODE] = bestNode
          }
          const at = node << NODE_SHIFT
          nodes[at + COST] = memos[memo + MEMO_COST]! + ((packed << 16) >> 16)
          nodes[at + PREVIOUS] = memos[memo + MEMO_NODE]!
          nodes[at + NEXT] = previousHead
          nodes[at + RIGHT] = context & 0xffff
          nodes[at + WORD] = word
          nodes[at + START] = position
          previousHead = node++
        }
        ends[end] = previousHead
        if (end > this.#reach) this.#reach = end
      }
      this.#nodeCount = node
    }
    this.#emit(this.#cheapestAt(to, ends))
  }

  /** Finds the words that begin at the position, as runs in the word table. Gives where the runs' list ends. */
  #findRuns(text: string, position: number, to: number, labels: Uint16Array, classes: Uint8Array): number {
    const { trie } = this.#dictionary
    const runs = this.#runs
    let count = 0
    let base = this.#rootBase
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
      const size = entry & COUNT_MASK
      if (size !== 0) {
        const first = (entry & ~ONLY_CHILD) >>> COUNT_BITS
        runs[count] = first
        runs[count + 1] = first + size
        runs[count + 2] = end
        count += 3
      }
      base = unit & BASE_MASK
      if (base === 0) break
      addLabel = ~(entry >> 31)
    }
    if (this.#firstSkippedClass < ALL_CLASSES) count = this.#dropSkipped(count)

    const characterClass = classes[position]!
    if (count > 0 && this.#invoke[characterClass] === 0) return count
    end = position + 1
    if (this.#group[characterClass] === 1) {
      if (this.#runEnd <= position) {
        while (end < to && classes[end] === characterClass) end++
        this.#runEnd = end
      }
      end = Math.min(this.#runEnd, position + MAX_UNKNOWN_LENGTH)
    } else if (end < to && isPair(text, position)) end++
    if (end < to && isPair(text, end - 1)) end--
    const unknown = this.#unknownWords[characterClass]!
    runs[count] = unknown >>> 8
    runs[count + 1] = (unknown >>> 8) + (unknown & 0xff)
    runs[count + 2] = end
    return count + 3
  }

  /** Drops the runs of which no word takes part. */
  #dropSkipped(count: number): number {
    const { words } = this.#dictionary
    const runs = this.#runs
    let kept = 0
    for (let run = 0; run < count; run += 3) {
      let word = runs[run]!
      while (word < runs[run + 1]! && words[word]! >>> 16 >= this.#firstSkippedClass) word++
      if (word === runs[run + 1]) continue
      runs.copyWithin(kept, run, run + 3)
      kept += 3
    }
    return kept
  }

  /** Starts a lattice whose only hypothesis ends at `position` with the given right context. */
  #begin(position: number, right: number, ends: Int32Array): void {
    const nodes = this.#nodes
    nodes[COST] = 0
    nodes[PREVIOUS] = -1
    nodes[NEXT] = -1
    nodes[RIGHT] = right
    nodes[START] = -1
    this.#nodeCount = 1
    this.#commitAt = COMMIT_NODES
    this.#reach = position
    ends[position] = 0
  }

  /** Reduces the nodes that end at one place to the cheapest of each right context. Gives the number of states. */
  #gatherStates(head: number): number {
    const nodes = this.#nodes
    const states = this.#states
    const stateOf = this.#stateOf
    if (this.#stamp === 0x7fffffff) this.#resetStamps()
    const stamp = ++this.#stamp
    let count = 0
    for (let node = head; node >= 0; ) {
      const at = node << NODE_SHIFT
      const right = nodes[at + RIGHT]!
      const cost = nodes[at + COST]!
      const place = right << 1
      if (stateOf[place] !== stamp) {
        stateOf[place] = stamp
        stateOf[place + 1] = count
        const state = count << STATE_SHIFT
        states[state + STATE_COST] = cost
        states[state + STATE_RIGHT] = right
        states[state + STATE_NODE] = node
        count++
      } else {
        const state = stateOf[place + 1]! << STATE_SHIFT
        // The list runs from the youngest node to the oldest, and the oldest of equals is kuromoji's choice.
        if (cost <= states[state + STATE_COST]!) {
          states[state + STATE_COST] = cost
          states[state + STATE_NODE] = node
        }
      }
      node = nodes[at + NEXT]!
    }
    this.#sortStates(count)
    return count
  }

  /** By cost: the search may then stop at the first state that cannot win. */
  #sortStates(count: number): void {
    const states = this.#states
    const size = 1 << STATE_SHIFT
    for (let state = size; state < count << STATE_SHIFT; state += size) {
      const cost = states[state + STATE_COST]!
      if (states[state - size + STATE_COST]! <= cost) continue
      const right = states[state + STATE_RIGHT]!
      const node = states[state + STATE_NODE]!
      let at = state
      do {
        states[at + STATE_COST] = states[at - size + STATE_COST]!
        states[at + STATE_RIGHT] = states[at - size + STATE_RIGHT]!
        states[at + STATE_NODE] = states[at - size + STATE_NODE]!
        at -= size
      } while (at > 0 && states[at - size + STATE_COST]! > cost)
      states[at + STATE_COST] = cost
      states[at + STATE_RIGHT] = right
      states[at + STATE_NODE] = node
    }
  }

  #resetStamps(): void {
    this.#stateOf.fill(0)
    this.#memos.fill(0)
    this.#stamp = 0
  }

  /** The node that ends at the position and is the cheapest to end a sentence with. */
  #cheapestAt(position: number, ends: Int32Array): number {
    const nodes = this.#nodes
    const { connections } = this.#dictionary
    let bestCost = Number.POSITIVE_INFINITY
    let best = -1
    for (let node = ends[position]!; node >= 0; node = nodes[(node << NODE_SHIFT) + NEXT]!) {
      const cost = nodes[(node << NODE_SHIFT) + COST]! + connections[nodes[(node << NODE_SHIFT) + RIGHT]!]!
      if (cost <= bestCost) {
        bestCost = cost
        best = node
      }
    }
    return best
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
      const best = this.#cheapestAt(position, ends)
      this.#emit(best)
      ends.fill(-1, position, this.#reach + 1)
      this.#begin(position, nodes[(best << NODE_SHIFT) + RIGHT]!, ends)
      return
    }
    this.#emit(shared)
    const cost = nodes[(shared << NODE_SHIFT) + COST]!
    nodes.copyWithin(0, shared << NODE_SHIFT, this.#nodeCount << NODE_SHIFT)
    this.#nodeCount -= shared
    this.#commitAt = Math.max(COMMIT_NODES, this.#nodeCount + 2048)
    for (let at = 0, end = this.#nodeCount << NODE_SHIFT; at < end; at += 1 << NODE_SHIFT) {
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
    for (let node = 0; node < this.#nodeCount; node++) nodes[(node << NODE_SHIFT) + MARK] = 0
    for (let end = position; end <= this.#reach; end++) {
      for (let node = ends[end]!; node >= 0; node = nodes[(node << NODE_SHIFT) + NEXT]!) {
        nodes[(node << NODE_SHIFT) + MARK] = 1
        live++
      }
    }
    // A node's predecessor is always older: going down from the youngest, paths merge until one is left.
    for (let node = this.#nodeCount - 1; node > 0; node--) {
      const at = node << NODE_SHIFT
      if (nodes[at + MARK] === 0) continue
      if (live === 1) return node
      const previous = nodes[at + PREVIOUS]! << NODE_SHIFT
      if (nodes[previous + MARK] === 1) live--
      else nodes[previous + MARK] = 1
    }
    return 0
  }

  /** Appends the tokens on the path to the node, the first node of the lattice apart. */
  #emit(last: number): void {
    const nodes = this.#nodes
    let length = 0
    for (let node = last; node > 0; node = nodes[(node << NODE_SHIFT) + PREVIOUS]!) length++
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
    for (let node = last; node > 0; node = nodes[(node << NODE_SHIFT) + PREVIOUS]!) {
      token--
      this.starts[token] = nodes[(node << NODE_SHIFT) + START]!
      this.words[token] = nodes[(node << NODE_SHIFT) + WORD]!
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

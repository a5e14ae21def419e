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

/** A state is `right context << NODE_BITS | node`; nodes are below MAX_NODES. */
const NODE_BITS = 15
const NODE_MASK = (1 << NODE_BITS) - 1

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

  // A node's fields. An array each is a quarter faster than all in one: the engine need not compute places from numbers.
  readonly #nodeCosts = new Int32Array(MAX_NODES)
  readonly #nodePrevious = new Int32Array(MAX_NODES)
  /** The next node in the list of those that end at the same place; -1 at the list's end. */
  readonly #nodeNext = new Int32Array(MAX_NODES)
  readonly #nodeRights = new Uint16Array(MAX_NODES)
  readonly #nodeWords = new Int32Array(MAX_NODES)
  readonly #nodeStarts = new Int32Array(MAX_NODES)
  readonly #nodeMarks = new Uint8Array(MAX_NODES)
  #nodeCount = 0
  /** The number of nodes at which the next attempt to commit is due. */
  #commitAt = COMMIT_NODES
  /** Where the run of one character class ends that the search is in. */
  #runEnd = 0
  /** The furthest place where a node ends. */
  #reach = 0

  /** The cheapest node of each right context that ends where the search stands, by rising cost. */
  readonly #states: Int32Array
  readonly #stateCosts: Int32Array
  /** By right context: the number of its state, and the stamp of the place where that was true. */
  readonly #stateOf: Uint16Array
  readonly #stamps: Int32Array
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
    this.#states = new Int32Array(contexts)
    this.#stateCosts = new Int32Array(contexts)
    this.#stateOf = new Uint16Array(contexts)
    this.#stamps = new Int32Array(contexts)
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
    const costs = this.#nodeCosts
    const previous = this.#nodePrevious
    const next = this.#nodeNext
    const rights = this.#nodeRights
    const nodeWords = this.#nodeWords
    const starts = this.#nodeStarts
    const states = this.#states
    const stateCosts = this.#stateCosts
    const runs = this.#runs
    this.#begin(from, 0, ends)
    this.#runEnd = from
    for (let position = from; position < to; position++) {
      if (ends[position]! < 0) continue
      if (this.#nodeCount > this.#commitAt) this.#commit(position, ends)
      const stateCount = this.#gatherStates(ends[position]!)
      const runsEnd = this.#findRuns(text, position, to, labels, classes)
      // Of the last word's left context: a word often shares it with the one before.
      let lastLeft = -1
      let bestCost = 0
      let bestNode = 0
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
          if (left !== lastLeft) {
            lastLeft = left
            const row = left * side
            const least = leastConnections[left]!
            const cheapest = states[0]!
            bestCost = stateCosts[0]! + connections[row + (cheapest >>> NODE_BITS)]!
            bestNode = cheapest & NODE_MASK
            for (let i = 1; i < stateCount; i++) {
              const soFar = stateCosts[i]!
              // No later state can win either: they are sorted.
              if (soFar + least > bestCost) break
              const state = states[i]!
              const cost = soFar + connections[row + (state >>> NODE_BITS)]!
              if (cost > bestCost) continue
              const candidate = state & NODE_MASK
              if (cost < bestCost || candidate < bestNode) {
                bestCost = cost
                bestNode = candidate
              }
            }
          }
          costs[node] = bestCost + ((packed << 16) >> 16)
          previous[node] = bestNode
          next[node] = previousHead
          rights[node] = context & 0xffff
          nodeWords[node] = word
          starts[node] = position
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
    this.#nodeCosts[0] = 0
    this.#nodePrevious[0] = -1
    this.#nodeNext[0] = -1
    this.#nodeRights[0] = right
    this.#nodeStarts[0] = -1
    this.#nodeCount = 1
    this.#commitAt = COMMIT_NODES
    this.#reach = position
    ends[position] = 0
  }

  /** Reduces the nodes that end at one place to the cheapest of each right context. Gives the number of states. */
  #gatherStates(head: number): number {
    const costs = this.#nodeCosts
    const rights = this.#nodeRights
    const next = this.#nodeNext
    const states = this.#states
    const stateCosts = this.#stateCosts
    const stateOf = this.#stateOf
    const stamps = this.#stamps
    if (this.#stamp === 0x7fffffff) {
      stamps.fill(0)
      this.#stamp = 0
    }
    const stamp = ++this.#stamp
    let count = 0
    for (let node = head; node >= 0; node = next[node]!) {
      const right = rights[node]!
      const cost = costs[node]!
      if (stamps[right] !== stamp) {
        stamps[right] = stamp
        stateOf[right] = count
        states[count] = (right << NODE_BITS) | node
        stateCosts[count] = cost
        count++
      } else {
        const state = stateOf[right]!
        // The list runs from the youngest node to the oldest, and the oldest of equals is kuromoji's choice.
        if (cost <= stateCosts[state]!) {
          states[state] = (right << NODE_BITS) | node
          stateCosts[state] = cost
        }
      }
    }
    this.#sortStates(count)
    return count
  }

  /** By cost: the search may then stop at the first state that cannot win. */
  #sortStates(count: number): void {
    const states = this.#states
    const costs = this.#stateCosts
    for (let i = 1; i < count; i++) {
      const cost = costs[i]!
      if (costs[i - 1]! <= cost) continue
      const state = states[i]!
      let at = i
      do {
        costs[at] = costs[at - 1]!
        states[at] = states[at - 1]!
        at--
      } while (at > 0 && costs[at - 1]! > cost)
      costs[at] = cost
      states[at] = state
    }
  }

  /** The node that ends at the position and is the cheapest to end a sentence with. */
  #cheapestAt(position: number, ends: Int32Array): number {
    const { connections } = this.#dictionary
    let bestCost = Number.POSITIVE_INFINITY
    let best = -1
    for (let node = ends[position]!; node >= 0; node = this.#nodeNext[node]!) {
      const cost = this.#nodeCosts[node]! + connections[this.#nodeRights[node]!]!
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
    const shared = this.#sharedAncestor(position, ends)
    if (shared === 0) {
      if (this.#nodeCount < FORCED_NODES) {
        this.#commitAt += 2048
        return
      }
      const best = this.#cheapestAt(position, ends)
      this.#emit(best)
      ends.fill(-1, position, this.#reach + 1)
      this.#begin(position, this.#nodeRights[best]!, ends)
      return
    }
    this.#emit(shared)
    const cost = this.#nodeCosts[shared]!
    for (const field of [
      this.#nodeCosts,
      this.#nodePrevious,
      this.#nodeNext,
      this.#nodeRights,
      this.#nodeWords,
      this.#nodeStarts,
    ]) {
      field.copyWithin(0, shared, this.#nodeCount)
    }
    this.#nodeCount -= shared
    this.#commitAt = Math.max(COMMIT_NODES, this.#nodeCount + 2048)
    for (let node = 0; node < this.#nodeCount; node++) {
      this.#nodeCosts[node]! -= cost
      this.#nodePrevious[node]! -= shared
      if (this.#nodeNext[node]! >= 0) this.#nodeNext[node]! -= shared
    }
    this.#nodePrevious[0] = -1
    for (let end = position; end <= this.#reach; end++) if (ends[end]! >= 0) ends[end]! -= shared
  }

  /** The youngest node on the path of every hypothesis that ends at the position or behind it. */
  #sharedAncestor(position: number, ends: Int32Array): number {
    const marks = this.#nodeMarks
    let live = 0
    marks.fill(0, 0, this.#nodeCount)
    for (let end = position; end <= this.#reach; end++) {
      for (let node = ends[end]!; node >= 0; node = this.#nodeNext[node]!) {
        marks[node] = 1
        live++
      }
    }
    // A node's predecessor is always older: going down from the youngest, paths merge until one is left.
    for (let node = this.#nodeCount - 1; node > 0; node--) {
      if (marks[node] === 0) continue
      if (live === 1) return node
      const previous = this.#nodePrevious[node]!
      if (marks[previous] === 1) live--
      else marks[previous] = 1
    }
    return 0
  }

  /** Appends the tokens on the path to the node, the first node of the lattice apart. */
  #emit(last: number): void {
    const previous = this.#nodePrevious
    let length = 0
    for (let node = last; node > 0; node = previous[node]!) length++
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
    for (let node = last; node > 0; node = previous[node]!) {
      token--
      this.starts[token] = this.#nodeStarts[node]!
      this.words[token] = this.#nodeWords[node]!
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

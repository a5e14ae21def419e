/**
 * The search for the cheapest path through all readings of a text (Viterbi), over typed arrays.
 *
 * It gives what stock kuromoji gives, ties included, without its traps: positions are UTF-16 code units, a run of
 * unknown characters is bounded, and time and memory are linear in the text. Scratch memory is kept between calls up
 * to a bound, and is the reason why one lattice serves one call at a time.
 */
import type { Dictionary } from './dictionary.ts'
import { LatticeNodes } from './lattice-nodes.ts'
import { LatticeStates, NODE_BITS, NODE_MASK } from './lattice-states.ts'
import { WordRuns } from './word-runs.ts'

/** Texts up to this length use scratch memory that is kept. */
const KEPT_LENGTH = 16_384

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
  readonly #nodes = new LatticeNodes()
  readonly #states: LatticeStates
  readonly #runs: WordRuns

  readonly #keptLabels = new Uint16Array(KEPT_LENGTH)
  readonly #keptClasses = new Uint8Array(KEPT_LENGTH)
  readonly #keptEnds = new Int32Array(KEPT_LENGTH + 1)

  constructor(dictionary: Dictionary, { userEntries }: LatticeOptions) {
    this.#dictionary = dictionary
    const { classes, contexts } = dictionary
    this.#contexts = Int32Array.from({ length: classes.length / 4 }, (_, id) => {
      return (classes[4 * id]! << 16) | classes[4 * id + 1]!
    })
    this.#states = new LatticeStates(contexts)
    this.#runs = new WordRuns(dictionary, userEntries)
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
    const nodes = this.#nodes
    const { costs, previous, next, rights, words: nodeWords, starts } = nodes
    const { states, costs: stateCosts } = this.#states
    const { runs, firstSkippedClass } = this.#runs
    nodes.begin(from, 0, ends)
    this.#runs.begin(from)
    for (let position = from; position < to; position++) {
      if (ends[position]! < 0) continue
      if (nodes.isCommitDue) this.#commit(position, ends)
      const stateCount = this.#states.gather(nodes, ends[position]!)
      const runsEnd = this.#runs.find(text, position, to, labels, classes)
      // Of the last word's left context: a word often shares it with the one before.
      let lastLeft = -1
      let bestCost = 0
      let bestNode = 0
      let node = nodes.count
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
        if (end > nodes.reach) nodes.reach = end
      }
      nodes.count = node
    }
    this.#emit(nodes.cheapestAt(to, ends, connections))
  }

  /**
   * Hands out the tokens that every live hypothesis shares, and slides the rest of the lattice to the front.
   * Where they share nothing and space runs out, the cheapest hypothesis at the position is taken for the truth.
   */
  #commit(position: number, ends: Int32Array): void {
    const nodes = this.#nodes
    const shared = nodes.sharedAncestor(position, ends)
    if (shared === 0) {
      if (!nodes.isFull) {
        nodes.commitLater()
        return
      }
      const best = nodes.cheapestAt(position, ends, this.#dictionary.connections)
      this.#emit(best)
      ends.fill(-1, position, nodes.reach + 1)
      nodes.begin(position, nodes.rights[best]!, ends)
      return
    }
    this.#emit(shared)
    nodes.dropBefore(shared, position, ends)
  }

  /** Appends the tokens on the path to the node, the first node of the lattice apart. */
  #emit(last: number): void {
    const { previous, starts: nodeStarts, words: nodeWords } = this.#nodes
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
      this.starts[token] = nodeStarts[node]!
      this.words[token] = nodeWords[node]!
    }
    this.count = count
  }
}

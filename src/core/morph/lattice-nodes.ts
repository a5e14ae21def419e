/**
 * The nodes of a lattice: every reading of a word that a hypothesis may go through, with the cheapest way to it.
 *
 * They are as many as fit: what all hypotheses share is dropped at the front, so that memory does not grow with the text.
 */

/** Nodes after which the part that all hypotheses share is handed out. */
const COMMIT_NODES = 16_384

/** Nodes that are added before it is tried again. */
const COMMIT_AGAIN = 2048

/** Costs are at most 2 × 32,767 a node: up to here a 32-bit sum cannot overflow. */
const MAX_NODES = 32_767

/**
 * Nodes after which the cheapest hypothesis is taken even where others share nothing with it (a text of one syllable
 * repeated can be cut in two ways that never meet). What is left of MAX_NODES is far more than one place can need.
 */
const FORCED_NODES = 24_576

export class LatticeNodes {
  // A node's fields. An array each is a quarter faster than all in one: the engine need not compute places from numbers.
  readonly costs: Int32Array = new Int32Array(MAX_NODES)
  readonly previous: Int32Array = new Int32Array(MAX_NODES)
  /** The next node in the list of those that end at the same place; -1 at the list's end. */
  readonly next: Int32Array = new Int32Array(MAX_NODES)
  readonly rights: Uint16Array = new Uint16Array(MAX_NODES)
  readonly words: Int32Array = new Int32Array(MAX_NODES)
  readonly starts: Int32Array = new Int32Array(MAX_NODES)
  readonly #marks = new Uint8Array(MAX_NODES)
  count = 0
  /** The furthest place where a node ends. */
  reach = 0
  /** The number of nodes at which the next attempt to commit is due. */
  #commitAt = COMMIT_NODES

  get isCommitDue(): boolean {
    return this.count > this.#commitAt
  }

  get isFull(): boolean {
    return this.count >= FORCED_NODES
  }

  commitLater(): void {
    this.#commitAt += COMMIT_AGAIN
  }

  /** Starts a lattice whose only hypothesis ends at `position` with the given right context. */
  begin(position: number, right: number, ends: Int32Array): void {
    this.costs[0] = 0
    this.previous[0] = -1
    this.next[0] = -1
    this.rights[0] = right
    this.starts[0] = -1
    this.count = 1
    this.#commitAt = COMMIT_NODES
    this.reach = position
    ends[position] = 0
  }

  /** The node that ends at the position and is the cheapest to end a sentence with. */
  cheapestAt(position: number, ends: Int32Array, connections: Int16Array): number {
    let bestCost = Number.POSITIVE_INFINITY
    let best = -1
    for (let node = ends[position]!; node >= 0; node = this.next[node]!) {
      const cost = this.costs[node]! + connections[this.rights[node]!]!
      if (cost <= bestCost) {
        bestCost = cost
        best = node
      }
    }
    return best
  }

  /** The youngest node on the path of every hypothesis that ends at the position or behind it. */
  sharedAncestor(position: number, ends: Int32Array): number {
    const marks = this.#marks
    let live = 0
    marks.fill(0, 0, this.count)
    for (let end = position; end <= this.reach; end++) {
      for (let node = ends[end]!; node >= 0; node = this.next[node]!) {
        marks[node] = 1
        live++
      }
    }
    // A node's predecessor is always older: going down from the youngest, paths merge until one is left.
    for (let node = this.count - 1; node > 0; node--) {
      if (marks[node] === 0) continue
      if (live === 1) return node
      const previous = this.previous[node]!
      if (marks[previous] === 1) live--
      else marks[previous] = 1
    }
    return 0
  }

  /** Makes the node the lattice's first, and slides those after it to the front. */
  dropBefore(node: number, position: number, ends: Int32Array): void {
    const cost = this.costs[node]!
    for (const field of [this.costs, this.previous, this.next, this.rights, this.words, this.starts]) {
      field.copyWithin(0, node, this.count)
    }
    this.count -= node
    this.#commitAt = Math.max(COMMIT_NODES, this.count + COMMIT_AGAIN)
    for (let at = 0; at < this.count; at++) {
      this.costs[at]! -= cost
      this.previous[at]! -= node
      if (this.next[at]! >= 0) this.next[at]! -= node
    }
    this.previous[0] = -1
    for (let end = position; end <= this.reach; end++) if (ends[end]! >= 0) ends[end]! -= node
  }
}

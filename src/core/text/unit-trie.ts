/**
 * A tree of words over UTF-16 code units, as an open-addressing table of its edges: a walk asks one typed array a code
 * unit. Words of many thousands share it with the text's own speed.
 */

/** There is no such node. */
export const NO_NODE = -1

/** The node that every walk starts from. */
const ROOT = 0

/** Nodes are numbered below this, so that an edge (node and code unit) fits a 32-bit key. */
const MOST_NODES = 1 << 16

/** With so many nodes a tree keeps a table of its first code units. */
const MANY_NODES = 1024

const hash = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 11) & mask

export class UnitTrie {
  /** Edges: `node << 16 | code unit`, then the child; a child is never the root, so 0 is a free place. */
  private edges = new Int32Array(2 * 64)
  private count = 0
  private nodes = 1
  /** By code unit: the node behind it, in a tree of many words; most places of a text are done with here. */
  private firsts: Uint16Array | undefined

  /** The number of nodes: what belongs to words is kept in lists by node. */
  get size(): number {
    return this.nodes
  }

  /** Adds a word of one code unit or more and gives its node. */
  add(word: string): number {
    let node = ROOT
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i)
      const next = this.step(node, unit)
      node = next === NO_NODE ? this.grow(node, unit) : next
    }
    return node
  }

  /** The node behind a first code unit, or NO_NODE. */
  first(unit: number): number {
    if (this.firsts === undefined) return this.step(ROOT, unit)
    const node = this.firsts[unit] ?? ROOT
    return node === ROOT ? NO_NODE : node
  }

  /** The node behind one more code unit, or NO_NODE. */
  step(node: number, unit: number): number {
    const { edges } = this
    const mask = (edges.length >> 1) - 1
    const key = (node << 16) | unit
    for (let place = hash(key, mask); ; place = (place + 1) & mask) {
      const child = edges[2 * place + 1]!
      if (child === 0) return NO_NODE
      if (edges[2 * place] === key) return child
    }
  }

  private grow(node: number, unit: number): number {
    if (this.nodes === MOST_NODES) throw new RangeError(`a tree of words has at most ${MOST_NODES} nodes`)
    if (4 * (this.count + 1) > this.edges.length) {
      const { edges } = this
      this.edges = new Int32Array(2 * edges.length)
      for (let at = 0; at < edges.length; at += 2)
        if (edges[at + 1] !== 0) this.put(edges[at]!, edges[at + 1]!)
    }
    const child = this.nodes++
    this.count++
    this.put((node << 16) | unit, child)
    if (node === ROOT && this.firsts !== undefined) this.firsts[unit] = child
    if (this.nodes === MANY_NODES) this.openFirsts()
    return child
  }

  private openFirsts(): void {
    const { edges } = this
    const firsts = new Uint16Array(0x10000)
    for (let at = 0; at < edges.length; at += 2)
      if (edges[at + 1] !== 0 && edges[at]! >>> 16 === ROOT) firsts[edges[at]! & 0xffff] = edges[at + 1]!
    this.firsts = firsts
  }

  private put(key: number, child: number): void {
    const mask = (this.edges.length >> 1) - 1
    let place = hash(key, mask)
    while (this.edges[2 * place + 1] !== 0) place = (place + 1) & mask
    this.edges[2 * place] = key
    this.edges[2 * place + 1] = child
  }
}

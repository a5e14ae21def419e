/**
 * Builds the trie of all surfaces and places it in a double array whose bases are unique (see `dictionary-format.ts`).
 */
import {
  BASE_BITS,
  BASE_MASK,
  COUNT_BITS,
  COUNT_MASK,
  LABEL_LIMIT,
  ONLY_CHILD,
} from '../../core/morph/dictionary-format.ts'

/** The run of words of each key. */
export interface Runs {
  readonly firstWord: Int32Array
  readonly wordCount: Int32Array
}

/** A trie in breadth-first order: children of a node stand together, by rising label. Node 0 is the root. */
export interface Trie {
  readonly label: Uint16Array
  readonly firstChild: Int32Array
  readonly childCount: Uint16Array
  /** The key that ends here, or -1. */
  readonly key: Int32Array
}

/**
 * The nodes that have children, in the order of a walk: of a node's children, the last is walked first. Slots are given
 * in this order and words are numbered in it, family by family, so that unpacking comes by each node only once.
 */
export function* parentsOf({ firstChild, childCount }: Trie): Generator<number> {
  const open = [0]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node
    for (let child = firstChild[node]!; child < firstChild[node]! + childCount[node]!; child++) {
      if (childCount[child]! > 0) open.push(child)
    }
  }
}

/** @param keys the labels of each surface, as the code units of a string; distinct and sorted. */
export function buildTrie(keys: readonly string[]): Trie {
  const capacity = 1 + keys.reduce((sum, key) => sum + key.length, 0)
  const label = new Uint16Array(capacity)
  const firstChild = new Int32Array(capacity)
  const childCount = new Uint16Array(capacity)
  const key = new Int32Array(capacity).fill(-1)
  // A node is a run [from, to) of sorted keys that share their first `depth` labels.
  const from = new Int32Array(capacity)
  const to = new Int32Array(capacity)
  const depth = new Uint8Array(capacity)
  to[0] = keys.length
  let size = 1
  for (let node = 0; node < size; node++) {
    const level = depth[node]!
    let start = from[node]!
    const end = to[node]!
    if (start < end && keys[start]!.length === level) {
      key[node] = start
      start++
    }
    firstChild[node] = size
    while (start < end) {
      const next = keys[start]!.charCodeAt(level)
      let stop = start + 1
      while (stop < end && keys[stop]!.charCodeAt(level) === next) stop++
      label[size] = next
      from[size] = start
      to[size] = stop
      depth[size] = level + 1
      size++
      start = stop
    }
    childCount[node] = size - firstChild[node]!
  }
  return {
    label: label.slice(0, size),
    firstChild: firstChild.slice(0, size),
    childCount: childCount.slice(0, size),
    key: key.slice(0, size),
  }
}

/**
 * The base of every node, in the order in which a walk comes to them: a family of siblings at the first base where all
 * fit, an only child in the first slot that is left after the last only child's. Unpacking repeats the latter in one pass, which is why nothing here may depend on what comes later.
 */
export function placeTrie(trie: Trie): { base: Int32Array; slots: number } {
  const { label, firstChild, childCount } = trie
  const limit = BASE_MASK + LABEL_LIMIT
  // Free slots as a doubly linked list, so that the search skips what is taken.
  const next = new Int32Array(limit + 1)
  const previous = new Int32Array(limit + 1)
  for (let slot = 0; slot <= limit; slot++) {
    next[slot] = slot + 1
    previous[slot] = slot - 1
  }
  const taken = new Uint8Array(limit + 1)
  const usedBase = new Uint8Array(BASE_MASK + 1)
  usedBase[0] = 1
  /** Bases at which an only child would be found as one of the family. */
  const misleading = new Uint8Array(BASE_MASK + 1)
  const base = new Int32Array(label.length)
  let slots = 1
  let head = 1
  const take = (slot: number) => {
    taken[slot] = 1
    const before = previous[slot]!
    const after = next[slot]!
    next[before] = after
    previous[after] = before
    if (head === slot) head = after
    if (slot >= slots) slots = slot + 1
  }
  take(0)
  head = 1

  // By number of children: slots before the hint were tried by as large a node already, and hardly any would fit.
  const hints = new Map<number, number>()
  const baseOfFamily = (first: number, last: number): number => {
    const count = last - first
    const lowest = label[first]!
    let hint = Math.max(head, hints.get(count) ?? head)
    while (taken[hint]) hint++
    hints.set(count, hint)
    let tries = 0
    for (let slot = hint; ; slot = next[slot]!) {
      const candidate = slot - lowest
      if (candidate > BASE_MASK) throw new Error('The trie has outgrown the bits of its bases')
      if (candidate < 1 || usedBase[candidate] || misleading[candidate]) continue
      let child = first + 1
      while (child < last && !taken[candidate + label[child]!]) child++
      if (child === last) return candidate
      if (++tries % 256 === 0) hints.set(count, slot)
    }
  }

  let free = 0
  for (const node of parentsOf(trie)) {
    const count = childCount[node]!
    const first = firstChild[node]!
    if (count === 1 && node > 0) {
      const labelOfChild = label[first]!
      do free++
      while (taken[free] || usedBase[free - labelOfChild])
      if (free > BASE_MASK) throw new Error('The trie has outgrown the bits of its bases')
      base[node] = free
      if (free > labelOfChild) misleading[free - labelOfChild] = 1
      take(free)
    } else {
      const found = baseOfFamily(first, first + count)
      base[node] = found
      usedBase[found] = 1
      for (let child = first; child < first + count; child++) take(found + label[child]!)
    }
  }
  return { base, slots }
}

/** The section `trie` of the file. */
export function writeTrie(trie: Trie, runs: Runs): Int32Array {
  const { base, slots } = placeTrie(trie)
  // A search may ask for any label after any base: the last slots are free, so that it stays inside the section.
  const length = Math.max(
    slots,
    base.reduce((a, b) => Math.max(a, b), 0) + trie.label.reduce((a, b) => Math.max(a, b), 0) + 1,
  )
  const section = new Int32Array(length * 2)
  const slotOf = new Int32Array(trie.label.length)
  for (let node = 0; node < trie.label.length; node++) {
    const slot = slotOf[node]!
    section[2 * slot] = (trie.label[node]! << BASE_BITS) | base[node]!
    const key = trie.key[node]!
    const only = node > 0 && trie.childCount[node] === 1
    if (only) section[2 * slot + 1] = ONLY_CHILD
    if (key >= 0) {
      const count = runs.wordCount[key]!
      if (count > COUNT_MASK) throw new Error(`A surface has ${count} words; the trie holds ${COUNT_MASK}`)
      section[2 * slot + 1]! |= (runs.firstWord[key]! << COUNT_BITS) | count
    }
    for (let i = 0; i < trie.childCount[node]!; i++) {
      const child = trie.firstChild[node]! + i
      slotOf[child] = only ? base[node]! : base[node]! + trie.label[child]!
    }
  }
  return section
}

/**
 * Turns the packed dictionary back into the flat file: some 40 ms once, at the start of an isolate.
 */
import {
  BASE_BITS,
  BASE_MASK,
  COUNT_BITS,
  HEADER,
  ONLY_CHILD,
  SECTIONS,
  type SectionName,
} from './dictionary-format.ts'
import { PACKED_HEADER, STREAMS, type StreamName, SUMMED_WHILE_UNPACKED } from './packed-format.ts'

type Streams = (name: StreamName) => Uint8Array

/** The flat file, and a checksum that is made on the way of every stream. */
export interface Unpacked {
  readonly flat: ArrayBuffer
  readonly checksum: number
}

/**
 * @param packed bytes that begin with PACKED_MAGIC and are of this FORMAT_VERSION.
 * Damage shows in the checksum, if it does not throw a RangeError.
 */
export function unpackDictionary(packed: ArrayBuffer): Unpacked {
  const head = new Int32Array(packed, 0, PACKED_HEADER.streams + 2 * STREAMS.length)
  const stream: Streams = (name) => {
    const at = PACKED_HEADER.streams + 2 * STREAMS.indexOf(name)
    return new Uint8Array(packed, head[at]!, head[at + 1]!)
  }
  const flat = new ArrayBuffer(head[PACKED_HEADER.flatLength]!)
  const bytes = new Uint8Array(flat)
  bytes.set(stream('header'))
  const header = new Int32Array(flat)
  const section = (name: SectionName): [buffer: ArrayBuffer, offset: number, length: number] => {
    const at = HEADER.sections + 2 * SECTIONS.indexOf(name)
    return [flat, header[at]!, header[at + 1]!]
  }
  const i32 = (name: SectionName) => new Int32Array(flat, section(name)[1], section(name)[2] / 4)

  for (const name of ['characterClasses', 'classes', 'leastConnections', 'readings', 'tables'] as const) {
    bytes.set(stream(name), section(name)[1])
  }
  unpackLabels(words16(stream('units')), new Uint16Array(flat, section('labels')[1], 65_536))
  const [, matrixAt, matrixBytes] = section('connections')
  // An isolate has little memory: the place of the connections, which come last, serves as scratch for the trie.
  const scratch = new Scratch(flat, matrixAt, matrixBytes)
  const trieSum = unpackTrie(stream, head[PACKED_HEADER.nodes]!, i32('trie'), scratch)
  scratch.clear()
  const wordSum = unpackWords(stream, header[HEADER.words]!, i32('words'))
  const connectionSum = unpackConnections(stream, new Int16Array(flat, matrixAt, matrixBytes / 2))
  indexReadings(words16(stream('readingLengths')), i32('readingIndex'))
  return { flat, checksum: checksumOfRest(head, packed) ^ trieSum ^ wordSum ^ connectionSum }
}

/** The checksum of the header and of all streams that are not summed while they are unpacked. */
function checksumOfRest(head: Int32Array, packed: ArrayBuffer): number {
  let sum = checksumOf(head.subarray(PACKED_HEADER.checksum + 1), 0x9e3779b9)
  for (const [index, name] of STREAMS.entries()) {
    if (SUMMED_WHILE_UNPACKED.has(name)) continue
    const at = PACKED_HEADER.streams + 2 * index
    sum = checksumOf(new Int32Array(packed, head[at]!, Math.ceil(head[at + 1]! / 4)), sum)
  }
  return sum
}

function checksumOf(words: Int32Array, start: number): number {
  let sum = start | 0
  for (let i = 0; i < words.length; i++) sum = ((sum << 5) - sum + words[i]!) | 0
  return sum
}

function unpackLabels(units: Uint16Array, labels: Uint16Array): void {
  for (let i = 0; i < units.length; i++) labels[units[i]!] = i + 1
}

// The loops below run once, mostly before the engine has compiled them: few long ones cost less than many short ones.

/** Arrays of zeros in a part of a buffer; of their own where it has no room left. */
class Scratch {
  readonly #buffer: ArrayBuffer
  readonly #from: number
  readonly #to: number
  #next: number

  constructor(buffer: ArrayBuffer, offset: number, length: number) {
    this.#buffer = buffer
    this.#from = offset
    this.#to = offset + length
    this.#next = offset
  }

  take<View>(
    View: { new (buffer: ArrayBuffer, offset: number, length: number): View; BYTES_PER_ELEMENT: number },
    length: number,
  ): View {
    const bytes = Math.ceil((length * View.BYTES_PER_ELEMENT) / 4) * 4
    if (this.#next + bytes > this.#to) return new View(new ArrayBuffer(bytes), 0, length)
    this.#next += bytes
    return new View(this.#buffer, this.#next - bytes, length)
  }

  clear(): void {
    new Uint8Array(this.#buffer, this.#from, this.#next - this.#from).fill(0)
  }
}

function unpackTrie(stream: Streams, nodes: number, trie: Int32Array, scratch: Scratch): number {
  const parents = scratch.take(Int32Array, nodes)
  const labels = scratch.take(Uint16Array, nodes)
  const taken = scratch.take(Uint8Array, trie.length / 2)
  const bases = new Int32Array(nodes)
  const usedBases = new Uint8Array(BASE_MASK + 1)
  taken[0] = 1
  placeSiblings(stream, parents, labels, bases, taken, usedBases)
  return writeSlots(stream, trie, parents, labels, bases, taken, usedBases)
}

/** Links the nodes, gives them their labels, and places those that have siblings. */
function placeSiblings(
  stream: Streams,
  parents: Int32Array,
  labels: Uint16Array,
  bases: Int32Array,
  taken: Uint8Array,
  usedBases: Uint8Array,
): void {
  const degreeLow = stream('degreeLow')
  const wide = words32(stream('degreeHigh'))
  const labelLow = stream('labelLow')
  const labelHigh = stream('labelHigh')
  const slotLow = stream('slotLow')
  const slotMiddle = stream('slotMiddle')
  const slotHigh = stream('slotHigh')
  let child = 1
  let nextWide = 0
  let branching = 0
  let slot = 0
  for (let node = 0; node < degreeLow.length; node++) {
    let degree = degreeLow[node]!
    if (node === wide[nextWide]) {
      degree |= wide[nextWide + 1]! << 8
      nextWide += 2
    }
    if (degree === 0) continue
    const first = child
    let label = 0
    for (const last = child + degree; child < last; child++) {
      label += labelLow[child - 1]! | (labelHigh[child - 1]! << 8)
      labels[child] = label
      parents[child] = node
    }
    if (degree === 1) {
      bases[node] = ONLY_CHILD
      continue
    }
    slot += unzigzag(slotLow[branching]! | (slotMiddle[branching]! << 8) | (slotHigh[branching]! << 16))
    branching++
    const base = slot - labels[first]!
    bases[node] = base
    usedBases[base] = 1
    for (let i = first; i < child; i++) taken[base + labels[i]!] = 1
  }
}

/**
 * Only children take the free slots in order. Words are in the order of a depth-first walk: a node's own, then those of
 * its children's trees.
 */
function writeSlots(
  stream: Streams,
  trie: Int32Array,
  parents: Int32Array,
  labels: Uint16Array,
  bases: Int32Array,
  taken: Uint8Array,
  usedBases: Uint8Array,
): number {
  const counts = stream('wordCount')
  // By node: the words of its tree; once the node is passed, where those of its next child begin.
  const words = new Int32Array(counts)
  for (let node = words.length - 1; node > 0; node--) words[parents[node]!]! += words[node]!
  words[0] = 0
  trie[0] = bases[0]!
  let free = 0
  let sum = 0
  for (let node = 1; node < parents.length; node++) {
    const parent = parents[node]!
    const label = labels[node]!
    const count = counts[node]!
    const word = words[parent]!
    words[parent] = word + words[node]!
    words[node] = word + count
    const ofParent = bases[parent]!
    let slot = ofParent + label
    if (ofParent < 0) {
      do free++
      while (taken[free] === 1 || usedBases[free - label] === 1)
      slot = free
      trie[-2 * ofParent]! |= slot
    }
    const entry = count === 0 ? 0 : (word << COUNT_BITS) | count
    const only = bases[node] === ONLY_CHILD
    // The base of an only child's parent is that child's slot: until it is known, the parent's own stands here, negated.
    if (only) bases[node] = -slot
    trie[2 * slot] = (label << BASE_BITS) | (only ? 0 : bases[node]!)
    trie[2 * slot + 1] = only ? entry | ONLY_CHILD : entry
    sum = ((sum << 5) - sum + slot) | 0
    sum = ((sum << 5) - sum + label) | 0
    sum = ((sum << 5) - sum + entry) | 0
  }
  return sum
}

function unpackWords(stream: Streams, known: number, words: Int32Array): number {
  const rankLow = stream('rankLow')
  const rankHigh = stream('rankHigh')
  const costLow = stream('costLow')
  const costHigh = stream('costHigh')
  const classOfRank = words16(stream('classOfRank'))
  const wordsOfRank = words32(stream('wordsOfRank'))
  const next = new Int32Array(wordsOfRank.length)
  for (let rank = 1; rank < next.length; rank++) next[rank] = next[rank - 1]! + wordsOfRank[rank - 1]!
  let sum = 0
  for (let word = 0; word < known; word++) {
    const rank = rankLow[word]! | (rankHigh[word]! << 8)
    const at = next[rank]!
    next[rank] = at + 1
    const packed = (classOfRank[rank]! << 16) | (costHigh[at]! << 8) | costLow[at]!
    words[word] = packed
    sum = ((sum << 5) - sum + packed) | 0
  }
  words.set(words32(stream('unknownWords')), known)
  return sum
}

function unpackConnections(stream: Streams, matrix: Int16Array): number {
  const low = stream('connectionLow')
  const high = stream('connectionHigh')
  const rows = words16(stream('rows'))
  const columns = words16(stream('columns'))
  const side = rows.length / 2
  // Differences between columns, of one row; the last place stays 0, for the column that has no reference.
  const differences = new Int16Array(side + 1)
  const column = new Uint16Array(side)
  const reference = new Uint16Array(side)
  for (let i = 0; i < side; i++) {
    column[i] = columns[2 * i]!
    reference[i] = columns[2 * i] === columns[2 * i + 1] ? side : columns[2 * i + 1]!
  }
  let at = 0
  let sum = 0
  for (let i = 0; i < side; i++) {
    // A row that refers to itself refers to zeros: it has not been written yet.
    const row = rows[2 * i]! * side
    const from = rows[2 * i + 1]! * side
    for (let j = 0; j < side; j++, at++) {
      const difference = unzigzag(low[at]! | (high[at]! << 8)) + differences[reference[j]!]!
      differences[column[j]!] = difference
      sum = ((sum << 5) - sum + difference) | 0
      matrix[row + column[j]!] = difference + matrix[from + column[j]!]!
    }
  }
  return sum
}

function indexReadings(lengths: Uint16Array, index: Int32Array): void {
  let at = 0
  for (let entry = 0; entry < index.length; entry++) {
    index[entry] = at
    at += lengths[entry]!
  }
}

function unzigzag(value: number): number {
  return (value >>> 1) ^ -(value & 1)
}

function words16(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
}

function words32(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
}

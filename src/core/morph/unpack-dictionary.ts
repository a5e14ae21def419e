/**
 * Turns the packed dictionary back into the flat file: some 40 ms once, at the start of an isolate.
 */
import {
  BASE_BITS,
  BASE_MASK,
  COUNT_BITS,
  FREE_LABEL,
  HEADER,
  READING_STRIDE,
  SECTIONS,
  type SectionName,
} from './dictionary-format.ts'
import { PACKED_HEADER, STREAMS, type StreamName } from './packed-format.ts'

type Streams = (name: StreamName) => Uint8Array

/**
 * @param packed bytes that begin with PACKED_MAGIC and are of this FORMAT_VERSION.
 * Damage is found by the reader of the flat file, by its checksum; damaged bytes may also throw a RangeError here.
 */
export function unpackDictionary(packed: ArrayBuffer): ArrayBuffer {
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

  for (const name of ['characterClasses', 'classes', 'readings', 'tables'] as const) {
    bytes.set(stream(name), section(name)[1])
  }
  unpackLabels(words16(stream('units')), new Uint16Array(flat, section('labels')[1], 65_536))
  unpackTrie(stream, head[PACKED_HEADER.nodes]!, i32('trie'))
  unpackWords(stream, header[HEADER.words]!, i32('words'))
  const [, matrixAt, matrixBytes] = section('connections')
  unpackConnections(stream, new Int16Array(flat, matrixAt, matrixBytes / 2))
  indexReadings(stream('readings'), i32('readingIndex'))
  return flat
}

function unpackLabels(units: Uint16Array, labels: Uint16Array): void {
  for (let i = 0; i < units.length; i++) labels[units[i]!] = i + 1
}

function unpackTrie(stream: Streams, nodes: number, trie: Int32Array): void {
  const labelLow = stream('labelLow')
  const labelHigh = stream('labelHigh')
  const degrees = Uint16Array.from(stream('degreeLow'))
  const high = words32(stream('degreeHigh'))
  for (let i = 0; i < high.length; i += 2) degrees[high[i]!]! += high[i + 1]! << 8

  const labels = new Uint16Array(nodes)
  const firstChild = new Int32Array(nodes + 1)
  let child = 1
  for (let node = 0; node < nodes; node++) {
    firstChild[node] = child
    let label = 0
    for (let last = child + degrees[node]!; child < last; child++) {
      label += labelLow[child - 1]! | (labelHigh[child - 1]! << 8)
      labels[child] = label
    }
  }
  firstChild[nodes] = child

  const slots = trie.length / 2
  const bases = placeNodes(stream, degrees, labels, firstChild, slots)
  const counts = stream('wordCount')
  const firstWords = firstWordOf(counts, degrees, firstChild, nodes)
  trie.fill(FREE_LABEL << BASE_BITS)
  for (let slot = 0; slot < slots; slot++) trie[2 * slot + 1] = 0
  trie[0] = bases[0]!
  for (let node = 0; node < nodes; node++) {
    const base = bases[node]!
    for (let next = firstChild[node]!, last = firstChild[node + 1]!; next < last; next++) {
      const label = labels[next]!
      const slot = 2 * (base + label)
      trie[slot] = (label << BASE_BITS) | bases[next]!
      if (counts[next] !== 0) trie[slot + 1] = (firstWords[next]! << COUNT_BITS) | counts[next]!
    }
  }
}

/** The base of every node that has children, as the compiler has placed them. */
function placeNodes(
  stream: Streams,
  degrees: Uint16Array,
  labels: Uint16Array,
  firstChild: Int32Array,
  slots: number,
): Int32Array {
  const nodes = degrees.length
  const bases = new Int32Array(nodes)
  const taken = new Uint8Array(slots + 1)
  const usedBase = new Uint8Array(BASE_MASK + 1)
  const low = stream('slotLow')
  const middle = stream('slotMiddle')
  const high = stream('slotHigh')
  taken[0] = 1
  let slot = 0
  const order = byDegree(degrees)
  for (let i = 0; i < order.length; i++) {
    const node = order[i]!
    slot += unzigzag(low[i]! | (middle[i]! << 8) | (high[i]! << 16))
    const first = firstChild[node]!
    const base = slot - labels[first]!
    bases[node] = base
    usedBase[base] = 1
    for (let child = first, last = first + degrees[node]!; child < last; child++)
      taken[base + labels[child]!] = 1
  }

  // Free slots as a list, so that each is passed once and not once a node.
  const next = new Int32Array(slots + 1)
  let tail = 0
  for (let free = 1; free <= slots; free++) {
    if (taken[free] === 1) continue
    next[tail] = free
    tail = free
  }
  for (let node = 0; node < nodes; node++) {
    if (degrees[node] !== 1) continue
    const label = labels[firstChild[node]!]!
    let before = 0
    let free = next[0]!
    while (free - label < 1 || usedBase[free - label] === 1) {
      before = free
      free = next[free]!
    }
    next[before] = next[free]!
    bases[node] = free - label
    usedBase[free - label] = 1
  }
  return bases
}

/** Nodes with two or more children: most children first, in the order of the nodes among equals. */
function byDegree(degrees: Uint16Array): Int32Array {
  let most = 1
  let count = 0
  for (let node = 0; node < degrees.length; node++) {
    if (degrees[node]! > most) most = degrees[node]!
    if (degrees[node]! > 1) count++
  }
  const start = new Int32Array(most + 2)
  for (let node = 0; node < degrees.length; node++)
    if (degrees[node]! > 1) start[most - degrees[node]! + 1]!++
  for (let i = 1; i < start.length; i++) start[i]! += start[i - 1]!
  const order = new Int32Array(count)
  for (let node = 0; node < degrees.length; node++) {
    if (degrees[node]! > 1) order[start[most - degrees[node]!]!++] = node
  }
  return order
}

/** Words are in the order of a depth-first walk: a node's own, then those of its children's trees. */
function firstWordOf(
  counts: Uint8Array,
  degrees: Uint16Array,
  firstChild: Int32Array,
  nodes: number,
): Int32Array {
  const total = new Int32Array(nodes)
  for (let node = nodes - 1; node >= 0; node--) {
    let sum = counts[node]!
    for (let child = firstChild[node]!, last = child + degrees[node]!; child < last; child++)
      sum += total[child]!
    total[node] = sum
  }
  const first = new Int32Array(nodes)
  for (let node = 0; node < nodes; node++) {
    let word = first[node]! + counts[node]!
    for (let child = firstChild[node]!, last = child + degrees[node]!; child < last; child++) {
      first[child] = word
      word += total[child]!
    }
  }
  return first
}

function unpackWords(stream: Streams, known: number, words: Int32Array): void {
  const rankLow = stream('rankLow')
  const rankHigh = stream('rankHigh')
  const costLow = stream('costLow')
  const costHigh = stream('costHigh')
  const classOfRank = words16(stream('classOfRank'))
  const next = new Int32Array(classOfRank.length + 1)
  for (let word = 0; word < known; word++) next[(rankLow[word]! | (rankHigh[word]! << 8)) + 1]!++
  for (let rank = 1; rank < next.length; rank++) next[rank]! += next[rank - 1]!
  for (let word = 0; word < known; word++) {
    const rank = rankLow[word]! | (rankHigh[word]! << 8)
    const at = next[rank]!
    next[rank] = at + 1
    words[word] = (classOfRank[rank]! << 16) | (costHigh[at]! << 8) | costLow[at]!
  }
  words.set(words32(stream('unknownWords')), known)
}

function unpackConnections(stream: Streams, matrix: Int16Array): void {
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
  for (let i = 0; i < side; i++) {
    // A row that refers to itself refers to zeros: it has not been written yet.
    const row = rows[2 * i]! * side
    const from = rows[2 * i + 1]! * side
    for (let j = 0; j < side; j++, at++) {
      const difference = unzigzag(low[at]! | (high[at]! << 8)) + differences[reference[j]!]!
      differences[column[j]!] = difference
      matrix[row + column[j]!] = difference + matrix[from + column[j]!]!
    }
  }
}

function indexReadings(readings: Uint8Array, index: Int32Array): void {
  let word = 0
  let at = 0
  for (let entry = 0; entry < index.length; entry++) {
    index[entry] = at
    for (word = 0; word < READING_STRIDE && at < readings.length; at++) if (readings[at] === 0) word++
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

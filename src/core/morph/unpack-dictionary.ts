/**
 * Turns the packed dictionary back into the sections of the flat file: some 40 ms once, at the start of an isolate.
 */
import {
  BASE_BITS,
  BASE_MASK,
  COUNT_BITS,
  COUNT_MASK,
  type DictionarySections,
  HEADER,
  ONLY_CHILD,
  SECTIONS,
  type SectionName,
} from './dictionary-format.ts'
import {
  ESCAPE,
  HAS_CHILDREN,
  PACKED_HEADER,
  SHIFT,
  STREAMS,
  type StreamName,
  SUMMED_WHILE_UNPACKED,
} from './packed-format.ts'

/** Slots that can wait to be walked: far more than ever do. Packing unpacks once and would notice. */
const MAX_OPEN = 1 << 14

type Streams = (name: StreamName) => Uint8Array<ArrayBuffer>

export interface Unpacked extends DictionarySections {
  /** Made on the way of every stream. */
  readonly checksum: number
}

/**
 * @param packed bytes that begin with PACKED_MAGIC and are of this FORMAT_VERSION. Sections that stand in them as they
 * are, are views of them: they must not change any more.
 * Damage shows in the checksum, if it does not throw a RangeError.
 */
export function unpackDictionary(packed: ArrayBuffer): Unpacked {
  const head = new Int32Array(packed, 0, PACKED_HEADER.streams + 2 * STREAMS.length)
  const stream: Streams = (name) => {
    const at = PACKED_HEADER.streams + 2 * STREAMS.indexOf(name)
    return new Uint8Array(packed, head[at]!, head[at + 1]!)
  }
  const header = words32(stream('header'))
  const sizeOf = (name: SectionName): number => header[HEADER.sections + 2 * SECTIONS.indexOf(name) + 1]!
  const buffer = new ArrayBuffer(sizeOf('trie') + sizeOf('words') + sizeOf('connections'))
  const trie = new Int32Array(buffer, 0, sizeOf('trie') / 4)
  const words = new Int32Array(buffer, sizeOf('trie'), sizeOf('words') / 4)
  const connections = new Int16Array(buffer, sizeOf('trie') + sizeOf('words'), sizeOf('connections') / 2)
  const checksum =
    unpackTrie(stream, trie) ^
    unpackWords(stream, header[HEADER.words]!, words) ^
    unpackConnections(stream, connections) ^
    checksumOfRest(head, packed)
  const sections: Record<SectionName, ArrayBufferView<ArrayBuffer>> = {
    labels: unpackLabels(words16(stream('units'))),
    characterClasses: stream('characterClasses'),
    trie,
    words,
    classes: stream('classes'),
    connections,
    leastConnections: stream('leastConnections'),
    readings: stream('readings'),
    readingIndex: unpackReadingIndex(words16(stream('readingLengths'))),
    tables: stream('tables'),
  }
  return { header, sections, checksum }
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

function unpackLabels(units: Uint16Array): Uint16Array<ArrayBuffer> {
  const labels = new Uint16Array(65_536)
  for (let i = 0; i < units.length; i++) labels[units[i]!] = i + 1
  return labels
}

// The loops below run once, mostly before the engine has compiled them: few long ones cost less than many short ones.

/** Rebuilds the double array. A family gets its place when the walk comes to its parent. */
function unpackTrie(stream: Streams, trie: Int32Array): number {
  const degrees = stream('degree')
  const wideDegrees = wideOf(stream, 'degree')
  const labels = stream('label')
  const wideLabels = wideOf(stream, 'label')
  const members = stream('members')
  const slotLow = stream('slotLow')
  const slotMiddle = stream('slotMiddle')
  const slotHigh = stream('slotHigh')
  // Bits.
  const usedBases = new Int32Array((BASE_MASK + 1) / 32)
  // Slots of the nodes that the walk has seen and not yet come to.
  const open = new Int32Array(MAX_OPEN)
  let opened = 1
  let member = 0
  let wideDegree = 0
  let wideLabel = 0
  let branching = 0
  let first = 0
  let free = 0
  let word = 0
  let sum = 0
  for (let node = 0; node < degrees.length; node++) {
    const parent = open[--opened]!
    let degree = degrees[node]!
    if (degree === ESCAPE) degree = wideDegrees[wideDegree++]!
    let label = labels[member]!
    if (label === ESCAPE) label = wideLabels[wideLabel++]!
    let base: number
    if (degree === 1 && parent > 0) {
      // No label is 0: a slot that is, is free. Nothing stands after the end, should the streams be damaged.
      do free++
      while ((trie[2 * free]! | 0) !== 0 || isSet(usedBases, free - label))
      trie[2 * parent]! |= free
      trie[2 * parent + 1]! |= ONLY_CHILD
      base = free - label
    } else {
      const zigzag = slotLow[branching]! | (slotMiddle[branching]! << 8) | (slotHigh[branching]! << 16)
      branching++
      first += (zigzag >>> 1) ^ -(zigzag & 1)
      base = first - label
      usedBases[base >> 5]! |= 1 << base
      trie[2 * parent]! |= base
    }
    sum = ((sum << 5) - sum + base) | 0
    for (const end = member + degree; ; ) {
      const flags = members[member]!
      const count = flags & COUNT_MASK
      const slot = base + label
      trie[2 * slot] = label << BASE_BITS
      trie[2 * slot + 1] = count === 0 ? 0 : (word << COUNT_BITS) | count
      word += count
      if (flags >= HAS_CHILDREN) open[opened++] = slot
      sum = ((sum << 5) - sum + (label ^ (flags << 16))) | 0
      if (++member >= end) break
      const difference = labels[member]!
      label += difference === ESCAPE ? wideLabels[wideLabel++]! : difference
    }
  }
  return sum
}

/** Bases below 0 are never used. */
function isSet(bits: Int32Array, place: number): boolean {
  return place >= 0 && ((bits[place >> 5]! >>> place) & 1) === 1
}

function unpackWords(stream: Streams, known: number, words: Int32Array): number {
  const ranks = stream('rank')
  const wideRanks = wideOf(stream, 'rank')
  const costLow = stream('costLow')
  const costHigh = stream('costHigh')
  const classOfRank = words16(stream('classOfRank'))
  const wordsOfRank = words32(stream('wordsOfRank'))
  const next = new Int32Array(wordsOfRank.length)
  for (let rank = 1; rank < next.length; rank++) next[rank] = next[rank - 1]! + wordsOfRank[rank - 1]!
  let wideRank = 0
  let sum = 0
  for (let word = 0; word < known; word++) {
    let rank = ranks[word]!
    if (rank === ESCAPE) rank = wideRanks[wideRank++]!
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
  const residues = stream('connection')
  const wideResidues = wideOf(stream, 'connection')
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
  let wideResidue = 0
  let sum = 0
  for (let i = 0; i < side; i++) {
    // A row that refers to itself refers to zeros: it has not been written yet.
    const row = rows[2 * i]! * side
    const from = rows[2 * i + 1]! * side
    for (let j = 0; j < side; j++, at++) {
      const residue = residues[at]!
      // What is escaped is 16 bits without a sign, which the arrays of 16 bits below cut to what it was.
      const difference =
        (residue === ESCAPE ? wideResidues[wideResidue++]! : residue - SHIFT) + differences[reference[j]!]!
      differences[column[j]!] = difference
      sum = ((sum << 5) - sum + difference) | 0
      matrix[row + column[j]!] = difference + matrix[from + column[j]!]!
    }
  }
  return sum
}

function unpackReadingIndex(lengths: Uint16Array): Int32Array<ArrayBuffer> {
  const index = new Int32Array(lengths.length)
  let at = 0
  for (let entry = 0; entry < index.length; entry++) {
    index[entry] = at
    at += lengths[entry]!
  }
  return index
}

/** The numbers that have no room in a stream of bytes. */
function wideOf(stream: Streams, name: 'degree' | 'label' | 'rank' | 'connection'): Uint16Array {
  const low = stream(`${name}Low`)
  const high = stream(`${name}High`)
  const wide = new Uint16Array(low.length)
  for (let i = 0; i < wide.length; i++) wide[i] = low[i]! | (high[i]! << 8)
  return wide
}

function words16(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
}

function words32(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
}

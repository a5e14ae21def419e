/**
 * Packs the flat dictionary into streams that deflate well (see `packed-format.ts`). Same input, same bytes.
 */
import {
  BASE_BITS,
  BASE_MASK,
  COUNT_MASK,
  FORMAT_VERSION,
  HEADER,
  SECTIONS,
  sectionsOf,
  viewOf,
} from '../../core/morph/dictionary-format.ts'
import {
  ESCAPE,
  HAS_CHILDREN,
  PACKED_HEADER,
  PACKED_MAGIC,
  SHIFT,
  STREAMS,
  type StreamName,
} from '../../core/morph/packed-format.ts'
import { unpackDictionary } from '../../core/morph/unpack-dictionary.ts'
import { differences } from './matrix-differences.ts'

export function packDictionary(flat: ArrayBuffer): ArrayBuffer {
  const { header, sections } = sectionsOf(flat)
  const labels = viewOf(sections.labels, Uint16Array)
  const units: number[] = []
  labels.forEach((label, unit) => {
    if (label > 0) units[label - 1] = unit
  })
  const words = viewOf(sections.words, Int32Array)
  const known = header[HEADER.words]!
  const streams: Record<StreamName, Uint8Array> = {
    header: bytesOf(header),
    units: bytesOf(Uint16Array.from(units)),
    characterClasses: bytesOf(sections.characterClasses),
    ...trieStreams(viewOf(sections.trie, Int32Array)),
    ...wordStreams(words.subarray(0, known)),
    unknownWords: bytesOf(words.slice(known)),
    classes: bytesOf(sections.classes),
    ...connectionStreams(viewOf(sections.connections, Int16Array)),
    leastConnections: bytesOf(sections.leastConnections),
    readings: bytesOf(sections.readings),
    readingLengths: bytesOf(lengthsOf(viewOf(sections.readingIndex, Int32Array))),
    tables: bytesOf(sections.tables),
  }

  const align = (offset: number) => Math.ceil(offset / 4) * 4
  let length = 4 * (PACKED_HEADER.streams + 2 * STREAMS.length)
  const offsets = STREAMS.map((name) => {
    const offset = length
    length = align(offset + streams[name].length)
    return offset
  })
  const packed = new ArrayBuffer(length)
  const head = new Int32Array(packed)
  head[PACKED_HEADER.magic] = PACKED_MAGIC
  head[PACKED_HEADER.version] = FORMAT_VERSION
  STREAMS.forEach((name, i) => {
    head[PACKED_HEADER.streams + 2 * i] = offsets[i]!
    head[PACKED_HEADER.streams + 2 * i + 1] = streams[name].length
    new Uint8Array(packed).set(streams[name], offsets[i]!)
  })
  const unpacked = unpackDictionary(packed)
  for (const name of SECTIONS) {
    if (Buffer.compare(bytesOf(unpacked.sections[name]), bytesOf(sections[name])) !== 0) {
      throw new Error(`The section ${name} does not unpack to what was packed`)
    }
  }
  head[PACKED_HEADER.checksum] = unpacked.checksum
  return packed
}

function trieStreams(trie: Int32Array) {
  // Bases are unique: the parent of a slot is the node whose base is the slot less its label.
  const childrenOf = new Map<number, number[]>()
  const ownerOf = new Map<number, number>()
  for (let slot = 0; slot < trie.length / 2; slot++) {
    const base = trie[2 * slot]! & BASE_MASK
    if (trie[2 * slot + 1]! < 0) childrenOf.set(slot, [base])
    else if (base > 0) ownerOf.set(base, slot)
  }
  const onlyChildren = new Set(Array.from(childrenOf.values(), ([child]) => child))
  for (let slot = 1; slot < trie.length / 2; slot++) {
    const label = labelAt(trie, slot)
    if (label === 0) continue
    const parent = ownerOf.get(slot - label)
    if (parent === undefined || onlyChildren.has(slot)) continue
    const siblings = childrenOf.get(parent)
    if (siblings) siblings.push(slot)
    else childrenOf.set(parent, [slot])
  }

  const degrees: number[] = []
  const labels: number[] = []
  const members: number[] = []
  const slots: number[] = []
  let firstBefore = 0
  const open = [0]
  for (let slot = open.pop(); slot !== undefined; slot = open.pop()) {
    // Slots of siblings rise with their labels.
    const children = childrenOf.get(slot)!
    degrees.push(children.length)
    if (children.length > 1) {
      slots.push(zigzag(children[0]! - firstBefore))
      firstBefore = children[0]!
    }
    let labelBefore = 0
    for (const child of children) {
      const label = labelAt(trie, child)
      labels.push(label - labelBefore)
      labelBefore = label
      const count = trie[2 * child + 1]! & COUNT_MASK
      members.push(childrenOf.has(child) ? count | HAS_CHILDREN : count)
      if (childrenOf.has(child)) open.push(child)
    }
  }
  return {
    ...escaped('degree', degrees),
    ...escaped('label', labels),
    members: byteOf(members, 0),
    slotLow: byteOf(slots, 0),
    slotMiddle: byteOf(slots, 1),
    slotHigh: byteOf(slots, 2),
  }
}

function wordStreams(words: Int32Array) {
  const frequency = new Map<number, number>()
  for (const word of words) frequency.set(word >>> 16, (frequency.get(word >>> 16) ?? 0) + 1)
  const classOfRank = [...frequency].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([id]) => id)
  const rankOf = new Map(classOfRank.map((id, rank) => [id, rank]))
  const ranks = Array.from(words, (word) => rankOf.get(word >>> 16)!)
  const costs: number[][] = classOfRank.map(() => [])
  words.forEach((word, i) => {
    costs[ranks[i]!]!.push(word & 0xffff)
  })
  return {
    ...escaped('rank', ranks),
    classOfRank: bytesOf(Uint16Array.from(classOfRank)),
    wordsOfRank: bytesOf(Int32Array.from(costs, (ofClass) => ofClass.length)),
    costLow: byteOf(costs.flat(), 0),
    costHigh: byteOf(costs.flat(), 1),
  }
}

function connectionStreams(matrix: Int16Array) {
  const { rows, columns, residues } = differences(matrix)
  return {
    rows: bytesOf(rows),
    columns: bytesOf(columns),
    ...escaped('connection', residues, SHIFT),
  }
}

function lengthsOf(index: Int32Array): Uint16Array {
  return Uint16Array.from(index, (offset, entry) => (index[entry + 1] ?? offset) - offset)
}

function labelAt(trie: Int32Array, slot: number): number {
  return trie[2 * slot]! >>> BASE_BITS
}

function zigzag(value: number): number {
  return (value << 1) ^ (value >> 31)
}

/** A byte for each value that has room in it, and the others apart. */
function escaped<Name extends 'degree' | 'label' | 'rank' | 'connection'>(
  name: Name,
  values: ArrayLike<number>,
  shift = 0,
): Record<Name | `${Name}Low` | `${Name}High`, Uint8Array> {
  const fits = (value: number) => value + shift >= 0 && value + shift < ESCAPE
  const wide = Array.from(values).filter((value) => !fits(value))
  return {
    [name]: Uint8Array.from(values, (value) => (fits(value) ? value + shift : ESCAPE)),
    [`${name}Low`]: byteOf(wide, 0),
    [`${name}High`]: byteOf(wide, 1),
  } as Record<Name | `${Name}Low` | `${Name}High`, Uint8Array>
}

function byteOf(values: readonly number[], byte: number): Uint8Array {
  return Uint8Array.from(values, (value) => (value >> (8 * byte)) & 0xff)
}

function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

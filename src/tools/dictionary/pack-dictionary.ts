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
  type SectionName,
} from '../../core/morph/dictionary-format.ts'
import { PACKED_HEADER, PACKED_MAGIC, STREAMS, type StreamName } from '../../core/morph/packed-format.ts'
import { unpackDictionary } from '../../core/morph/unpack-dictionary.ts'
import { differences } from './matrix-differences.ts'

export function packDictionary(flat: ArrayBuffer): ArrayBuffer {
  const header = new Int32Array(flat)
  const section = (name: SectionName) => {
    const at = HEADER.sections + 2 * SECTIONS.indexOf(name)
    return flat.slice(header[at]!, header[at]! + header[at + 1]!)
  }
  const labels = new Uint16Array(section('labels'))
  const units: number[] = []
  labels.forEach((label, unit) => {
    if (label > 0) units[label - 1] = unit
  })
  const words = new Int32Array(section('words'))
  const known = header[HEADER.words]!
  const trie = trieStreams(new Int32Array(section('trie')))
  const streams: Record<StreamName, Uint8Array> = {
    header: new Uint8Array(flat, 0, header[HEADER.sections]!),
    units: bytesOf(Uint16Array.from(units)),
    characterClasses: new Uint8Array(section('characterClasses')),
    ...trie.streams,
    ...wordStreams(words.subarray(0, known)),
    unknownWords: bytesOf(words.slice(known)),
    classes: new Uint8Array(section('classes')),
    ...connectionStreams(new Int16Array(section('connections'))),
    leastConnections: new Uint8Array(section('leastConnections')),
    readings: new Uint8Array(section('readings')),
    readingLengths: bytesOf(lengthsOf(new Int32Array(section('readingIndex')))),
    tables: new Uint8Array(section('tables')),
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
  head[PACKED_HEADER.flatLength] = flat.byteLength
  head[PACKED_HEADER.nodes] = trie.nodes
  STREAMS.forEach((name, i) => {
    head[PACKED_HEADER.streams + 2 * i] = offsets[i]!
    head[PACKED_HEADER.streams + 2 * i + 1] = streams[name].length
    new Uint8Array(packed).set(streams[name], offsets[i]!)
  })
  const unpacked = unpackDictionary(packed)
  if (Buffer.compare(Buffer.from(unpacked.flat), Buffer.from(flat)) !== 0) {
    throw new Error('The packed dictionary does not unpack to what was packed')
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

  const nodes = [0]
  const degrees: number[] = []
  const labels: number[] = []
  for (const slot of nodes) {
    // Slots of siblings rise with their labels.
    const children = childrenOf.get(slot) ?? []
    degrees.push(children.length)
    let before = 0
    for (const child of children) {
      const label = labelAt(trie, child)
      labels.push(label - before)
      before = label
      nodes.push(child)
    }
  }

  const branching = Array.from(nodes.keys()).filter((node) => degrees[node]! > 1)
  let before = 0
  const slots = branching.map((node) => {
    const first = childrenOf.get(nodes[node]!)![0]!
    const difference = first - before
    before = first
    return zigzag(difference)
  })
  const wide = Array.from(nodes.keys()).filter((node) => degrees[node]! > 0xff)
  return {
    nodes: nodes.length,
    streams: {
      degreeLow: byteOf(degrees, 0),
      degreeHigh: bytesOf(Int32Array.from(wide.flatMap((node) => [node, degrees[node]! >> 8]))),
      labelLow: byteOf(labels, 0),
      labelHigh: byteOf(labels, 1),
      wordCount: Uint8Array.from(nodes, (slot) => trie[2 * slot + 1]! & COUNT_MASK),
      slotLow: byteOf(slots, 0),
      slotMiddle: byteOf(slots, 1),
      slotHigh: byteOf(slots, 2),
    },
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
    rankLow: byteOf(ranks, 0),
    rankHigh: byteOf(ranks, 1),
    classOfRank: bytesOf(Uint16Array.from(classOfRank)),
    wordsOfRank: bytesOf(Int32Array.from(costs, (ofClass) => ofClass.length)),
    costLow: byteOf(costs.flat(), 0),
    costHigh: byteOf(costs.flat(), 1),
  }
}

function connectionStreams(matrix: Int16Array) {
  const { rows, columns, residues } = differences(matrix)
  const values = Array.from(residues, (value) => zigzag(value) & 0xffff)
  return {
    rows: bytesOf(rows),
    columns: bytesOf(columns),
    connectionLow: byteOf(values, 0),
    connectionHigh: byteOf(values, 1),
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

function byteOf(values: readonly number[], byte: number): Uint8Array {
  return Uint8Array.from(values, (value) => (value >> (8 * byte)) & 0xff)
}

function bytesOf(array: Uint16Array | Int32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

/**
 * Turns words, character classes and connection costs into the bytes of the compiled dictionary. Same input, same
 * bytes.
 */
import { crc32 } from 'node:zlib'
import {
  checksum,
  type DictionaryTables,
  FORMAT_VERSION,
  HEADER,
  MAGIC,
  SECTIONS,
  type SectionName,
} from '../../core/morph/dictionary-format.ts'
import { encodeReadings } from '../../core/morph/reading-codec.ts'
import { buildTrie, parentsOf, writeTrie } from './double-array.ts'
import { FREQUENT_CONTEXTS } from './frequent-contexts.ts'
import type { Source, SourceWord } from './kuromoji-source.ts'
import { classifyWords } from './word-classes.ts'

/** @param inputs SHA-256 of everything that the source was made of. */
export function writeDictionary(source: Source, inputs: Uint8Array): ArrayBuffer {
  const contexts = orderContexts(source.contexts)
  const groups = groupBySurface(source.words)
  const labels = labelsOf(groups.keys())
  const keyed = sortByKey(groups, labels)
  const trie = buildTrie(keyed.map(({ key }) => key))
  const words: SourceWord[] = []
  const runs = { firstWord: new Int32Array(keyed.length), wordCount: new Int32Array(keyed.length) }
  for (const parent of parentsOf(trie)) {
    const first = trie.firstChild[parent]!
    for (const key of trie.key.subarray(first, first + trie.childCount[parent]!)) {
      if (key < 0) continue
      runs.firstWord[key] = words.length
      runs.wordCount[key] = keyed[key]!.words.length
      words.push(...keyed[key]!.words)
    }
  }
  const unknown = source.classes.flatMap((characterClass) => characterClass.words)
  const all = [...words, ...unknown]
  const classes = classifyWords(all, contexts.numbers)
  const readings = encodeReadings(words)
  const connections = rearrange(source.connections, contexts.order)
  const tables: DictionaryTables = {
    tuples: classes.tuples,
    edits: classes.edits,
    characterClasses: source.classes.map(({ name, invoke, group, words: entries }, id) => {
      const before = source.classes.slice(0, id).reduce((sum, other) => sum + other.words.length, 0)
      return { name, invoke, group, firstWord: words.length + before, wordCount: entries.length }
    }),
    firstUserClass: classes.firstUser,
    contexts: source.contexts,
  }
  const sections: Record<SectionName, Uint8Array> = {
    labels: bytesOf(labels),
    characterClasses: classOfUnits(source),
    trie: bytesOf(writeTrie(trie, runs)),
    words: bytesOf(Int32Array.from(all, ({ cost }, i) => (classes.idOf[i]! << 16) | (cost & 0xffff))),
    classes: bytesOf(classes.table),
    connections: bytesOf(connections),
    leastConnections: bytesOf(leastOfRows(connections, source.contexts)),
    readings: readings.readings,
    readingIndex: bytesOf(readings.index),
    tables: bytesOf(unitsOf(JSON.stringify(tables))),
  }
  return assemble(sections, words.length, inputs)
}

/** The old numbers of contexts by the new, and the new by the old. */
function orderContexts(contexts: number): { order: readonly number[]; numbers: Uint16Array } {
  // Context 0 is that of a sentence's beginning and end and keeps its number.
  const all = [0, ...FREQUENT_CONTEXTS, ...Array(contexts).keys()]
  const order = [...new Set(all)].filter((id) => id < contexts)
  const numbers = new Uint16Array(contexts)
  for (const [number, id] of order.entries()) numbers[id] = number
  return { order, numbers }
}

/** The words of each surface that a path can take, in the order of the source. */
function groupBySurface(words: readonly SourceWord[]): Map<string, SourceWord[]> {
  const groups = new Map<string, SourceWord[]>()
  for (const word of words) {
    const group = groups.get(word.surface)
    if (group) group.push(word)
    else groups.set(word.surface, [word])
  }
  for (const [surface, group] of groups) if (group.length > 1) groups.set(surface, withoutHopeless(group))
  return groups
}

/**
 * The words of one surface less those that no path can take, because another has the same contexts and costs less, or
 * as much and stands before it: three in a hundred, most of them other readings of a name. User entries are compared
 * with each other only, because the lattice can leave them out.
 */
function withoutHopeless(words: readonly SourceWord[]): SourceWord[] {
  const key = ({ left, right, user }: SourceWord) => `${left} ${right} ${user}`
  const best = new Map<string, SourceWord>()
  for (const word of words) {
    const rival = best.get(key(word))
    if (rival === undefined || word.cost < rival.cost) best.set(key(word), word)
  }
  return words.filter((word) => best.get(key(word)) === word)
}

/** Labels from 1 on for the code units of all surfaces, by falling frequency: frequent units share the trie's front. */
function labelsOf(surfaces: Iterable<string>): Uint16Array {
  const frequency = new Uint32Array(65_536)
  for (const surface of surfaces) {
    for (let i = 0; i < surface.length; i++) frequency[surface.charCodeAt(i)]!++
  }
  const units = Array.from(frequency.keys()).filter((unit) => unit > 0 && frequency[unit]! > 0)
  units.sort((a, b) => frequency[b]! - frequency[a]! || a - b)
  const labels = new Uint16Array(65_536)
  for (const [index, unit] of units.entries()) labels[unit] = index + 1
  return labels
}

interface KeyedWords {
  /** The labels of the surface, as the code units of a string: strings are compared faster than arrays. */
  readonly key: string
  readonly words: readonly SourceWord[]
}

function sortByKey(groups: ReadonlyMap<string, readonly SourceWord[]>, labels: Uint16Array): KeyedWords[] {
  const keyed = Array.from(groups, ([surface, words]) => {
    let key = ''
    for (let i = 0; i < surface.length; i++) key += String.fromCharCode(labels[surface.charCodeAt(i)]!)
    return { key, words }
  })
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** stock kuromoji takes every half of a surrogate pair for DEFAULT; its own map has no place for them. */
function classOfUnits(source: Source): Uint8Array {
  const classOf = source.classOf.slice()
  classOf.fill(
    source.classes.findIndex(({ name }) => name === 'DEFAULT'),
    0xd800,
    0xe000,
  )
  return classOf
}

/**
 * The matrix by new numbers, with a row for each left context: the search walks the previous words of one next word, and
 * their costs must lie side by side.
 */
function rearrange(matrix: Int16Array, order: readonly number[]): Int16Array {
  const side = order.length
  const rearranged = new Int16Array(side * side)
  for (let left = 0; left < side; left++) {
    const column = order[left]!
    for (let right = 0; right < side; right++) {
      rearranged[left * side + right] = matrix[order[right]! * side + column]!
    }
  }
  return rearranged
}

function leastOfRows(matrix: Int16Array, side: number): Int16Array {
  return Int16Array.from({ length: side }, (_, row) => {
    return matrix.subarray(row * side, (row + 1) * side).reduce((least, cost) => Math.min(least, cost))
  })
}

function assemble(sections: Record<SectionName, Uint8Array>, words: number, inputs: Uint8Array): ArrayBuffer {
  const align = (offset: number) => Math.ceil(offset / 64) * 64
  let length = align(4 * (HEADER.sections + 2 * SECTIONS.length))
  const offsets = SECTIONS.map((name) => {
    const offset = length
    length = align(offset + sections[name].length)
    return offset
  })
  const file = new ArrayBuffer(length)
  const header = new Int32Array(file)
  const bytes = new Uint8Array(file)
  header[HEADER.magic] = MAGIC
  header[HEADER.version] = FORMAT_VERSION
  header[HEADER.length] = length
  header[HEADER.words] = words
  bytes.set(inputs, 4 * HEADER.inputs)
  SECTIONS.forEach((name, i) => {
    header[HEADER.sections + 2 * i] = offsets[i]!
    header[HEADER.sections + 2 * i + 1] = sections[name].length
    bytes.set(sections[name], offsets[i]!)
  })
  header[HEADER.checksum] = checksum(header)
  header[HEADER.crc32] = crc32(bytes.subarray(4 * HEADER.length))
  return file
}

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
}

function bytesOf(array: Uint16Array | Int16Array | Int32Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

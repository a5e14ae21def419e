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
import { buildTrie, type Lexicon, writeTrie } from './double-array.ts'
import { FREQUENT_CONTEXTS } from './frequent-contexts.ts'
import type { Source, SourceWord } from './kuromoji-source.ts'

/** @param inputs SHA-256 of everything that the source was made of. */
export function writeDictionary(original: Source, inputs: Uint8Array): ArrayBuffer {
  const source = renumberContexts(original)
  const labels = labelsOf(source.words)
  const groups = groupBySurface(source.words, labels)
  const words = groups.flatMap((group) => group.words)
  const unknown = source.classes.flatMap((characterClass) => characterClass.words)
  const classes = new WordClasses([...words, ...unknown])
  const readings = encodeReadings(words)
  const connections = transpose(source.connections, source.contexts)
  const tables: DictionaryTables = {
    tuples: classes.tuples.map((tuple) => tuple.split(',')) as unknown as DictionaryTables['tuples'],
    edits: classes.edits.map((edit) => JSON.parse(edit)),
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
    trie: bytesOf(trieOf(groups)),
    words: bytesOf(
      Int32Array.from([...words, ...unknown], (word) => (classes.idOf(word) << 16) | (word.cost & 0xffff)),
    ),
    classes: bytesOf(classes.table()),
    connections: bytesOf(connections),
    leastConnections: bytesOf(leastOfRows(connections, source.contexts)),
    readings: readings.readings,
    readingIndex: bytesOf(readings.index),
    tables: bytesOf(unitsOf(JSON.stringify(tables))),
  }
  return assemble(sections, words.length, inputs)
}

/** Context 0 is that of a sentence's beginning and end and keeps its number. */
function renumberContexts(source: Source): Source {
  const { contexts, connections } = source
  const order = [...new Set([0, ...FREQUENT_CONTEXTS, ...Array(contexts).keys()])].filter(
    (id) => id < contexts,
  )
  const numbers = new Uint16Array(contexts)
  order.forEach((id, number) => {
    numbers[id] = number
  })
  const renumbered = new Int16Array(connections.length)
  order.forEach((right, row) => {
    order.forEach((left, column) => {
      renumbered[row * contexts + column] = connections[right * contexts + left]!
    })
  })
  const words = (list: readonly SourceWord[]) =>
    list.map((word) => ({ ...word, left: numbers[word.left]!, right: numbers[word.right]! }))
  return {
    ...source,
    words: words(source.words),
    classes: source.classes.map((one) => ({ ...one, words: words(one.words) })),
    connections: renumbered,
  }
}

/** The words of one surface, in the order of the source, with the labels of its code units. */
interface SurfaceGroup {
  readonly key: Uint16Array
  readonly words: readonly SourceWord[]
}

/** In the order of their keys: the order of a walk through the trie, which the packed form relies on. */
function groupBySurface(words: readonly SourceWord[], labels: Uint16Array): SurfaceGroup[] {
  const groups = new Map<string, SourceWord[]>()
  for (const word of words) {
    const group = groups.get(word.surface)
    if (group) group.push(word)
    else groups.set(word.surface, [word])
  }
  return Array.from(groups, ([surface, ofSurface]) => ({
    key: Uint16Array.from({ length: surface.length }, (_, i) => labels[surface.charCodeAt(i)]!),
    words: ofSurface,
  })).sort((a, b) => compareKeys(a.key, b.key))
}

/** Labels from 1 on for the code units of all surfaces, by falling frequency: frequent units share the trie's front. */
function labelsOf(words: readonly SourceWord[]): Uint16Array {
  const frequency = new Uint32Array(65_536)
  const surfaces = new Set(words.map(({ surface }) => surface))
  for (const surface of surfaces) {
    for (let i = 0; i < surface.length; i++) frequency[surface.charCodeAt(i)]!++
  }
  const units = Array.from(frequency.keys()).filter((unit) => unit > 0 && frequency[unit]! > 0)
  units.sort((a, b) => frequency[b]! - frequency[a]! || a - b)
  const labels = new Uint16Array(65_536)
  units.forEach((unit, index) => {
    labels[unit] = index + 1
  })
  return labels
}

function trieOf(groups: readonly SurfaceGroup[]): Int32Array {
  let firstWord = 0
  const lexicon: Lexicon = {
    keys: groups.map(({ key }) => key),
    wordCount: Int32Array.from(groups, ({ words }) => words.length),
    firstWord: Int32Array.from(groups, ({ words }) => {
      firstWord += words.length
      return firstWord - words.length
    }),
  }
  return writeTrie(buildTrie(lexicon), lexicon)
}

function compareKeys(a: Uint16Array, b: Uint16Array): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
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

/** What words have in common apart from surface, cost and reading: IPADIC's 392,126 words share some 1,300 of them. */
class WordClasses {
  readonly tuples: string[] = []
  readonly edits: string[] = []
  readonly firstUser: number
  readonly #ids = new Map<string, number>()

  constructor(words: readonly SourceWord[]) {
    const keys = new Map<string, [user: number, left: number, right: number, tuple: string, edit: string]>()
    for (const word of words) {
      const key = this.#key(word)
      if (!keys.has(key))
        keys.set(key, [Number(word.user), word.left, word.right, word.tuple.join(), editOf(word)])
    }
    const sorted = [...keys].sort(
      ([a, x], [b, y]) => x[0] - y[0] || x[1] - y[1] || x[2] - y[2] || (a < b ? -1 : 1),
    )
    for (const [key, [, , , tuple, edit]] of sorted) {
      this.#ids.set(key, this.#ids.size)
      if (!this.tuples.includes(tuple)) this.tuples.push(tuple)
      if (!this.edits.includes(edit)) this.edits.push(edit)
    }
    this.firstUser = sorted.filter(([, [user]]) => user === 0).length
  }

  idOf(word: SourceWord): number {
    return this.#ids.get(this.#key(word))!
  }

  table(): Uint16Array {
    return Uint16Array.from(
      [...this.#ids.keys()].flatMap((key) => {
        const [, left, right, edit, ...tuple] = JSON.parse(key) as [
          number,
          number,
          number,
          string,
          ...string[],
        ]
        return [left, right, this.tuples.indexOf(tuple.join()), this.edits.indexOf(edit)]
      }),
    )
  }

  #key(word: SourceWord): string {
    return JSON.stringify([Number(word.user), word.left, word.right, editOf(word), ...word.tuple])
  }
}

/** JSON of [code units to cut from the end of the surface, what to append] that makes the base form. */
function editOf({ surface, baseForm }: SourceWord): string {
  if (surface === baseForm) return '[0,""]'
  let same = 0
  while (same < surface.length && surface[same] === baseForm[same]) same++
  return JSON.stringify([surface.length - same, baseForm.slice(same)])
}

/** The search walks the previous words of one next word: their costs must lie side by side. */
function transpose(matrix: Int16Array, side: number): Int16Array {
  const transposed = new Int16Array(side * side)
  for (let right = 0; right < side; right++) {
    for (let left = 0; left < side; left++) transposed[left * side + right] = matrix[right * side + left]!
  }
  return transposed
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

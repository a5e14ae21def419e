/**
 * Reads the compiled dictionary: typed-array views of the file's bytes, and the words' features on demand.
 */
import {
  type CharacterClass,
  checksum,
  type DictionarySections,
  type DictionaryTables,
  FORMAT_VERSION,
  HEADER,
  MAGIC,
  type SectionName,
  sectionsOf,
  viewOf,
} from './dictionary-format.ts'
import { findWords } from './find-words.ts'
import { PACKED_HEADER, PACKED_MAGIC } from './packed-format.ts'
import { decodeReading, type ReadingsOf } from './reading-codec.ts'
import { type Unpacked, unpackDictionary } from './unpack-dictionary.ts'

/** The bytes are not a dictionary that this version of the program can read. */
export class DictionaryError extends Error {
  override name = 'DictionaryError'
}

/** A loaded dictionary. Immutable; any number of tokenizers may share it. */
export interface Dictionary {
  /** SHA-256 (hex) of what it was compiled from. */
  readonly inputs: string
  readonly labels: Uint16Array
  readonly characterClass: Uint8Array
  readonly trie: Int32Array
  readonly words: Int32Array
  readonly classes: Uint16Array
  readonly connections: Int16Array
  readonly leastConnections: Int16Array
  readonly contexts: number
  readonly characterClasses: readonly CharacterClass[]
  /** Words from this number on are entries for unknown words. */
  readonly firstUnknownWord: number
  readonly firstUserClass: number
  readonly tuples: readonly (readonly [string, string, string, string])[]
  readonly conjugations: readonly (readonly [type: string, form: string])[]
  readonly edits: DictionaryTables['edits']
  /** 読み of a known or user word. `surface` is the word as it stands in the text. */
  readingOf(word: number, surface: string): string
}

const REBUILD = 'Run `npm run build` to compile the dictionary again.'

/** CRC-32 as in zlib, over bytes. */
export type Crc32 = (bytes: Uint8Array) => number

/**
 * @param file the whole file, flat or packed. A flat one is kept and viewed, not copied: it must not change any more.
 * @param crc32 the platform's own, if it has one: a flat file is then verified some milliseconds faster.
 * @throws DictionaryError where the file is stale, cut short or damaged.
 */
export const loadDictionary = (file: ArrayBuffer | Uint8Array, crc32?: Crc32): Dictionary =>
  readSections(openSections(file, crc32))

/** The first half of loadDictionary(), and most of its time: what it gives can be handed to another thread. */
export function openSections(file: ArrayBuffer | Uint8Array, crc32?: Crc32): DictionarySections {
  const bytes = file instanceof Uint8Array ? bufferOf(file) : file
  if (bytes.byteLength < 256 || bytes.byteLength % 4 !== 0) {
    throw new DictionaryError(`The dictionary is cut short (${bytes.byteLength} bytes). ${REBUILD}`)
  }
  const [magic, version] = new Int32Array(bytes, 0, 2)
  if (magic !== MAGIC && magic !== PACKED_MAGIC) {
    throw new DictionaryError(`The file is not a compiled dictionary. ${REBUILD}`)
  }
  if (version !== FORMAT_VERSION) {
    throw new DictionaryError(
      `The dictionary is stale: format ${version}, this version reads ${FORMAT_VERSION}. ${REBUILD}`,
    )
  }
  return magic === PACKED_MAGIC ? unpack(bytes) : verified(bytes, crc32)
}

const damaged = (how: string, options?: ErrorOptions) =>
  new DictionaryError(`The dictionary is damaged: ${how}. ${REBUILD}`, options)

function verified(flat: ArrayBuffer, crc32: Crc32 | undefined): DictionarySections {
  const words = new Int32Array(flat)
  if (words[HEADER.length] !== flat.byteLength) {
    throw damaged(`it has ${flat.byteLength} of ${words[HEADER.length]} bytes`)
  }
  const sound = crc32
    ? (crc32(new Uint8Array(flat, 4 * HEADER.length)) | 0) === words[HEADER.crc32]
    : checksum(words) === words[HEADER.checksum]
  if (!sound) throw damaged('its checksum does not match')
  return sectionsOf(flat)
}

function unpack(packed: ArrayBuffer): DictionarySections {
  let unpacked: Unpacked
  try {
    unpacked = unpackDictionary(packed)
  } catch (cause) {
    throw damaged('it cannot be unpacked', { cause })
  }
  if (unpacked.checksum !== new Int32Array(packed)[PACKED_HEADER.checksum]) {
    throw damaged('its checksum does not match')
  }
  return unpacked
}

/** The buffer of the bytes itself where they fill it, as those of a large file that Node read do. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteLength } = bytes
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? buffer : bytes.slice().buffer
}

/** The second half: of sections that openSections() gave. */
export function readSections({ header, sections }: DictionarySections): Dictionary {
  const u8 = (name: SectionName) => viewOf(sections[name], Uint8Array)
  const u16 = (name: SectionName) => viewOf(sections[name], Uint16Array)
  const i32 = (name: SectionName) => viewOf(sections[name], Int32Array)
  const i16 = (name: SectionName) => viewOf(sections[name], Int16Array)
  const [trie, labels] = [i32('trie'), u16('labels')]
  const entries = { readings: u8('readings'), index: i32('readingIndex') }
  const readingOf = (word: number, surface: string): string =>
    decodeReading(entries, word, surface, readingsOf)
  const readingsOf: ReadingsOf = (surface, which) => {
    const { first, count } = findWords(trie, labels, surface)
    return which < count ? readingOf(first + which, surface) : undefined
  }
  const tables = JSON.parse(textOf(u16('tables'))) as DictionaryTables

  return {
    inputs: Array.from(new Uint8Array(header.buffer, header.byteOffset + HEADER.inputs * 4, 32), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join(''),
    labels,
    characterClass: u8('characterClasses'),
    trie,
    words: i32('words'),
    classes: u16('classes'),
    connections: i16('connections'),
    leastConnections: i16('leastConnections'),
    contexts: tables.contexts,
    characterClasses: tables.characterClasses,
    firstUnknownWord: header[HEADER.words]!,
    firstUserClass: tables.firstUserClass,
    tuples: tables.tuples.map(([pos, detail1, detail2, detail3]) => [pos, detail1, detail2, detail3]),
    conjugations: tables.tuples.map((tuple) => [tuple[4], tuple[5]]),
    edits: tables.edits,
    readingOf,
  }
}

function textOf(units: Uint16Array): string {
  let text = ''
  for (let from = 0; from < units.length; from += 4096) {
    // Spreading a typed array takes ten times as long.
    text += Reflect.apply(String.fromCharCode, undefined, units.subarray(from, from + 4096))
  }
  return text
}

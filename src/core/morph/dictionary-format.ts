/**
 * The layout of the compiled dictionary, shared by the compiler that writes it and the reader that trusts it.
 *
 * One little-endian file: a header, then sections that begin on 64-byte boundaries, so that each is a typed-array
 * view of the file's own bytes and nothing is parsed or copied when it is loaded.
 */

/** `SKD1` in ASCII, read little-endian. */
export const MAGIC = 0x31444b53

/** Raised whenever the meaning of a byte changes: a file of another version is stale. */
export const FORMAT_VERSION = 7

/**
 * Header, in 32-bit words: magic, version, checksum and CRC-32 of all that follows them, length of the file in bytes, 8
 * words of the inputs' SHA-256, number of words, entries for unknown words apart, then (offset, bytes) a section.
 */
export const HEADER = {
  magic: 0,
  version: 1,
  checksum: 2,
  crc32: 3,
  length: 4,
  inputs: 5,
  words: 13,
  sections: 16,
} as const

/** Sections in file order. The index is the place in the header's table. */
export const SECTIONS = [
  /** u16 × 65,536: UTF-16 code unit → label in the trie; 0 where no word holds the unit. */
  'labels',
  /** u8 × 65,536: UTF-16 code unit → IPADIC character class; surrogates are DEFAULT. */
  'characterClasses',
  /**
   * i32 × 2 a slot: `label << 19 | base`, and `first word << 5 | number of words`. The child of a node with base `b`
   * for label `c` is slot `b + c`, if that slot's label is `c`: bases are unique, so the parent needs no check. With
   * ONLY_CHILD in the second number the base is the slot of the only child. Base 0: no children. A free slot is 0, and
   * no character has label 0. Slot 0 is the root.
   */
  'trie',
  /** i32 a word: `class << 16 | cost as u16`. The unknown-word entries follow the dictionary's words. */
  'words',
  /** u16 × 4 a class: left context, right context, tuple, base form edit. Classes of user entries come last. */
  'classes',
  /** i16: connection costs, `[left context of the next][right context of the previous]`. */
  'connections',
  /** i16: the least cost of each row of `connections`. */
  'leastConnections',
  /** u8: an entry a word, in the form of `reading-codec.ts`. */
  'readings',
  /** u32: offset in `readings` of every READING_STRIDE-th word. */
  'readingIndex',
  /** u16: JSON of `DictionaryTables`, in UTF-16 (core has no decoder for anything else). */
  'tables',
] as const

export type SectionName = (typeof SECTIONS)[number]

/** What the reader reads: views of a flat file's bytes, or what unpacking made. */
export interface DictionarySections {
  readonly header: Int32Array
  readonly sections: Readonly<Record<SectionName, ArrayBufferView<ArrayBuffer>>>
}

/** @param file a flat file, not verified. */
export function sectionsOf(file: ArrayBuffer): DictionarySections {
  const header = new Int32Array(file, 0, HEADER.sections + 2 * SECTIONS.length)
  const views = SECTIONS.map((name, index) => {
    const at = HEADER.sections + 2 * index
    return [name, new Uint8Array(file, header[at]!, header[at + 1]!)]
  })
  return { header, sections: Object.fromEntries(views) as DictionarySections['sections'] }
}

/** The same bytes as an array of another type. */
export function viewOf<View>(
  bytes: ArrayBufferView<ArrayBuffer>,
  View: { new (buffer: ArrayBuffer, offset: number, length: number): View; BYTES_PER_ELEMENT: number },
): View {
  return new View(bytes.buffer, bytes.byteOffset, bytes.byteLength / View.BYTES_PER_ELEMENT)
}

/** Bits of a trie slot's first word that hold the base. */
export const BASE_BITS = 19
export const BASE_MASK = (1 << BASE_BITS) - 1

/** Labels are below this. */
export const LABEL_LIMIT = 1 << (32 - BASE_BITS)

/** Bits of a trie slot's second word that hold the number of words. */
export const COUNT_BITS = 5
export const COUNT_MASK = (1 << COUNT_BITS) - 1

/** Flag in a trie slot's second word: the node has one child, and its base is that child's slot. */
export const ONLY_CHILD = 0x80000000 | 0

/** Words between two entries of `readingIndex`: half as many cost a browser 8 kB, twice as many save it 4. */
export const READING_STRIDE = 128

/** An unknown-word class of IPADIC's char.def with its entries in the word table. */
export interface CharacterClass {
  readonly name: string
  /** Unknown words are tried even where the dictionary has a word. */
  readonly invoke: boolean
  /** A run of the class is one unknown word; otherwise one character is. */
  readonly group: boolean
  readonly firstWord: number
  readonly wordCount: number
}

/** The small tables that are read by name rather than by place. */
export interface DictionaryTables {
  /** 品詞, 品詞細分類1, 2, 3, 活用型, 活用形. */
  readonly tuples: readonly (readonly [string, string, string, string, string, string])[]
  /** Base form of a word: the surface less its last `cut` code units, then `append`. */
  readonly edits: readonly (readonly [cut: number, append: string])[]
  /** By the class number of `characterClasses`. */
  readonly characterClasses: readonly CharacterClass[]
  /** Classes from this number on belong to user entries. */
  readonly firstUserClass: number
  /** The side of the square connection matrix. */
  readonly contexts: number
}

/**
 * The checksum of a flat file where there is no native CRC-32: catches a truncated, a swapped or a flipped byte. One
 * short step a word, because most of it runs before the engine has compiled it. It is no defence against an attacker
 * who can write the file, and neither is a CRC.
 */
export function checksum(words: Int32Array): number {
  let sum = 0x9e3779b9 | 0
  for (let i: number = HEADER.length; i < words.length; i++) sum = ((sum << 1) | (sum >>> 31)) ^ words[i]!
  return sum
}

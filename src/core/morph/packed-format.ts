/**
 * The layout of the packed dictionary: the same dictionary as streams that deflate well, for places that limit the
 * bytes that are shipped rather than the milliseconds of a start (a bundle for Cloudflare Workers). Unpacking gives the
 * sections of the flat file back, byte for byte.
 */

/** `SKP1` in ASCII, read little-endian. */
export const PACKED_MAGIC = 0x31504b53

/**
 * Header, in 32-bit words: magic, version (the flat file's), the checksum that unpacking gives, then (offset, bytes) a
 * stream.
 */
export const PACKED_HEADER = {
  magic: 0,
  version: 1,
  checksum: 2,
  streams: 3,
} as const

/**
 * Streams in file order, bytes all. Numbers that seldom need more than a byte stand in one, with ESCAPE for those that do,
 * whose 16 bits follow in two streams of their own, low and high bytes apart: bytes of one kind side by side deflate
 * better. Nodes of the trie are in the order of a walk: a node's children
 * together, by rising label, then the trees of those that have children, the last first.
 */
export const STREAMS = [
  /** The flat file's header as it is. */
  'header',
  /** u16 a label from 1 on: its UTF-16 code unit. */
  'units',
  /** The flat section. */
  'characterClasses',
  /** A node with children: how many. */
  'degree',
  'degreeLow',
  'degreeHigh',
  /** A node but the root: its label less the label of the sibling before. */
  'label',
  'labelLow',
  'labelHigh',
  /** A node but the root: number of its words, with HAS_CHILDREN. */
  'members',
  /**
   * A node with two or more children: the slot of its first child, less that of the last such node's, as zigzag. An only
   * child takes the next slot that is free when its turn comes.
   */
  'slotLow',
  'slotMiddle',
  'slotHigh',
  /** A word: rank of its class by frequency. */
  'rank',
  'rankLow',
  'rankHigh',
  /** u16 a rank: its class. */
  'classOfRank',
  /** u32 a rank: number of its words. */
  'wordsOfRank',
  /** A word: cost, every one of 16 bits; words of one class side by side, classes by rank. */
  'costLow',
  'costHigh',
  /** The entries for unknown words, as in the flat section. */
  'unknownWords',
  /** The flat section. */
  'classes',
  /** u16 × 2 a row of the connection matrix: the row, and the row that it is the difference to (itself: none). */
  'rows',
  /** The same for columns. */
  'columns',
  /** The differences to the row and then to the column, in the order of `rows` and `columns`, with SHIFT. */
  'connection',
  'connectionLow',
  'connectionHigh',
  /** The flat section. */
  'leastConnections',
  /** The flat section. */
  'readings',
  /** u16 an entry of the flat `readingIndex`: bytes from it to the next. */
  'readingLengths',
  /** The flat section. */
  'tables',
] as const

/** In a stream of bytes: the number is the next of the two streams that follow. */
export const ESCAPE = 0xff

/** Added to what may be negative where it stands in a byte; what is escaped stands as it is. */
export const SHIFT = 0x80

/** Flag in `members`, above COUNT_MASK. */
export const HAS_CHILDREN = 0x80

export type StreamName = (typeof STREAMS)[number]

/**
 * Streams whose every value goes into a running sum while it is unpacked. All others are small, or copied as they are,
 * and are summed by themselves: a second walk over the large ones would take a quarter of the start.
 */
export const SUMMED_WHILE_UNPACKED: ReadonlySet<StreamName> = new Set([
  'degree',
  'degreeLow',
  'degreeHigh',
  'label',
  'labelLow',
  'labelHigh',
  'members',
  'slotLow',
  'slotMiddle',
  'slotHigh',
  'rank',
  'rankLow',
  'rankHigh',
  'costLow',
  'costHigh',
  'connection',
  'connectionLow',
  'connectionHigh',
])

/**
 * The layout of the packed dictionary: the same dictionary as streams that deflate well, for places that limit the
 * bytes that are shipped rather than the milliseconds of a start (a bundle for Cloudflare Workers). Unpacking gives the
 * flat file back, byte for byte.
 */

/** `SKP1` in ASCII, read little-endian. */
export const PACKED_MAGIC = 0x31504b53

/**
 * Header, in 32-bit words: magic, version (the flat file's), the checksum that unpacking gives, length of the flat file
 * in bytes, number of nodes of the trie, then (offset, bytes) a stream.
 */
export const PACKED_HEADER = {
  magic: 0,
  version: 1,
  checksum: 2,
  flatLength: 3,
  nodes: 4,
  streams: 5,
} as const

/**
 * Streams in file order, bytes all. A number of 16 bits stands in two streams, low and high bytes apart: bytes of one
 * kind side by side deflate better. Nodes of the trie are in breadth-first order, children by rising label.
 */
export const STREAMS = [
  /** The flat file's header as it is. */
  'header',
  /** u16 a label from 1 on: its UTF-16 code unit. */
  'units',
  /** The flat section. */
  'characterClasses',
  /** A node: number of its children, low byte, then the high byte of those that have one (see `degreeHigh`). */
  'degreeLow',
  /** u32 node, u32 high byte: the few nodes with more than 255 children. */
  'degreeHigh',
  /** A node but the root: its label less the label of the sibling before. */
  'labelLow',
  'labelHigh',
  /** A node: number of its words. */
  'wordCount',
  /**
   * A node with two or more children: the slot of its first child, less that of the node before, as zigzag. Only
   * children take the slots that are left, in the order of the nodes.
   */
  'slotLow',
  'slotMiddle',
  'slotHigh',
  /** A word: rank of its class by frequency. */
  'rankLow',
  'rankHigh',
  /** u16 a rank: its class. */
  'classOfRank',
  /** u32 a rank: number of its words. */
  'wordsOfRank',
  /** A word: cost; words of one class side by side, classes by rank. */
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
  /** The differences to the row and then to the column, as zigzag, in the order of `rows` and `columns`. */
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

export type StreamName = (typeof STREAMS)[number]

/**
 * Streams whose every value goes into a running sum while it is unpacked. All others are small, or copied as they are,
 * and are summed by themselves: a second walk over the large ones would take a quarter of the start.
 */
export const SUMMED_WHILE_UNPACKED: ReadonlySet<StreamName> = new Set([
  'degreeLow',
  'labelLow',
  'labelHigh',
  'wordCount',
  'slotLow',
  'slotMiddle',
  'slotHigh',
  'rankLow',
  'rankHigh',
  'costLow',
  'costHigh',
  'connectionLow',
  'connectionHigh',
])

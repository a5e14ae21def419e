/**
 * What names weigh, as the build keeps it: no names, which nobody asks for, only their digests and what they weigh. Sorted
 * digests are written as their differences, in digits of six bits, all first digits before all second ones: a string of
 * them needs no parsing at a start and is small after compression.
 */
import { DIGEST_BITS, PieceDigest } from './piece-digest.ts'

export interface PackedTable {
  readonly count: number
  /** Differences of the sorted digests. */
  readonly digests: string
  /** What each weighs, column after column: steps above the column's least. */
  readonly columns: readonly { readonly least: number; readonly steps: string }[]
}

/** What a weight is at most, steps, for or against. */
const MOST = 2048
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES = new Uint8Array(128)
for (let value = 0; value < DIGITS.length; value++) VALUES[DIGITS.charCodeAt(value)] = value

/** A digit of each number, then the next of each: what is alike stands together. */
function digits(numbers: readonly number[]): string {
  const largest = numbers.reduce((most, one) => Math.max(most, one), 0)
  const width = Math.max(1, Math.ceil(Math.log2(largest + 1) / 6))
  return Array.from({ length: width }, (_, at) =>
    numbers.map((number) => DIGITS[Math.floor(number / 64 ** (width - 1 - at)) % 64]).join(''),
  ).join('')
}

/** The numbers that were written so; they have at most 31 bits. */
function numbersIn(text: string, count: number): Int32Array {
  const numbers = new Int32Array(count)
  for (let digit = 0; digit < text.length; ) {
    for (let at = 0; at < count; at++, digit++)
      numbers[at] = (numbers[at]! << 6) | VALUES[text.charCodeAt(digit)]!
  }
  return numbers
}

/**
 * @param width values a name, those left out at its end included
 * @throws {RangeError} where two names have one digest, or a weight is too large.
 */
export function packTable(weights: Readonly<Record<string, readonly number[]>>, width: number): PackedTable {
  const reader = new PieceDigest()
  const rows = Object.entries(weights)
    .map(([name, values]) => ({ name, digest: reader.of(name), values }))
    .filter(({ values }) => values.some((value) => value !== 0))
    .sort((a, b) => a.digest - b.digest)
  for (const [at, { name, digest, values }] of rows.entries()) {
    const before = rows[at - 1]
    if (before?.digest === digest)
      throw new RangeError(`'${name}' and '${before.name}' have one digest: learn them as one`)
    if (values.some((value) => Math.abs(value) > MOST)) throw new RangeError(`'${name}' weighs too much`)
  }
  const differences = rows.map(({ digest }, at) => digest - (rows[at - 1]?.digest ?? 0))
  const columns = Array.from({ length: width }, (_, column) => {
    const own = rows.map(({ values }) => values[column] ?? 0)
    const least = own.reduce((lowest, one) => Math.min(lowest, one), 0)
    return { least, steps: digits(own.map((one) => one - least)) }
  })
  return { count: rows.length, digests: digits(differences), columns }
}

/** Sums of so many columns, nothing yet: engines make a short list where they make objects, an array of numbers apart. */
export const noSums = (columns: number): number[] => new Array<number>(columns).fill(0)

/** Code units of a digest in a row: its lower 16 bits, then the others. */
const DIGEST_UNITS = 2

/**
 * What a piece weighs by its digest. Rows stand in the order of their digests, found by the digest's first bits, and each
 * begins with its digest: who looks for one has what it weighs at hand.
 */
export class WeightTable {
  /** By a digest's first bits, the first row of those; one more at the end. */
  private readonly firsts: Uint32Array
  /** Row after row: the digest, then what it weighs column by column. */
  private readonly rows: Int16Array
  private readonly width: number
  private readonly shift: number

  constructor({ count, digests, columns }: PackedTable) {
    const bits = Math.max(4, Math.ceil(Math.log2(count + 1)) + 1)
    this.shift = DIGEST_BITS - bits
    this.firsts = new Uint32Array((1 << bits) + 1)
    this.width = DIGEST_UNITS + columns.length
    this.rows = new Int16Array(count * this.width)
    const { firsts, rows, width, shift } = this
    const differences = numbersIn(digests, count)
    let digest = 0
    for (let at = 0; at < count; at++) {
      digest += differences[at]!
      firsts[(digest >>> shift) + 1]!++
      rows[at * width] = digest
      rows[at * width + 1] = digest >>> 16
    }
    for (let place = 1; place < firsts.length; place++) firsts[place]! += firsts[place - 1]!
    for (const [column, { least, steps }] of columns.entries()) {
      const own = numbersIn(steps, count)
      for (let at = 0, to = DIGEST_UNITS + column; at < count; at++, to += width) rows[to] = own[at]! + least
    }
  }

  /** A row of the table, or -1 for what weighs nothing. */
  rowOf(digest: number): number {
    const { firsts, rows, width } = this
    const place = digest >>> this.shift
    const end = firsts[place + 1]!
    const low = (digest << 16) >> 16
    const high = digest >>> 16
    for (let row = firsts[place]!; row < end; row++)
      if (rows[row * width] === low && rows[row * width + 1] === high) return row
    return -1
  }

  /** Adds what a row weighs, by itself and in each hinge, to sums of as many (noSums). */
  addTo(sums: number[], row: number): void {
    if (row < 0) return
    const { rows, width } = this
    const end = (row + 1) * width
    for (let at = row * width + DIGEST_UNITS, column = 0; at < end; at++, column++) sums[column]! += rows[at]!
  }
}

const tables = new WeakMap<PackedTable, WeightTable>()

/** The table of what the build keeps, made once: linters of different packs share it. */
export function tableOf(packed: PackedTable): WeightTable {
  const table = tables.get(packed) ?? new WeightTable(packed)
  tables.set(packed, table)
  return table
}

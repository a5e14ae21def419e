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

/** What a piece weighs by its digest: open addressing, in the order of the digests. */
export class WeightTable {
  /** By place its digest, then its row and one more; 0 where none is. Side by side: one is never read without the other. */
  private readonly places: Int32Array
  /** By place a bit, whether any stands there: small enough for the nearest cache, and no for most of what is asked. */
  private readonly taken: Uint32Array
  /** Row after row, column after column. */
  private readonly steps: Int16Array
  private readonly width: number
  private readonly shift: number
  private readonly mask: number

  constructor({ count, digests, columns }: PackedTable) {
    const bits = Math.max(4, Math.ceil(Math.log2(count + 1)) + 1)
    const size = 1 << bits
    this.places = new Int32Array(2 * size)
    this.taken = new Uint32Array(Math.ceil(size / 32))
    this.width = columns.length
    this.steps = new Int16Array(count * columns.length)
    this.shift = DIGEST_BITS - bits
    this.mask = size - 1
    const differences = numbersIn(digests, count)
    let digest = 0
    const { places, taken, steps: all, width, shift, mask } = this
    for (let at = 0; at < count; at++) {
      digest += differences[at]!
      let place = digest >>> shift
      while (places[2 * place + 1] !== 0) place = (place + 1) & mask
      places[2 * place] = digest
      places[2 * place + 1] = at + 1
      taken[place >>> 5]! |= 1 << (place & 31)
    }
    for (const [column, { least, steps }] of columns.entries()) {
      const own = numbersIn(steps, count)
      for (let at = 0, to = column; at < count; at++, to += width) all[to] = own[at]! + least
    }
  }

  /** A row of the table, or -1 for what weighs nothing. */
  rowOf(digest: number): number {
    const { places, taken, mask } = this
    let place = digest >>> this.shift
    while (((taken[place >>> 5]! >>> (place & 31)) & 1) === 1) {
      if (places[2 * place] === digest) return places[2 * place + 1]! - 1
      place = (place + 1) & mask
    }
    return -1
  }

  /** Adds what a row weighs, by itself and in each hinge, to sums of as many. */
  addTo(sums: Int32Array, row: number): void {
    if (row < 0) return
    const { steps, width } = this
    for (let column = 0, at = row * width; column < width; column++, at++) sums[column]! += steps[at]!
  }
}

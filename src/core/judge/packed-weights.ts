/**
 * Weights as the build keeps them: no names, which nobody asks for, only the digests of their names and what they weigh.
 * Sorted digests are written as their differences, in digits of six bits, all first digits before all second ones: a
 * string of them needs no parsing at a start and is small after compression.
 */
import { PieceDigest } from './piece-digest.ts'
import type { WeightsSpec } from './weights.ts'

export interface PackedWeights extends Omit<WeightsSpec, 'weights'> {
  readonly count: number
  /** Differences of the sorted first 32 bits. */
  readonly firsts: string
  /** The 2 bits more, a digit each. */
  readonly seconds: string
  /** What each weighs by itself, then in each hinge: steps above the column's least. */
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

/** The numbers that were written so; they have at most 32 bits. */
function numbersIn(text: string, count: number): Int32Array {
  const numbers = new Int32Array(count)
  for (let digit = 0; digit < text.length; ) {
    for (let at = 0; at < count; at++, digit++)
      numbers[at] = (numbers[at]! << 6) | VALUES[text.charCodeAt(digit)]!
  }
  return numbers
}

/** @throws {RangeError} where two names have one digest, or a weight is too large. */
export function packWeights({ weights, ...rest }: WeightsSpec): PackedWeights {
  const digest = new PieceDigest()
  const rows = Object.entries(weights)
    .map(([name, values]) => {
      digest.start()
      digest.take(name)
      return { name, first: digest.first >>> 0, second: digest.second, values }
    })
    .filter(({ values }) => values.some((value) => value !== 0))
    .sort((a, b) => a.first - b.first || a.second - b.second)
  for (const [at, { name, first, second, values }] of rows.entries()) {
    const before = rows[at - 1]
    if (before?.first === first && before.second === second)
      throw new RangeError(`'${name}' and '${before.name}' have one digest: leave one out`)
    if (values.some((value) => Math.abs(value) > MOST)) throw new RangeError(`'${name}' weighs too much`)
  }
  const differences = rows.map(({ first }, at) => first - (rows[at - 1]?.first ?? 0))
  const columns = Array.from({ length: 1 + rest.hinges.bias.length }, (_, column) => {
    const own = rows.map(({ values }) => values[column] ?? 0)
    const least = own.reduce((lowest, one) => Math.min(lowest, one), 0)
    return { least, steps: digits(own.map((one) => one - least)) }
  })
  return {
    ...rest,
    count: rows.length,
    firsts: digits(differences),
    seconds: digits(rows.map(({ second }) => second)),
    columns,
  }
}

/** What a piece weighs by its digest: open addressing, in the order of the digests. */
export class WeightTable {
  private readonly firsts: Int32Array
  private readonly seconds: Int8Array
  /** The row at a place and one more; 0 where none is. */
  private readonly rows: Int32Array
  /** Row after row, column after column. */
  private readonly steps: Int16Array
  private readonly width: number
  private readonly shift: number
  private readonly mask: number

  constructor({ count, firsts, seconds, columns }: PackedWeights) {
    const bits = Math.max(4, Math.ceil(Math.log2(count + 1)) + 1)
    const size = 1 << bits
    this.firsts = new Int32Array(size)
    this.seconds = new Int8Array(size)
    this.rows = new Int32Array(size)
    this.width = columns.length
    this.steps = new Int16Array(count * columns.length)
    this.shift = 32 - bits
    this.mask = size - 1
    const differences = numbersIn(firsts, count)
    const proofs = numbersIn(seconds, count)
    let first = 0
    for (let at = 0; at < count; at++) {
      first = (first + differences[at]!) | 0
      let place = first >>> this.shift
      while (this.rows[place] !== 0) place = (place + 1) & this.mask
      this.firsts[place] = first
      this.seconds[place] = proofs[at]!
      this.rows[place] = at + 1
    }
    for (const [column, { least, steps }] of columns.entries()) {
      const own = numbersIn(steps, count)
      for (let at = 0; at < count; at++) this.steps[at * this.width + column] = own[at]! + least
    }
  }

  /** A row of the table, or -1 for what weighs nothing. */
  rowOf(first: number, second: number): number {
    let place = first >>> this.shift
    for (;;) {
      const row = this.rows[place]!
      if (row === 0) return -1
      if (this.firsts[place] === first && this.seconds[place] === second) return row - 1
      place = (place + 1) & this.mask
    }
  }

  /** Adds what a row weighs, by itself and in each hinge, to sums of as many. */
  addTo(sums: Int32Array, row: number): void {
    if (row < 0) return
    const { steps, width } = this
    for (let column = 0, at = row * width; column < width; column++, at++) sums[column]! += steps[at]!
  }
}

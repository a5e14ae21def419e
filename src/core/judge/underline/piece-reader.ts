/**
 * Where the pieces that speak for a place of an underline go. The learning wants their names; a judgement wants only what
 * they weigh together, and that is looked up by the digests of the names, with no string made.
 */
import { PieceDigest } from '../piece-digest.ts'

export interface PieceReader<T> {
  /** A piece whose name is its parts in a row. */
  add(a: string, b?: string, c?: string, d?: string): void
  /** A piece whose name ends in a small whole number: `off:-3`. */
  addNumber(name: string, value: number): void
  /** What was made of the pieces since it was last taken. */
  take(): T
}

/** Beginnings and ends have pieces, and weights, of their own. */
export interface SideReaders<T> {
  readonly starts: PieceReader<T>
  readonly ends: PieceReader<T>
}

export class NameReader implements PieceReader<readonly string[]> {
  private names: string[] = []

  add(a: string, b = '', c = '', d = ''): void {
    this.names.push(a + b + c + d)
  }

  addNumber(name: string, value: number): void {
    this.names.push(`${name}${value}`)
  }

  take(): readonly string[] {
    const { names } = this
    this.names = []
    return names
  }
}

/** Numbers in names are less than so many, and no less than its opposite. */
const NUMBERS = 32

/** Sums up steps. */
export class StepReader implements PieceReader<number> {
  private steps = 0
  private readonly digest = new PieceDigest()
  /** Open addressing: by place the digest and one more, 0 where none is, and what it weighs. */
  private readonly digests: Int32Array
  private readonly weights: Int32Array
  private readonly mask: number
  /** By the name before a number: what each weighs, from the least number on. */
  private readonly byNumber = new Map<string, Int32Array>()

  /** @throws {RangeError} where two names have one digest. */
  constructor(weights: Readonly<Record<string, number>>) {
    const names = Object.keys(weights)
    const bits = Math.ceil(Math.log2(names.length + 1)) + 1
    this.mask = (1 << bits) - 1
    this.digests = new Int32Array(1 << bits)
    this.weights = new Int32Array(1 << bits)
    for (const name of names) {
      const digest = this.digest.of(name)
      const place = this.placeOf(digest)
      if (this.digests[place] !== 0)
        throw new RangeError(`the digest of '${name}' is another's too: learn them as one`)
      this.digests[place] = digest + 1
      this.weights[place] = weights[name]!
    }
  }

  add(a: string, b?: string, c?: string, d?: string): void {
    this.steps += this.weightOf(a, b, c, d)
  }

  private weightOf(a: string, b?: string, c?: string, d?: string): number {
    return this.weights[this.placeOf(this.digest.of(a, b, c, d))]!
  }

  addNumber(name: string, value: number): void {
    let numbers = this.byNumber.get(name)
    if (numbers === undefined) {
      numbers = Int32Array.from({ length: 2 * NUMBERS }, (_, at) => this.weightOf(name, String(at - NUMBERS)))
      this.byNumber.set(name, numbers)
    }
    this.steps += numbers[value + NUMBERS]!
  }

  take(): number {
    const { steps } = this
    this.steps = 0
    return steps
  }

  /** Where the digest stands, or the free place where it would. */
  private placeOf(digest: number): number {
    const { digests, mask } = this
    let place = digest & mask
    while (digests[place] !== 0 && digests[place] !== digest + 1) place = (place + 1) & mask
    return place
  }
}

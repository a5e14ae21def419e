/**
 * Where the pieces that speak for a place of an underline go. The learning wants their names; a judgement wants only what
 * they weigh together, and that is looked up by the digests of the names, with no string made.
 */
import { PieceDigest } from '../piece-digest.ts'

export interface PieceReader<T> {
  /** A piece whose name is its parts in a row. */
  add(a: string, b?: string, c?: string, d?: string): void
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

  take(): readonly string[] {
    const { names } = this
    this.names = []
    return names
  }
}

/** Sums up steps. */
export class StepReader implements PieceReader<number> {
  private steps = 0
  private readonly digest: PieceDigest
  /** Open addressing: by place the digest and one more, 0 where none is, and what it weighs. */
  private readonly digests: Int32Array
  private readonly weights: Int32Array
  private readonly mask: number

  constructor(weights: Readonly<Record<string, number>>) {
    const names = Object.keys(weights)
    const bits = Math.ceil(Math.log2(names.length + 1)) + 1
    this.mask = (1 << bits) - 1
    this.digests = new Int32Array(1 << bits)
    this.weights = new Int32Array(1 << bits)
    this.digest = new PieceDigest(saltOf(names))
    for (const name of names) {
      this.digest.start()
      this.digest.take(name)
      const place = this.placeOf(this.digest.value)
      this.digests[place] = this.digest.value + 1
      this.weights[place] = weights[name]!
    }
  }

  add(a: string, b?: string, c?: string, d?: string): void {
    const { digest } = this
    digest.start()
    digest.take(a)
    if (b !== undefined) digest.take(b)
    if (c !== undefined) digest.take(c)
    if (d !== undefined) digest.take(d)
    this.steps += this.weights[this.placeOf(digest.value)]!
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

/** The first salt with which no two of the names have one digest. */
function saltOf(names: readonly string[]): number {
  for (let salt = 1; ; salt++) {
    const digest = new PieceDigest(salt)
    const digests = names.map((name) => {
      digest.start()
      digest.take(name)
      return digest.value
    })
    if (new Set(digests).size === names.length) return salt
  }
}

/** What each piece of evidence weighs, learnt offline from labelled text (npm run weigh), in log-odds. */
import * as z from 'zod'
import { type PackedWeights, WeightTable } from './packed-weights.ts'
import { PieceDigest } from './piece-digest.ts'
import type { Pieces } from './pieces.ts'

export const weightsSchema = z.strictObject({
  /** How the file was made: sets, their sizes, settings. */
  made: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Log-odds from which a candidate is what; calibrated on subjects left out. */
  thresholds: z.strictObject({
    certain: z.number(),
    /** Likely all the same, where a frame reads it and nothing speaks against it. */
    read: z.number(),
    likely: z.number(),
    possible: z.number(),
    doubt: z.number(),
  }),
  weights: z.record(z.string(), z.number()),
})
export type WeightsSpec = z.output<typeof weightsSchema>

export class Weights {
  readonly thresholds: WeightsSpec['thresholds']
  private readonly table: WeightTable
  private readonly digest = new PieceDigest()

  constructor(packed: PackedWeights) {
    this.thresholds = packed.thresholds
    this.table = new WeightTable(packed)
  }

  /** Log-odds of one piece by its name. */
  of(name: string): number {
    this.digest.start()
    this.digest.take(name)
    return this.table.of(this.digest.first, this.digest.second) / 10
  }

  /** Adds up what is written to it. */
  tally(): Tally {
    return new Tally(this.table)
  }

  /** The heaviest pieces, for a person: those for it above zero, those against it below. */
  heaviest(evidence: readonly string[], most: number): readonly (readonly [string, number])[] {
    return [...new Set(evidence)]
      .map((one) => [one, this.of(one)] as const)
      .filter(([, weight]) => weight !== 0)
      .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
      .slice(0, most)
  }
}

/** The sum over the evidence. */
export class Tally implements Pieces {
  private readonly digest = new PieceDigest()
  private tenths = 0

  constructor(private readonly table: WeightTable) {}

  get score(): number {
    return this.tenths / 10
  }

  add(a: string, b?: string, c?: string, d?: string, e?: string, f?: string): void {
    const { digest } = this
    digest.start()
    digest.take(a)
    if (b !== undefined) digest.take(b)
    if (c !== undefined) digest.take(c)
    if (d !== undefined) digest.take(d)
    if (e !== undefined) digest.take(e)
    if (f !== undefined) digest.take(f)
    this.tenths += this.table.of(digest.first, digest.second)
  }

  shared(sums: Map<number, number>, key: number, write: (pieces: Pieces) => void): void {
    let sum = sums.get(key)
    if (sum === undefined) {
      const before = this.tenths
      write(this)
      sum = this.tenths - before
      sums.set(key, sum)
    } else this.tenths += sum
  }
}

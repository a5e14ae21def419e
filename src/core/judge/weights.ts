/**
 * What each piece of evidence weighs, learnt offline from labelled text (npm run weigh), in log-odds: by itself, and in
 * *hinges*, sums that count only above zero, so that pieces can speak for something together that none says alone.
 */
import { Namer } from './naming/namer.ts'
import type { PackedWeights } from './packed-weights.ts'
import { PieceDigest } from './piece-digest.ts'
import type { Pieces, SharedSums } from './pieces.ts'
import { Underliner } from './underline/underliner.ts'
import { noSums, tableOf, type WeightTable } from './weight-table.ts'
import { STEPS, type WeightsSpec } from './weights-spec.ts'

export class Weights {
  readonly thresholds: WeightsSpec['thresholds']
  private readonly sure: NonNullable<WeightsSpec['sure']>
  readonly underliner: Underliner | undefined
  readonly namer: Namer | undefined
  private readonly table: WeightTable
  private readonly digest = new PieceDigest()
  private readonly hinges: WeightsSpec['hinges']

  constructor(packed: PackedWeights) {
    this.thresholds = packed.thresholds
    this.sure = packed.sure ?? {}
    this.hinges = packed.hinges
    this.underliner = packed.underline === undefined ? undefined : new Underliner(packed.underline)
    this.namer = packed.naming === undefined ? undefined : new Namer(packed.naming)
    this.table = tableOf(packed)
  }

  /**
   * Log-odds from which what a frame reads is certain.
   *
   * @param isNamed it names a service as what it goes by
   */
  certainFrom(category: string, isNamed: boolean): number {
    return isNamed ? this.thresholds.certain : (this.sure[category] ?? Number.POSITIVE_INFINITY)
  }

  /** Adds up what is written to it. */
  tally(): Tally {
    return new Tally(this.table, this.hinges)
  }

  /**
   * What each piece adds to the score of a place where all of them stand, in log-odds, heaviest first: by itself and in
   * the hinges that reach above zero there. Those for it are above zero, those against it below.
   */
  shares(evidence: readonly string[]): readonly (readonly [string, number])[] {
    const { bias, signs } = this.hinges
    const sums = [0, ...bias]
    for (const name of evidence) this.table.addTo(sums, this.rowOf(name))
    const shares = new Map<string, number>()
    for (const name of evidence) {
      const own = noSums(sums.length)
      this.table.addTo(own, this.rowOf(name))
      const share = signs.reduce(
        (sum, sign, h) => (sums[h + 1]! > 0 ? sum + sign * own[h + 1]! : sum),
        own[0]!,
      )
      shares.set(name, (shares.get(name) ?? 0) + share)
    }
    return [...shares]
      .filter(([, share]) => share !== 0)
      .map(([name, share]) => [name, share / STEPS] as const)
      .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
  }

  private rowOf(name: string): number {
    return this.table.rowOf(this.digest.of(name))
  }
}

/** The sums over the evidence: what it weighs by itself, then each hinge. */
export class Tally implements Pieces {
  private readonly digest = new PieceDigest()
  private readonly sums: number[]

  constructor(
    private readonly table: WeightTable,
    private readonly hinges: WeightsSpec['hinges'],
  ) {
    this.sums = noSums(1 + hinges.bias.length)
  }

  /** Log-odds. */
  get score(): number {
    const { sums } = this
    const { bias, signs } = this.hinges
    let steps = sums[0]!
    for (let h = 0; h < bias.length; h++) {
      const reached = bias[h]! + sums[h + 1]!
      if (reached > 0) steps += signs[h]! * reached
    }
    return steps / STEPS
  }

  /** Adds all that was written to another one. */
  plus({ sums }: Tally): void {
    for (let at = 0; at < sums.length; at++) this.sums[at]! += sums[at]!
  }

  /** What it adds to a whole that it is a part of, log-odds: by itself and in the hinges that reach above zero there. */
  within(whole: Tally): number {
    const { bias, signs } = this.hinges
    let steps = this.sums[0]!
    for (let h = 0; h < bias.length; h++)
      if (bias[h]! + whole.sums[h + 1]! > 0) steps += signs[h]! * this.sums[h + 1]!
    return steps / STEPS
  }

  /** The same sums, of pieces whose names begin with `category|`. */
  under(category: string): Pieces {
    return {
      add: (a, b, c, d, e, f) => this.add(`${category}|${a}`, b, c, d, e, f),
      shared: (_known, _key, write) => write(this.under(category)),
    }
  }

  add(a: string, b?: string, c?: string, d?: string, e?: string, f?: string): void {
    this.table.addTo(this.sums, this.table.rowOf(this.digest.of(a, b, c, d, e, f)))
  }

  shared(known: SharedSums, key: number, write: (pieces: Pieces) => void): void {
    const { sums } = this
    const own = known.get(key)
    if (own !== undefined) {
      for (let at = 0; at < sums.length; at++) sums[at]! += own[at]!
      return
    }
    const before = sums.slice()
    write(this)
    known.set(
      key,
      before.map((sum, at) => sums[at]! - sum),
    )
  }
}

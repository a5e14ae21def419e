/**
 * Which category a place is of, whatever weighs most there by itself: learnt from what people called it (npm run weigh).
 * Whether it proposes anything is not asked again.
 */
import * as z from 'zod'
import type { Span } from '../../text/span.ts'
import type { Document } from '../document.ts'
import { PieceDigest } from '../piece-digest.ts'
import type { Pieces } from '../pieces.ts'
import { noSums, type PackedTable, packTable, tableOf, type WeightTable } from '../weight-table.ts'
import { type Way, writeNaming, writeWays } from './naming-evidence.ts'

export const namingSchema = z.strictObject({
  /** In the order of what each piece weighs for them. */
  categories: z.array(z.string()),
  /** Zeros at the end are left out. */
  weights: z.record(z.string(), z.array(z.int())),
})
export type NamingSpec = z.output<typeof namingSchema>

export interface PackedNaming {
  readonly categories: readonly string[]
  readonly table: PackedTable
}

/** @throws {RangeError} as packTable does */
export const packNaming = ({ categories, weights }: NamingSpec): PackedNaming => ({
  categories,
  table: packTable(weights, categories.length),
})

/** A category weighed at a place. */
export interface WeighedWay extends Way {
  /** In the plain view. */
  readonly span: Span
}

export class Namer {
  private readonly categories: readonly string[]
  private readonly table: WeightTable

  constructor({ categories, table }: PackedNaming) {
    this.categories = categories
    this.table = tableOf(table)
  }

  /**
   * The heaviest keeps the place unless another has more votes.
   *
   * @param ways all that was weighed at the place, the heaviest first; at least one
   */
  nameOf(document: Document, ways: readonly WeighedWay[]): string {
    const votes = new Votes(this.table, this.categories.length)
    writeWays(votes, ways)
    for (const { span } of ways) writeNaming(votes, document, span)
    const { sums } = votes
    let name = ways[0]!.category
    let most = sums[this.categories.indexOf(name)] ?? 0
    for (const [at, category] of this.categories.entries()) {
      if (sums[at]! <= most) continue
      most = sums[at]!
      name = category
    }
    return name
  }
}

/** What each category comes to; a piece that comes again says nothing more. */
class Votes implements Pieces {
  readonly sums: number[]
  private readonly digest = new PieceDigest()
  private readonly seen = new Set<number>()

  constructor(
    private readonly table: WeightTable,
    categories: number,
  ) {
    this.sums = noSums(categories)
  }

  add(a: string, b?: string, c?: string, d?: string): void {
    const row = this.table.rowOf(this.digest.of(a, b, c, d))
    if (row < 0 || this.seen.has(row)) return
    this.seen.add(row)
    this.table.addTo(this.sums, row)
  }

  shared(_sums: unknown, _key: number, write: (pieces: Pieces) => void): void {
    write(this)
  }
}

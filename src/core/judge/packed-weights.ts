/** What was learnt, as the build keeps it. */
import { type PackedNaming, packNaming } from './naming/namer.ts'
import { type PackedTable, packTable } from './weight-table.ts'
import type { WeightsSpec } from './weights-spec.ts'

export interface PackedWeights extends Omit<WeightsSpec, 'weights' | 'naming'>, PackedTable {
  readonly naming?: PackedNaming
}

/** @throws {RangeError} as packTable does */
export function packWeights({ weights, naming, ...rest }: WeightsSpec): PackedWeights {
  return {
    ...rest,
    ...packTable(weights, 1 + rest.hinges.bias.length),
    ...(naming === undefined ? {} : { naming: packNaming(naming) }),
  }
}

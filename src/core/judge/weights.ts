/** What each piece of evidence weighs, learnt offline from labelled text (npm run weigh), in log-odds. */
import * as z from 'zod'

export const weightsSchema = z.strictObject({
  /** How the file was made: sets, their sizes, settings. */
  made: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Log-odds from which a candidate is what; calibrated on subjects left out. */
  thresholds: z.strictObject({
    certain: z.number(),
    likely: z.number(),
    possible: z.number(),
    doubt: z.number(),
  }),
  weights: z.record(z.string(), z.number()),
})
export type WeightsSpec = z.output<typeof weightsSchema>

export class Weights {
  private readonly known: ReadonlyMap<string, number>
  readonly thresholds: WeightsSpec['thresholds']

  constructor({ weights, thresholds }: WeightsSpec) {
    this.known = new Map(Object.entries(weights))
    this.thresholds = thresholds
  }

  /** The sum over the evidence. */
  score(evidence: readonly string[]): number {
    let sum = 0
    for (const one of evidence) sum += this.known.get(one) ?? 0
    // Weights are tenths; their sum is compared with tenths.
    return Math.round(sum * 10) / 10
  }

  /** The heaviest pieces, for a person: those for it above zero, those against it below. */
  heaviest(evidence: readonly string[], most: number): readonly (readonly [string, number])[] {
    return [...new Set(evidence)]
      .map((one) => [one, this.known.get(one) ?? 0] as const)
      .filter(([, weight]) => weight !== 0)
      .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
      .slice(0, most)
  }
}

/** The weights as the build keeps them: by the family of their evidence (`w2:`, `contact.call|`), in tenths. Half the names say themselves. */
export interface PackedWeights extends Omit<WeightsSpec, 'weights'> {
  readonly families: Readonly<Record<string, Readonly<Record<string, number>>>>
}

const FAMILY = /^[^:|]*[:|]/

export function packWeights({ weights, ...rest }: WeightsSpec): PackedWeights {
  const families: Record<string, Record<string, number>> = {}
  for (const [name, weight] of Object.entries(weights)) {
    const family = FAMILY.exec(name)?.[0] ?? ''
    families[family] ??= {}
    families[family]![name.slice(family.length)] = Math.round(weight * 10)
  }
  return { ...rest, families }
}

export function unpackWeights({ families, ...rest }: PackedWeights): WeightsSpec {
  const weights: Record<string, number> = {}
  for (const [family, names] of Object.entries(families)) {
    for (const [name, tenths] of Object.entries(names)) weights[family + name] = tenths / 10
  }
  return { ...rest, weights }
}

/** What was learnt from labelled text, as rules/ keeps it (npm run weigh). */
import * as z from 'zod'
import { namingSchema } from './naming/namer.ts'
import { underlineSchema } from './underline/underliner.ts'

/** Weights are kept as whole numbers: so many are one log-odds. */
export const STEPS = 20

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
  /** Log-odds from which a place of the category is certain though it names no service: 「オンライン会議で話しましょう」. */
  sure: z.record(z.string(), z.number()).optional(),
  /** What a hinge begins with, in steps, and whether it speaks for (1) or against (-1). */
  hinges: z.strictObject({ bias: z.array(z.int()), signs: z.array(z.literal([1, -1])) }),
  /** In steps: by itself, then in each hinge; zeros at the end are left out. */
  weights: z.record(z.string(), z.array(z.int())),
  /** Where what is found is underlined; without it as grow-span.ts has it. */
  underline: underlineSchema.optional(),
  /** What a place is called; without it what weighs most there. */
  naming: namingSchema.optional(),
})
export type WeightsSpec = z.output<typeof weightsSchema>

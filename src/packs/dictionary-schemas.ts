/** What the tables in dictionaries/*.yaml look like, and what the code makes of them. */
import { z } from 'zod'
import type { NormalizationTables } from '../core/text/normalization-tables.ts'

/** Characters on the left, what they stand for on the right, one for one. */
const alignedSchema = z
  .strictObject({ from: z.string().min(1), to: z.union([z.string(), z.array(z.string().min(1))]) })
  .transform(({ from, to }, context) => {
    const left = [...from]
    const right = [...to]
    if (left.length !== right.length) {
      context.addIssue({ code: 'custom', message: `${left.length} characters stand for ${right.length}` })
    }
    return left.map((character, index) => [character, right[index] ?? ''] as const)
  })

/** dictionaries/confusables.yaml */
export const confusablesSchema = z
  .strictObject({
    enclosed: z.array(alignedSchema),
    small_letters: z.array(alignedSchema),
    /** A Latin letter → the letters that look like it. */
    confusables: z.record(z.string().regex(/^[A-Za-z]$/), z.string().min(1)),
    flags: z.string().regex(/^[A-Z]{2}(?:\s+[A-Z]{2})*\s*$/, 'pairs of capital letters'),
  })
  .transform(
    ({ enclosed, small_letters, confusables, flags }): NormalizationTables => ({
      enclosed: new Map(enclosed.flat()),
      smallLetters: new Map(small_letters.flat()),
      confusables: new Map(
        Object.entries(confusables).flatMap(([latin, others]) =>
          [...others].map((other) => [other, latin] as const),
        ),
      ),
      flags: new Set(flags.trim().split(/\s+/)),
    }),
  )

/**
 * `kind: manner`: sentences that speak to the reader in the way that the rule's category names, by what was learnt
 * (manner/manners.ts). It stands beside frames, and gives way to what they find in the same words.
 */
import * as z from 'zod'
import { type Detection, type DetectorKind, NO_DETECTIONS } from '../detector.ts'
import type { Document } from '../document.ts'

const schema = z.strictObject({
  kind: z.literal('manner'),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

export const mannerKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'manner',
  schema,
  compile({ needs, unless }, { category, manners }) {
    return {
      needs,
      unless,
      detect(document: Document): readonly Detection[] {
        const all = manners.of(document)
        if (all.length === 0) return NO_DETECTIONS
        const found: Detection[] = []
        for (const { category: own, grade, span } of all) {
          if (own === category)
            found.push({ span, underlined: span, trail: [], confidence: grade, yields: true })
        }
        return found
      },
    }
  },
}

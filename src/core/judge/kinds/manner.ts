/**
 * `kind: manner`: sentences that speak to the reader in the way that the rule's category names, by what was learnt
 * (manner/manners.ts). It stands beside frames, and gives way to what they find in the same words.
 */
import * as z from 'zod'
import type { Detection, DetectorKind } from '../detector.ts'
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
      *detect(document: Document): Iterable<Detection> {
        for (const { category: own, grade, span } of manners.of(document)) {
          if (own !== category) continue
          yield { span, underlined: span, trail: [], confidence: grade, yields: true }
        }
      },
    }
  },
}

/** `kind: mention`: services named in one particular way that is evidence by itself. */
import * as z from 'zod'
import { CAPABILITIES } from '../../services/mention.ts'
import { type Detection, type DetectorKind, NO_DETECTIONS } from '../detector.ts'

const schema = z.strictObject({
  kind: z.literal('mention'),
  capability: z.array(z.enum(CAPABILITIES)).min(1),
  /** Steps of which one must be in the mention's trail: `acrostic`, … */
  step: z.array(z.string()).min(1),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

export const mentionKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'mention',
  schema,
  compile(settings) {
    return {
      needs: settings.needs,
      unless: settings.unless,
      detect(document): readonly Detection[] {
        if (document.mentions.length === 0) return NO_DETECTIONS
        const found: Detection[] = []
        for (const { capability, trail, span } of document.mentions) {
          if (!settings.capability.includes(capability)) continue
          if (!trail.some(({ step }) => settings.step.includes(step))) continue
          found.push({ span, underlined: span, trail })
        }
        return found
      },
    }
  },
}

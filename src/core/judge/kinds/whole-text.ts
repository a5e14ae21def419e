/** `kind: whole-text`: judges what a text as a whole has and lacks, such as a first message with no next step. */
import * as z from 'zod'
import { matchesWithin } from '../../pattern/match-pattern.ts'
import type { Span } from '../../text/span.ts'
import { type Detection, type DetectorKind, NO_DETECTIONS } from '../detector.ts'

const schema = z.strictObject({
  kind: z.literal('whole-text'),
  /** One of these must stand in it. */
  has: z.array(z.string().min(1)).default([]),
  /** Each of its sentences must have one of these. */
  only: z.array(z.string().min(1)).default([]),
  /** None of these may stand in it. */
  lacks: z.array(z.string().min(1)).default([]),
  /** Longer texts are not looked at (UTF-16 code units). */
  most: z.int().min(1).max(2000),
  /** Only where the writer has not written in this thread before. */
  first: z.boolean().default(false),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

export const wholeTextKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'whole-text',
  schema,
  compile(settings, tools) {
    const has = settings.has.map(tools.pattern)
    const only = settings.only.map(tools.pattern)
    const lacks = settings.lacks.map(tools.pattern)
    return {
      needs: settings.needs,
      unless: settings.unless,
      detect(document, { submission }): readonly Detection[] {
        const { text } = document.plain
        const trimmed = text.trim()
        if (trimmed === '' || trimmed.length > settings.most) return NO_DETECTIONS
        if (settings.first && submission.history.some((message) => message.role === submission.role))
          return NO_DETECTIONS
        const isIn = (pattern: (typeof has)[number]) => matchesWithin(pattern, document, 0, text.length)
        if (lacks.some(isIn) || (has.length > 0 && !has.some(isIn))) return NO_DETECTIONS
        const isOnly = ({ start, end }: Span) =>
          only.some((pattern) => matchesWithin(pattern, document, start, end))
        if (only.length > 0 && !document.sentences.segmentation.sentences.every(({ span }) => isOnly(span)))
          return NO_DETECTIONS
        const start = text.indexOf(trimmed)
        const span = { start, end: start + trimmed.length }
        return [{ span, underlined: span, trail: [] }]
      },
    }
  },
}

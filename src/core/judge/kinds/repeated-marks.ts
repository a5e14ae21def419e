/** `kind: repeated-marks`: the same sort of mark several times in a row (！！, ！？, 🎉🎉), put right by the first one. */
import * as z from 'zod'
import { emojiEnd } from '../../text/emoji.ts'
import { slice } from '../../text/span.ts'
import type { Detection, DetectorKind } from '../detector.ts'

const schema = z.strictObject({
  kind: z.literal('repeated-marks'),
  /** The marks, or `emoji`. */
  marks: z.string().min(1).max(20),
  least: z.int().min(2).max(10).default(2),
  most: z.int().min(2).max(1000).default(1000),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

/** The ends of the marks in a row that start at the position; a space between two does not part them. */
function rowAt(text: string, start: number, endOf: (at: number) => number): number[] {
  const ends: number[] = []
  for (let end = endOf(start); end > 0; ) {
    ends.push(end)
    end = endOf(text[end] === ' ' ? end + 1 : end)
  }
  return ends
}

export const repeatedMarksKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'repeated-marks',
  schema,
  compile(settings, tools) {
    const isEmoji = settings.marks === 'emoji'
    const marks = new Set(tools.normalize(settings.marks))
    return {
      needs: settings.needs,
      unless: settings.unless,
      detect(document): readonly Detection[] {
        const { text } = document.plain
        const found: Detection[] = []
        const endOf = isEmoji
          ? (at: number) => emojiEnd(text, at)
          : (at: number) => (marks.has(text[at] ?? '') ? at + 1 : -1)
        for (let start = 0; start < text.length; ) {
          if (endOf(start) < 0) {
            start++
            continue
          }
          const ends = rowAt(text, start, endOf)
          const end = ends.at(-1)
          if (end !== undefined && ends.length >= settings.least && ends.length <= settings.most) {
            const span = { start, end }
            const original = slice(document.original, document.plain.toOriginal(span))
            // ‼ is two marks in one character: nothing of it can be kept.
            const kept = isEmoji
              ? text.slice(start, ends[0])
              : [...original].length > 1
                ? original[0]!
                : text[start]!
            found.push({ span, underlined: span, trail: [], replacement: kept })
          }
          start = end ?? start + 1
        }
        return found
      },
    }
  },
}

/** `kind: repeated-marks`: the same sort of mark several times in a row (！！, ！？, 🎉🎉), put right by the first one. */
import { z } from 'zod'
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

/** One emoji as the eye counts them: with its skin tone, its joined parts, its flag's two letters, its variant sign. */
const EMOJI =
  '(?:\\p{RI}\\p{RI}|(?:\\p{Extended_Pictographic}(?!\\uFE0E))(?:\\uFE0F|\\p{EMod})?(?:\\u200D\\p{Extended_Pictographic}(?:\\uFE0F|\\p{EMod})?)*)'
/** Signs that are pictographic for Unicode and no emoji for a reader: ©, ™, ↔, ▶, ☎ as text. */
const PLAIN_SIGNS = '[©®™‼⁉↔-↪▪▫▶◀◻-◾☎☑✔✖]'
const escaped = (text: string): string => text.replace(/[\\\]^-]/g, '\\$&')

export const repeatedMarksKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'repeated-marks',
  schema,
  compile(settings, tools) {
    const isEmoji = settings.marks === 'emoji'
    const one = isEmoji
      ? `(?!${PLAIN_SIGNS}(?!\\uFE0F))${EMOJI}`
      : `[${escaped(tools.normalize(settings.marks))}]`
    const run = new RegExp(`(?:${one}[ 　]?){${settings.least},}`, 'gu')
    const single = new RegExp(one, 'gu')
    return {
      needs: settings.needs,
      unless: settings.unless,
      *detect(document): Iterable<Detection> {
        for (const { 0: words, index } of document.plain.text.matchAll(run)) {
          const length = words.trimEnd().length
          if ([...words.matchAll(single)].length > settings.most) continue
          const span = { start: index, end: index + length }
          const original = slice(document.original, document.plain.toOriginal(span))
          // ‼ is two marks in one character: nothing of it can be kept.
          const kept = isEmoji
            ? original.match(single)?.[0]
            : [...original].length > 1
              ? original[0]
              : words[0]
          yield { span, underlined: span, trail: [], ...(kept === undefined ? {} : { replacement: kept }) }
        }
      },
    }
  },
}

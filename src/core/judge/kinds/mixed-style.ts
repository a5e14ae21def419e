/** `kind: mixed-style`: in running text that is mostly polite (です・ます) the plain sentences, and the other way round. */
import * as z from 'zod'
import { contains, type Span } from '../../text/span.ts'
import { type Detection, type DetectorKind, NO_DETECTIONS } from '../detector.ts'
import { styleOf } from '../sentence-style.ts'

const schema = z.strictObject({
  kind: z.literal('mixed-style'),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

/** UTF-16 code units. */
const LONGEST_SLOGAN = 24
/** It takes up what was said before it as a picture: 猫のしっぽが出る。そんなロゴを… */
const TAKES_UP = /^(?:そんな|そういう|そういった|こんな|こういう|こういった)/u
const ENDS = /[。!?！？]\s*$/

export const mixedStyleKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'mixed-style',
  schema,
  compile(settings) {
    return {
      needs: settings.needs,
      unless: settings.unless,
      detect(document): readonly Detection[] {
        const { sentences, quotations, lines } = document.sentences.segmentation
        /** A short line of its own: a slogan. */
        const isSlogan = (span: Span, line: number): boolean =>
          lines.length > 1 &&
          span.end - span.start <= LONGEST_SLOGAN &&
          lines[line]!.content.end - lines[line]!.content.start === span.end - span.start
        const isTakenUp = (next: { readonly span: Span } | undefined): boolean =>
          next !== undefined && TAKES_UP.test(document.plain.text.slice(next.span.start, next.span.end))
        const plain: Span[] = []
        const polite: Span[] = []
        for (const [at, { span, kind, line }] of sentences.entries()) {
          if (kind !== 'text' || quotations.some((quotation) => contains(quotation.span, span))) continue
          const style = styleOf(document, span)
          // A line without 。 is a title or a slogan as often as a sentence.
          if (
            style === 'plain' &&
            !isSlogan(span, line) &&
            !isTakenUp(sentences[at + 1]) &&
            ENDS.test(document.plain.text.slice(span.start, span.end))
          )
            plain.push(span)
          else if (style === 'polite') polite.push(span)
        }
        if (plain.length === 0 || polite.length === 0) return NO_DETECTIONS
        // Politeness is the manner of the place: where both are equally many, the plain ones stand out.
        const minority = plain.length <= polite.length ? plain : polite
        return minority.map((span) => ({ span, underlined: span, trail: [] }))
      },
    }
  },
}

/** `kind: long-sentence`: a running sentence with too many characters or too many 読点. Quoted words do not count. */
import * as z from 'zod'
import { contains } from '../../text/span.ts'
import type { Detection, DetectorKind } from '../detector.ts'

const schema = z.strictObject({
  kind: z.literal('long-sentence'),
  /** Characters that a sentence may have, white space left out. */
  characters: z.int().min(40),
  /** 読点 that it may have. */
  commas: z.int().min(1),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

const RUNNING: ReadonlySet<string> = new Set(['text', 'question', 'answer'])
const COMMAS = /[、，]|,(?=[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}])/gu

export const longSentenceKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'long-sentence',
  schema,
  compile(settings) {
    const shortest = Math.min(settings.characters, settings.commas)
    return {
      needs: settings.needs,
      unless: settings.unless,
      detect(document): readonly Detection[] {
        const found: Detection[] = []
        const { text } = document.plain
        const { sentences, quotations } = document.sentences.segmentation
        let next = 0
        for (const { span, kind } of sentences) {
          // Both are in order of their start, so that each quotation is looked at once.
          while (next < quotations.length && quotations[next]!.inner.start < span.start) next++
          // A comma is a character too: most sentences are too short for either.
          if (!RUNNING.has(kind) || span.end - span.start <= shortest) continue
          let words = ''
          let from = span.start
          for (; next < quotations.length && quotations[next]!.inner.start < span.end; next++) {
            const { inner, depth } = quotations[next]!
            if (depth > 0 || !contains(span, inner)) continue
            words += text.slice(from, inner.start)
            from = inner.end
          }
          words += text.slice(from, span.end)
          const characters = [...words.replace(/\s/g, '')].length
          const commas = words.match(COMMAS)?.length ?? 0
          if (characters > settings.characters || commas > settings.commas) {
            found.push({ span, underlined: span, trail: [] })
          }
        }
        return found
      },
    }
  },
}

/**
 * `kind: wording`: patterns for how a thing is said. Beside what `phrase` does, it says how far to underline, counts
 * (three times in one text), and rewrites the words where that is safe.
 */
import * as z from 'zod'
import { anyPossible, findMatches } from '../../pattern/match-pattern.ts'
import { overlaps, type Span, slice } from '../../text/span.ts'
import { type Detection, type DetectorKind, type DetectorTools, NO_DETECTIONS } from '../detector.ts'
import type { Document } from '../document.ts'
import { endOfClause, endOfPredicate, startOfClause, withClosingMarks } from '../grow-span.ts'

const rewriteSchema = z.strictObject({
  from: z.string().min(1),
  to: z.string(),
})

const schema = z.strictObject({
  kind: z.literal('wording'),
  any: z.array(z.string().min(1)).min(1),
  /** How far the underline reaches back in the clause, to where a phrase begins (UTF-16 code units). */
  before: z.int().min(0).max(120).default(0),
  /** How far it reaches on: `predicate` over the verb's ending, `clause` to the next comma, `no` not at all. */
  after: z.enum(['predicate', 'clause', 'no']).default('predicate'),
  /** Whether it takes the closing 。 or ！ with it. */
  marks: z.boolean().default(false),
  /** Nothing is found in a text that has fewer places. */
  times: z.int().min(1).default(1),
  /** The first `from` that the underlined words contain is put right: what the finding's fix is made of. */
  rewrite: z.array(rewriteSchema).default([]),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

const LONGEST_PREDICATE = 24
const LONGEST_CLAUSE = 60

type Rewrite = z.output<typeof rewriteSchema>

/** The words of the *submitted* text put right, or nothing where none of the rewrites fits them. */
export function rewritten(document: Document, span: Span, rewrites: readonly Rewrite[]): string | undefined {
  const words = slice(document.original, document.plain.toOriginal(span))
  const rewrite = rewrites.find(({ from }) => words.includes(from))
  return rewrite === undefined ? undefined : words.replace(rewrite.from, rewrite.to)
}

export const wordingKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'wording',
  schema,
  compile(settings, tools: DetectorTools) {
    const patterns = settings.any.map(tools.pattern)
    const grow = (document: Document, { start, end }: Span): Span => {
      const limit = Math.min(document.sentenceEnd(Math.max(0, end - 1)), end + LONGEST_PREDICATE)
      const grown = {
        start: settings.before === 0 ? start : startOfClause(document, start, settings.before),
        end:
          settings.after === 'no'
            ? end
            : settings.after === 'predicate'
              ? endOfPredicate(document, end, limit)
              : endOfClause(document, end, LONGEST_CLAUSE),
      }
      return settings.marks ? withClosingMarks(document, grown) : grown
    }
    return {
      needs: settings.needs,
      unless: settings.unless,
      detect(document: Document): readonly Detection[] {
        if (!anyPossible(patterns, document)) return NO_DETECTIONS
        const found: Detection[] = []
        for (const pattern of patterns) {
          for (const { span, underlined } of findMatches(pattern, document)) {
            const words = grow(document, underlined)
            const replacement = rewritten(document, words, settings.rewrite)
            found.push({
              span,
              underlined: words,
              trail: [],
              ...(replacement === undefined ? {} : { replacement }),
            })
          }
        }
        if (settings.times > 1) {
          const places: Span[] = []
          for (const { underlined } of found) {
            if (!places.some((place) => overlaps(place, underlined))) places.push(underlined)
          }
          if (places.length < settings.times) return NO_DETECTIONS
        }
        return found
      },
    }
  },
}

/** `kind: phrase`: patterns over words, mentions and data. */
import * as z from 'zod'
import type { Token } from '../../morph/token.ts'
import { anyPossible, findMatches } from '../../pattern/match-pattern.ts'
import { fillTemplate } from '../../pattern/pattern.ts'
import { CAPABILITIES } from '../../services/mention.ts'
import { balanced } from '../../text/balance.ts'
import type { Span } from '../../text/span.ts'
import { type Detection, type DetectorKind, NO_DETECTIONS } from '../detector.ts'
import type { Document } from '../document.ts'
import { undoneIn } from '../undone.ts'

const schema = z.strictObject({
  kind: z.literal('phrase'),
  any: z.array(z.string().min(1)).default([]),
  /** Templates (dictionaries/templates), with `{@it}` standing for each of the capabilities in `it`. */
  from: z.array(z.string()).default([]),
  it: z.array(z.enum(CAPABILITIES)).default([]),
  /** Whether the underline goes on over the ending of the last verb (話し → 話しませんか). */
  ending: z.boolean().default(true),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

const LONGEST_ENDING = 8

/** What belongs to the ending of a verb: auxiliaries, て with ください, a closing か. */
function isEnding(token: Token, previous: Token, next: Token | undefined): boolean {
  if (token.pos[0] === '助動詞' || token.surface === 'ください' || token.surface === '下さい') return true
  if (token.surface === 'て' || token.surface === 'で') return next?.baseForm === 'くださる'
  return token.surface === 'か' && previous.pos[0] === '助動詞'
}

/**
 * The end of the ending of the verb that ends at `end` (話し → 話しませんか; 取引 → 取引しませんか), or `end`. Auxiliary
 * verbs (いただく, もらう, いる) are not underlined: the act is clear without them.
 */
function endOfEnding(document: Document, end: number): number {
  const { tokens } = document
  const last = document.tokenIndexEndingAt(end)
  if (last < 0) return end
  const light = tokens[last]!.pos[0] === '名詞' && tokens[last + 1]?.baseForm === 'する' ? 1 : 0
  if (tokens[last]!.pos[0] !== '動詞' && light === 0) return end
  let reached = end
  for (let index = last + 1 + light; index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.end - end > LONGEST_ENDING || !isEnding(token, tokens[index - 1]!, tokens[index + 1])) break
    reached = token.end
  }
  return reached
}

/** The start without the comma that an optional piece of the pattern may begin with: 、電話で. */
const startOfWords = (document: Document, { start, end }: Span): number =>
  start + 1 < end && document.folded[start] === '、' ? start + 1 : start

export const phraseKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'phrase',
  schema,
  compile(settings, tools) {
    const filled = fillTemplate(settings.from.flatMap(tools.template), settings.it)
    const patterns = [...settings.any, ...filled].map(tools.pattern)
    function detections(document: Document): readonly Detection[] {
      const found: Detection[] = []
      for (const pattern of patterns) {
        for (const { span, underlined } of findMatches(pattern, document)) {
          const end =
            settings.ending && underlined.end === span.end ? endOfEnding(document, span.end) : underlined.end
          found.push({
            // A negation in the ending (送れない) is inside for the contexts, as it is for the reader.
            span: { start: span.start, end: Math.max(span.end, end) },
            underlined: balanced(document.plain.text, { start: startOfWords(document, underlined), end }),
            trail: undoneIn(document, span),
          })
        }
      }
      return found
    }
    return {
      needs: settings.needs,
      unless: settings.unless,
      detect: (document) => (anyPossible(patterns, document) ? detections(document) : NO_DETECTIONS),
    }
  },
}

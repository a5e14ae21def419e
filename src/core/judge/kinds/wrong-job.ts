/** `kind: wrong-job`: words that name a job (ロゴ制作の件, 「…」の編集を募集), and it is not the thread's. */
import * as z from 'zod'
import { findMatches } from '../../pattern/match-pattern.ts'
import { slice } from '../../text/span.ts'
import type { Detection, DetectorKind } from '../detector.ts'
import { jobTerms, usesTerm } from '../job-terms.ts'

const schema = z.strictObject({
  kind: z.literal('wrong-job'),
  /** Patterns of how a job is named; `<…>` around the words to underline. */
  any: z.array(z.string().min(1)).min(1),
  /** The word class of what every job has: 制作, 募集. */
  general: z.string(),
  /** The word class of kinds of work: words between slashes mean the same. Only they tell jobs apart, where given. */
  kinds: z.string().optional(),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

const BLANK = /[{}〇○◯●]/u

export const wrongJobKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'wrong-job',
  schema,
  compile(settings, tools) {
    const patterns = settings.any.map(tools.pattern)
    const general = new Set(tools.words(settings.general))
    const kinds =
      settings.kinds === undefined ? [] : tools.words(settings.kinds).map((entry) => entry.split('/'))
    const isTelling = (term: string): boolean =>
      kinds.length === 0 || kinds.some((kind) => kind.includes(term))
    /** The terms with all words that mean the same kind of work. */
    const withSynonyms = (terms: ReadonlySet<string>): ReadonlySet<string> =>
      new Set([...terms].flatMap((term) => [term, ...kinds.filter((kind) => kind.includes(term)).flat()]))
    return {
      needs: settings.needs,
      unless: settings.unless,
      *detect(document, situation): Iterable<Detection> {
        const { jobTitle, jobText, history } = situation.submission
        if (jobTitle === undefined || jobTitle.trim() === '') return
        const known = [jobTitle, jobText ?? '', ...history.map((message) => message.text)]
          .join('\n')
          .toLowerCase()
        for (const pattern of patterns) {
          for (const { span, underlined } of findMatches(pattern, document)) {
            // A template's blank names no job.
            if (BLANK.test(slice(document.plain.text, underlined))) continue
            const words = situation.document(slice(document.plain.text, underlined))
            const terms = new Set([...jobTerms([words], general)].filter(isTelling))
            if (terms.size === 0 || usesTerm(known, withSynonyms(terms))) continue
            yield { span, underlined, trail: [] }
          }
        }
      },
    }
  },
}

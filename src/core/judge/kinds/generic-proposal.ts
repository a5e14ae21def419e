/** `kind: generic-proposal`: a proposal that would do for any job, because it names nothing of this one. */
import * as z from 'zod'
import { matchesWithin } from '../../pattern/match-pattern.ts'
import { type Detection, type DetectorKind, NO_DETECTIONS } from '../detector.ts'
import { jobTerms, usesTerm } from '../job-terms.ts'

const schema = z.strictObject({
  kind: z.literal('generic-proposal'),
  /** The word class of what every job has: 制作, デザイン, 募集. */
  general: z.string(),
  /** Ways to speak of this job without its words; none may stand in the text. */
  lacks: z.array(z.string().min(1)).default([]),
  /** Word classes of what every proposal says: 誠実, 納期. */
  manners: z.string(),
  /** So many different words beside those show that it speaks of something. */
  subjects: z.int().min(1).max(99),
  /** Longer texts are not looked at (UTF-16 code units). */
  most: z.int().min(1).max(4000),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

export const genericProposalKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'generic-proposal',
  schema,
  compile(settings, tools) {
    const general = new Set(tools.words(settings.general))
    const manners = new Set([...general, ...tools.words(settings.manners)])
    const lacks = settings.lacks.map(tools.pattern)
    return {
      needs: settings.needs,
      unless: settings.unless,
      detect(document, situation): readonly Detection[] {
        const { jobTitle, jobText } = situation.submission
        const job = [jobTitle, jobText].filter((text) => text !== undefined && text.trim() !== '')
        const { text } = document.plain
        const trimmed = text.trim()
        if (job.length === 0 || trimmed === '' || trimmed.length > settings.most) return NO_DETECTIONS
        const documents = job.map((one) => situation.document(one!))
        const own = jobTerms(documents, general)
        // A title of general words alone (ロゴ制作) is named by them.
        const terms = own.size > 0 ? own : jobTerms(documents, new Set())
        if (terms.size === 0 || usesTerm(document.folded, terms)) return NO_DETECTIONS
        if (lacks.some((pattern) => matchesWithin(pattern, document, 0, text.length))) return NO_DETECTIONS
        if (jobTerms([document], manners).size >= settings.subjects) return NO_DETECTIONS
        const start = text.indexOf(trimmed)
        const span = { start, end: start + trimmed.length }
        return [{ span, underlined: span, trail: [] }]
      },
    }
  },
}

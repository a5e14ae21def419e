/** The report again on a document or a thread that was asked about over HTTP: what `sekisho verify` compares. */
import * as z from 'zod'
import type { LintReport } from '../core/contract/report.ts'
import { type SecondOpinionReport, secondOpinionSchema } from '../core/contract/second-opinion.ts'
import { channelSchema } from '../core/contract/submission.ts'
import type { ExpandedDocument, Passage } from '../core/documents/document.ts'
import {
  type DocumentReport,
  DocumentReporter,
  placeOf,
  withFacts,
} from '../core/documents/document-report.ts'
import { expandAccount, expandPortfolioItem } from '../core/documents/expand-account.ts'
import { expandThread } from '../core/documents/expand-thread.ts'
import { replay } from '../core/second-opinion/consult.ts'
import type { Engine } from './io.ts'

/** What the service takes; whatever else was sent, it has refused. */
const askedSchema = z.looseObject({
  marketplace: z.string().optional(),
  kind: z.string().optional(),
  channel: channelSchema.optional(),
  document: z.unknown().optional(),
  thread: z.unknown().optional(),
})

const opinionsSchema = z.looseObject({
  secondOpinions: z.array(z.looseObject({ path: z.string() })).default([]),
})

/**
 * @param kept the report as it was given out: what a second opinion said stands in it
 * @returns `undefined` where these rules know nothing of its marketplace
 */
export function replayDocument(asked: object, kept: object, engine: Engine): DocumentReport | undefined {
  const { marketplace, kind, channel, document, thread } = askedSchema.parse(asked)
  if (thread !== undefined) {
    const expanded = expandThread(thread, { marketplace })
    const report = reportAgain(expanded, kept, engine)
    return report && withFacts(report, engine.threadFacts(expanded))
  }
  const expanded =
    kind === 'portfolio'
      ? expandPortfolioItem(document, { marketplace, channel })
      : expandAccount(document, { marketplace })
  return reportAgain(expanded, kept, engine)
}

type Expanded = Omit<ExpandedDocument, 'passages'> & { readonly passages: Iterable<Passage> }

function reportAgain(expanded: Expanded, kept: object, { linter }: Engine): DocumentReport | undefined {
  const opinions = opinionsIn(kept)
  const packs = linter.packs.map(({ spec }) => spec)
  const reporter = new DocumentReporter(expanded)
  for (const passage of expanded.passages) {
    const { submission } = passage
    if (!linter.marketplaces.includes(submission.marketplace)) return undefined
    const report = linter.lint(submission)
    const secondOpinion = opinions.get(placeOf(passage))
    const given: LintReport = secondOpinion === undefined ? report : { ...report, secondOpinion }
    reporter.add(passage, replay({ submission, report }, given, packs))
  }
  return reporter.report
}

function opinionsIn(kept: object): ReadonlyMap<string, SecondOpinionReport> {
  const opinions = new Map<string, SecondOpinionReport>()
  for (const { path, ...rest } of opinionsSchema.parse(kept).secondOpinions) {
    const opinion = secondOpinionSchema.safeParse(rest)
    if (opinion.success) opinions.set(path, opinion.data)
  }
  return opinions
}

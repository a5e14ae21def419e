/** `POST /v1/lint/document` and `/v1/lint/thread`: everything that an account, a portfolio item or a talkroom says. */
import * as z from 'zod'
import {
  ACTIONS,
  doubtSchema,
  findingSchema,
  incompleteSchema,
  packRefSchema,
  receiptSchema,
  VERDICTS,
} from '../../core/contract/report.ts'
import { secondOpinionSchema } from '../../core/contract/second-opinion.ts'
import { channelSchema, marketplaceSchema } from '../../core/contract/submission.ts'
import type { ExpandedDocument, Passage } from '../../core/documents/document.ts'
import { DocumentReporter, withFacts } from '../../core/documents/document-report.ts'
import { expandAccount, expandPortfolioItem } from '../../core/documents/expand-account.ts'
import { expandThread } from '../../core/documents/expand-thread.ts'
import { signDocument } from '../../core/lint/receipt.ts'
import { createBreather } from '../breather.ts'
import { pointer } from '../field-faults.ts'
import type { Limits } from '../limits.ts'
import { lintSubmissions } from '../lint-submission.ts'
import { Problem } from '../problem.ts'
import { BODY_PROBLEMS, type Call, json, LINT_PROBLEMS, route } from '../route.ts'

/** As it was sent, whatever its keys: a record would drop `__proto__`, and the texts below it. */
const exportedObject = z
  .unknown()
  .refine(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'Has to be: object.',
  )
  .meta({ type: 'object', additionalProperties: true }) as unknown as z.ZodType<Record<string, unknown>>

const documentBodySchema = z.strictObject({
  /** For documents that do not say it themselves. */
  marketplace: marketplaceSchema.optional(),
  kind: z.enum(['account', 'portfolio']).default('account'),
  /** The channel of a portfolio item. */
  channel: channelSchema.optional(),
  document: exportedObject,
})

const threadBodySchema = z.strictObject({
  marketplace: marketplaceSchema.optional(),
  thread: exportedObject,
})

/** `portfolio[2].images[0].alt`, from the document's root. */
const pathSchema = z.string()

const documentReportSchema = z.object({
  verdict: z.enum(VERDICTS),
  /** How many fields were linted. */
  fields: z.int(),
  /** In the document's order; spans are in the field's own text. `via`: the page's link that leads here. */
  findings: z.array(findingSchema.extend({ path: pathSchema, via: pathSchema.optional() })),
  doubts: z.array(doubtSchema.extend({ path: pathSchema, via: pathSchema.optional() })),
  /** Not empty: the verdict is at least `review`. */
  incomplete: z.array(incompleteSchema.extend({ path: pathSchema })),
  /** Where a reader was, or should have been, asked about a field; spans are in the field's own text. */
  secondOpinions: z.array(secondOpinionSchema.extend({ path: pathSchema })),
  /** Links whose target nobody supplied. Not empty: the verdict is at least `review`, for nothing is taken for clean. */
  notLookedAt: z.array(
    z.object({ path: pathSchema, url: z.string().optional(), code: z.string(), says: z.string() }),
  ),
  /** Keys that nobody knows, with the one that may have been meant. Their texts were linted as the page's. */
  unknown: z.array(z.object({ path: pathSchema, meant: z.string().optional() })),
  /** As in a report; missing where nothing was there to lint. */
  pack: packRefSchema.optional(),
  /** Over the request as it was sent and the report, where the deployment signs its reports. */
  receipt: receiptSchema.optional(),
})

const threadReportSchema = documentReportSchema.extend({
  /** What only the whole thread shows. */
  facts: z.array(
    z.object({
      category: z.string(),
      action: z.enum(ACTIONS),
      rule: z.string(),
      /** Ids of the messages that show it. */
      messages: z.array(z.string()),
      says: z.string(),
      why: z.string(),
      instead: z.string(),
    }),
  ),
})

export type DocumentBody = z.input<typeof documentBodySchema>
export type ThreadBody = z.input<typeof threadBodySchema>
export type DocumentReport = z.output<typeof documentReportSchema>
export type ThreadReport = z.output<typeof threadReportSchema>

export const lintDocumentRoute = route({
  method: 'POST',
  path: '/v1/lint/document',
  operation: 'lintDocument',
  tag: 'Lint',
  summary: 'A whole account, or one portfolio item',
  description:
    'Every text field is linted in its channel, file names and captions of images included, and the titles and ' +
    'descriptions of linked videos where the document carries their metadata in `links`.',
  needsKey: true,
  body: {
    schema: documentBodySchema,
    examples: {
      account: {
        summary: 'An account whose linked video leads outside',
        value: {
          marketplace: 'coconala',
          document: {
            profile: { displayName: '動画工房みずき', bio: '動画編集を承ります。' },
            portfolio: [
              {
                title: 'PR動画',
                description: '制作実績です。',
                links: [{ url: 'https://youtu.be/dQw4w9WgXcQ' }],
              },
            ],
            links: [{ id: 'dQw4w9WgXcQ', title: 'PR動画', description: 'ご依頼はLINEでご連絡ください' }],
          },
        },
      },
      item: {
        summary: 'One portfolio item',
        value: {
          marketplace: 'lancers',
          kind: 'portfolio',
          document: { title: 'ロゴ', description: '飲食店のロゴです。' },
        },
      },
    },
  },
  answers: { 200: json(documentReportSchema, 'The findings, each with its path') },
  problems: [...BODY_PROBLEMS, ...LINT_PROBLEMS],
  async handle(call) {
    const { marketplace, kind, channel, document } = call.body
    const expanded =
      kind === 'account'
        ? expandAccount(document, { marketplace })
        : expandPortfolioItem(document, { marketplace, channel })
    return call.c.json(signed(call, await lintPassages(call, expanded, 'document')))
  },
})

export const lintThreadRoute = route({
  method: 'POST',
  path: '/v1/lint/thread',
  operation: 'lintThread',
  tag: 'Lint',
  summary: 'A whole talkroom',
  description:
    'Each message is linted with those before it as its history; then the facts that only the whole thread shows.',
  needsKey: true,
  body: {
    schema: threadBodySchema,
    examples: {
      late: {
        summary: 'A seller who wrote late, and then proposed to leave',
        value: {
          thread: {
            marketplace: 'coconala',
            purchasedAt: '2026-11-01T10:00:00+09:00',
            messages: [
              {
                id: 'm1',
                role: 'seller',
                sentAt: '2026-11-04T10:00:00+09:00',
                text: 'ご購入ありがとうございます。',
              },
              {
                id: 'm2',
                role: 'seller',
                sentAt: '2026-11-04T10:05:00+09:00',
                text: '詳しくはLINEで話しませんか',
              },
            ],
          },
        },
      },
    },
  },
  answers: { 200: json(threadReportSchema, 'The findings, each with its path, and the facts') },
  problems: [...BODY_PROBLEMS, ...LINT_PROBLEMS],
  async handle(call) {
    const expanded = expandThread(call.body.thread, { marketplace: call.body.marketplace })
    const facts = call.deps.threadFacts(expanded)
    const report = withFacts(await lintPassages(call, expanded, 'thread'), facts)
    call.facts.verdict = report.verdict
    return call.c.json(signed(call, report))
  },
})

/** Signs what was sent, not what validation made of it: whoever keeps it has that. */
const signed = <Report extends DocumentReport>(call: Call<unknown>, report: Report): Report => {
  const secret = call.deps.receiptSecret
  if (secret === undefined) return report
  return { ...report, receipt: signDocument({ asked: call.sent as object, report }, secret) }
}

type Expanded = Omit<ExpandedDocument, 'passages'> & { readonly passages: Iterable<Passage> }

async function lintPassages(call: Call<unknown>, expanded: Expanded, key: string): Promise<DocumentReport> {
  await call.allowance.texts(countTexts(expanded.passages, call.deps.limits, key))
  const breathe = createBreather(call.deps)
  const reporter = new DocumentReporter(expanded)
  // Some at a time, so that what is to be asked about them is asked together.
  for (const passages of inGroups(expanded.passages, GROUP)) {
    const given = passages.map(({ submission, parts }) => ({
      submission,
      at: [key, ...(parts[0]?.path ?? [])],
    }))
    const answered = await lintSubmissions(call, given, breathe)
    for (const [index, passage] of passages.entries()) reporter.add(passage, answered[index]!)
  }
  return reporter.report as DocumentReport
}

/** @throws {Problem} `too-many` */
function countTexts(passages: Iterable<Passage>, { documentTexts }: Limits, key: string): number {
  let count = 0
  for (const _ of passages) {
    count += 1
    if (count <= documentTexts) continue
    throw new Problem('too-many', {
      errors: [{ pointer: pointer([key]), code: 'too-many', detail: `At most ${documentTexts} texts.` }],
      limit: documentTexts,
      unit: 'items',
    })
  }
  return count
}

const GROUP = 24

function* inGroups<T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let group: T[] = []
  for (const item of items) {
    group.push(item)
    if (group.length < size) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

/**
 * Reports of the rules → reports with a second opinion: who is to be asked is asked, once; the answer is weighed; where
 * there is none the rules' own report stands.
 */
import type { LintReport } from '../contract/report.ts'
import type { Answer, Outcome } from '../contract/second-opinion.ts'
import type { Submission } from '../contract/submission.ts'
import { Policy } from '../lint/policy.ts'
import type { PackSpec } from '../rules/rule-spec.ts'
import { usedPacks } from '../rules/used-packs.ts'
import { type Inquiry, inquire } from './inquiry.ts'
import { type AskedQuestion, questionDigest, questionOf, questionsOf } from './question.ts'
import { readAnswers } from './read-answer.ts'
import type { SecondOpinion } from './second-opinion.ts'
import { weighAnswer, withoutAnswer } from './weigh-answer.ts'

export interface Reported {
  readonly submission: Submission
  readonly report: LintReport
}

/** Answers that were given before, by model and question. */
export interface AnswerCache {
  /** Both may fail; that is no fault of the message's. */
  get(key: string): Promise<Answer | undefined>
  put(key: string, answer: Answer): Promise<void>
}

/** One question as it went, for the numbers. */
export interface AskedOnce {
  readonly outcome: Outcome
  /** How many texts it was about. */
  readonly texts: number
  /** Of what was sent. */
  readonly characters: number
}

export interface ConsultDeps {
  readonly opinion: SecondOpinion
  readonly cache?: AnswerCache | undefined
  readonly asked?: (question: AskedOnce) => void
}

/** Questions under way for one caller: a whole account must not take every place that there is. */
const AT_ONCE = 4

type Result = { readonly answer: Answer } | { readonly outcome: Exclude<Outcome, 'answered'> }

export const policyOf = (packs: readonly PackSpec[], marketplace: string): Policy => {
  for (const pack of packs)
    if (pack.kind === 'marketplace' && pack.id === marketplace)
      return new Policy(pack, usedPacks(pack, packs))
  throw new RangeError('unknown marketplace')
}

/** The reports in the order of the items. */
export async function consult(
  items: readonly Reported[],
  packs: readonly PackSpec[],
  deps: ConsultDeps,
): Promise<LintReport[]> {
  const open = items.map((item) => inquiryInto(item, packs))
  const inquiries = [
    ...new Map(open.flatMap((one) => (one === undefined ? [] : [[one.id, one] as const]))).values(),
  ]
  if (inquiries.length === 0) return items.map(({ report }) => report)

  const results = new Map<string, Result>()
  const keys = new Map(
    inquiries.map((inquiry) => [
      inquiry.id,
      `${deps.opinion.model} ${questionDigest(questionOf(inquiry, packs))}`,
    ]),
  )
  await Promise.all(
    inquiries.map(async ({ id }) => {
      const answer = await deps.cache?.get(keys.get(id)!).catch(() => undefined)
      if (answer !== undefined) results.set(id, { answer })
    }),
  )
  const unknown = inquiries.filter(({ id }) => !results.has(id))
  const questions = questionsOf(unknown, packs).values()
  const askOn = async () => {
    for (const question of questions) await askOnce(question, keys, results, deps)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, askOn))

  return items.map((item, index) => {
    const inquiry = open[index]
    if (inquiry === undefined) return item.report
    return conclude(item, inquiry, results.get(inquiry.id)!, deps.opinion.model, packs)
  })
}

async function askOnce(
  question: AskedQuestion,
  keys: ReadonlyMap<string, string>,
  results: Map<string, Result>,
  { opinion, cache, asked }: ConsultDeps,
): Promise<void> {
  const { shown } = question
  const reply = await opinion.ask(question)
  const answers =
    reply.kind === 'said'
      ? readAnswers(
          reply.text,
          shown.map(({ inquiry }) => inquiry.submission.text),
        )
      : shown.map(() => undefined)
  const kept: Promise<void>[] = []
  shown.forEach(({ inquiry: { id } }, index) => {
    const answer = answers[index]
    if (answer !== undefined) {
      results.set(id, { answer })
      const put = cache?.put(keys.get(id)!, answer).catch(() => {})
      if (put !== undefined) kept.push(put)
    } else results.set(id, { outcome: reply.kind === 'said' ? 'unusable' : reply.kind })
  })
  asked?.({
    outcome: reply.kind !== 'said' ? reply.kind : answers.includes(undefined) ? 'unusable' : 'answered',
    texts: shown.length,
    characters: question.system.length + question.user.length,
  })
  await Promise.all(kept)
}

function conclude(
  { submission, report }: Reported,
  inquiry: Inquiry,
  result: Result,
  model: string,
  packs: readonly PackSpec[],
): LintReport {
  if ('outcome' in result) return withoutAnswer(report, model, result.outcome)
  const shown = questionOf(inquiry, packs).shown[0]!
  return weighAnswer(report, shown, result.answer, model, policyOf(packs, submission.marketplace))
}

/** What is to be asked about a report, where anything is. */
export const inquiryInto = (
  { submission, report }: Reported,
  packs: readonly PackSpec[],
): Inquiry | undefined => inquire(submission, report, policyOf(packs, submission.marketplace))

/** The report as if the reader had just said it: for answers that were given elsewhere, by a model or a person. */
export function weighReply(
  reported: Reported,
  inquiry: Inquiry,
  { text, model }: { readonly text: string; readonly model: string },
  packs: readonly PackSpec[],
): LintReport {
  const [answer] = readAnswers(text, [reported.submission.text])
  return conclude(
    reported,
    inquiry,
    answer === undefined ? { outcome: 'unusable' } : { answer },
    model,
    packs,
  )
}

/**
 * The report again that an answer, kept in it, has made of the rules' own: what `sekisho verify` compares.
 *
 * @param reported the rules' own
 * @param kept the report as it was given out
 */
export function replay(reported: Reported, kept: LintReport, packs: readonly PackSpec[]): LintReport {
  const { secondOpinion } = kept
  const inquiry = secondOpinion && inquiryInto(reported, packs)
  if (inquiry === undefined) return reported.report
  const { model, outcome, answer } = secondOpinion!
  if (outcome !== 'answered') return conclude(reported, inquiry, { outcome }, model, packs)
  return answer === undefined ? reported.report : conclude(reported, inquiry, { answer }, model, packs)
}

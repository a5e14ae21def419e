/**
 * A second opinion without a network: questions are written to one file, answers read from another, and the reports are
 * those that would have come of asking. Whoever reads in between is nobody's business here.
 */
import type { Command } from 'commander'
import { splitReport } from '../../core/documents/split-report.ts'
import type { PackSpec } from '../../core/rules/rule-spec.ts'
import { inquiryInto, weighReply } from '../../core/second-opinion/consult.ts'
import { questionDigest, questionOf } from '../../core/second-opinion/question.ts'
import type { Engine, FileSink, Io } from '../io.ts'
import type { LintedEvent, ResultEvent } from '../read-event.ts'
import { type RecordedAnswer, readAnswerFile } from './answer-file.ts'

export interface OpinionOptions {
  readonly secondOpinion?: string
  readonly answers?: string
}

export const addOpinionOptions = (command: Command): Command =>
  command
    .option(
      '--second-opinion <file>',
      'write what a second opinion would be asked, as JSONL (unless answered)',
    )
    .option('--answers <file>', 'answers to such questions, as JSONL: the reports as if they had been asked')

/** What was asked in a run. */
export interface OpinionTally {
  /** Texts with something to ask. */
  asked: number
  /** Of those, the ones that `--answers` has nothing for. */
  unanswered: number
  /** Answers that were given to another question: law or doubts have changed since. */
  stale: number
  /** Of the questions, each by itself. */
  readonly characters: number[]
}

export interface OpinionDesk {
  /** The events again, with what the answers make of their reports. */
  review(events: readonly ResultEvent[]): Promise<ResultEvent[]>
  reviewOne(event: LintedEvent): Promise<{ readonly event: LintedEvent; readonly asked: boolean }>
  readonly tally: OpinionTally
  /** Says what is still open, and closes the file. */
  close(): Promise<void>
}

/** `undefined` where nobody wants one. @throws {UsageError} for answers that cannot be read. */
export const openOpinionDesk = async (
  { secondOpinion, answers }: OpinionOptions,
  { linter }: Engine,
  io: Io,
): Promise<OpinionDesk | undefined> => {
  if (secondOpinion === undefined && answers === undefined) return undefined
  const known = answers === undefined ? new Map() : await readAnswerFile(answers, io)
  const sink = secondOpinion === undefined ? undefined : await io.files.write(secondOpinion)
  return new Desk(
    linter.packs.map(({ spec }) => spec),
    known,
    sink,
    answers !== undefined,
    io,
  )
}

class Desk implements OpinionDesk {
  readonly tally: OpinionTally = { asked: 0, unanswered: 0, stale: 0, characters: [] }
  readonly #packs: readonly PackSpec[]
  readonly #answers: ReadonlyMap<string, RecordedAnswer>
  readonly #sink: FileSink | undefined
  readonly #awaitsAnswers: boolean
  readonly #io: Io
  readonly #written = new Set<string>()

  constructor(
    packs: readonly PackSpec[],
    answers: ReadonlyMap<string, RecordedAnswer>,
    sink: FileSink | undefined,
    awaitsAnswers: boolean,
    io: Io,
  ) {
    this.#packs = packs
    this.#answers = answers
    this.#sink = sink
    this.#awaitsAnswers = awaitsAnswers
    this.#io = io
  }

  async review(events: readonly ResultEvent[]): Promise<ResultEvent[]> {
    const reviewed: ResultEvent[] = []
    for (const event of events) {
      reviewed.push(event.type === 'linted' ? (await this.reviewOne(event)).event : event)
    }
    return reviewed
  }

  async reviewOne(event: LintedEvent): Promise<{ event: LintedEvent; asked: boolean }> {
    const { passage, report } = event
    const reported = { submission: passage.submission, report }
    const inquiry = inquiryInto(reported, this.#packs)
    if (inquiry === undefined) return { event, asked: false }
    this.tally.asked += 1
    const question = questionOf(inquiry, this.#packs)
    this.tally.characters.push(question.system.length + question.user.length)
    const recorded = this.#answers.get(inquiry.id)
    const digest = questionDigest(question)
    if (recorded === undefined) {
      this.tally.unanswered += 1
      await this.#write(inquiry.id, digest, question)
      return { event, asked: true }
    }
    if (recorded.question !== undefined && recorded.question !== digest) this.tally.stale += 1
    const after = weighReply(reported, inquiry, recorded, this.#packs)
    return { event: { ...event, report: after, fields: splitReport(passage, after) }, asked: true }
  }

  async #write(
    id: string,
    question: string,
    { system, user }: { system: string; user: string },
  ): Promise<void> {
    if (this.#sink === undefined || this.#written.has(id)) return
    this.#written.add(id)
    await this.#sink.write(`${JSON.stringify({ id, question, system, user })}\n`)
  }

  async close(): Promise<void> {
    await this.#sink?.close()
    const { unanswered, stale } = this.tally
    if (this.#awaitsAnswers && unanswered > 0)
      await this.#io.stderr.write(`第二意見の答えがないもの: ${unanswered}件。規則の判定のままです。\n`)
    if (stale > 0)
      await this.#io.stderr.write(
        `質問が変わる前の答え: ${stale}件(規則か、判断を保留した箇所が当時と違います)。\n`,
      )
    if (this.#sink !== undefined)
      await this.#io.stderr.write(
        `第二意見への質問を${this.#written.size}件書き出しました${lengthsInWords(this.tally.characters)}。\n`,
      )
  }
}

const lengthsInWords = (lengths: readonly number[]): string => {
  if (lengths.length === 0) return ''
  const sum = lengths.reduce((total, length) => total + length, 0)
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  return `(平均${Math.round(sum / lengths.length)}字、最長${longest}字)`
}

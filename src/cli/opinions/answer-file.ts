/** `--answers FILE`: what a reader, a model or a person, said of questions that were written down; a line each. */
import * as z from 'zod'
import { formatFault, UsageError } from '../fault.ts'
import type { Io } from '../io.ts'
import { readLines } from '../readers/read-lines.ts'

const lineSchema = z.object({
  /** The question's `id`. */
  id: z.string().min(1),
  /** The question's `question`: whether it is still the same one. */
  question: z.string().optional(),
  model: z.string().min(1).max(200).default('recorded'),
  /** What a model said, or the answer itself. */
  answer: z.union([z.string(), z.record(z.string(), z.unknown())]),
})

export interface RecordedAnswer {
  readonly question: string | undefined
  readonly model: string
  readonly text: string
}

/** By the question's id; of several the last counts. @throws {UsageError} for a line that is no answer. */
export const readAnswerFile = async (
  file: string,
  io: Pick<Io, 'files'>,
): Promise<ReadonlyMap<string, RecordedAnswer>> => {
  const answers = new Map<string, RecordedAnswer>()
  for await (const lines of readLines(io.files.read(file), { encoding: 'utf-8' })) {
    for (const { line, text, fault } of lines) {
      if (text?.trim() === '') continue
      const parsed = lineSchema.safeParse(fault === undefined && text !== undefined ? parse(text) : undefined)
      if (!parsed.success) {
        const says = fault ?? 'idとanswerを持つ1行のJSONではありません。'
        throw new UsageError(formatFault({ file, line, says }))
      }
      const { id, question, model, answer } = parsed.data
      answers.set(id, {
        question,
        model,
        text: typeof answer === 'string' ? answer : JSON.stringify(answer),
      })
    }
  }
  return answers
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

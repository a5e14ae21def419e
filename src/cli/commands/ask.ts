/** `sekisho ask`: puts questions that were written down to a reader, and writes its answers down: to judge it first. */
import { type Command, InvalidArgumentError } from 'commander'
import * as z from 'zod'
import { ANSWER_SCHEMA } from '../../core/second-opinion/question.ts'
import type { Reply, SecondOpinion } from '../../core/second-opinion/second-opinion.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { formatFault, UsageError } from '../fault.ts'
import type { Io } from '../io.ts'
import { readLines } from '../readers/read-lines.ts'

interface AskOptions {
  readonly seconds: number
  readonly atOnce: number
}

const questionSchema = z.object({
  id: z.string(),
  question: z.string(),
  system: z.string(),
  user: z.string(),
})
type Question = z.output<typeof questionSchema>

/** A reader that does not answer is asked again after so many milliseconds, each time longer. */
const WAITS = [1000, 4000, 16_000] as const

export const addAskCommand = (program: Command, io: Io, done: (code: ExitCode) => void): void => {
  program
    .command('ask')
    .description(
      'put questions (of --second-opinion) to the reader of the settings; answers (for --answers) to stdout',
    )
    .argument('<file>', 'JSONL')
    .option('--seconds <seconds>', 'for an answer', positive, 60)
    .option('--at-once <count>', 'questions under way at once', positive, 4)
    .action(async (file: string, options: AskOptions) => {
      done(await ask(file, options, io))
    })
}

const ask = async (file: string, { seconds, atOnce }: AskOptions, io: Io): Promise<ExitCode> => {
  const reader = await io.openReader(seconds)
  const questions = (await readQuestions(file, io)).values()
  let unanswered = 0
  const work = async () => {
    for (const { id, question, system, user } of questions) {
      if (io.interrupted.aborted) return
      const reply = await askUntilAnswered(reader, { system, user, schema: ANSWER_SCHEMA }, io)
      if (reply.kind !== 'said') unanswered += 1
      else {
        const answer = { id, question, model: reader.model, answer: reply.text }
        await io.stdout.write(`${JSON.stringify(answer)}\n`)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  if (unanswered > 0) await io.stderr.write(`答えが得られなかった質問: ${unanswered}件。\n`)
  if (io.interrupted.aborted) return EXIT.interrupted
  return unanswered > 0 ? EXIT.input : EXIT.clean
}

const askUntilAnswered = async (
  reader: SecondOpinion,
  question: Parameters<SecondOpinion['ask']>[0],
  io: Io,
): Promise<Reply> => {
  for (const wait of WAITS) {
    const reply = await reader.ask(question)
    if (reply.kind === 'said' || io.interrupted.aborted) return reply
    await io.sleep(wait)
  }
  return reader.ask(question)
}

const readQuestions = async (file: string, io: Io): Promise<Question[]> => {
  const questions: Question[] = []
  for await (const lines of readLines(io.files.read(file), { encoding: 'utf-8' })) {
    for (const { line, text, fault } of lines) {
      if (text?.trim() === '') continue
      const parsed = questionSchema.safeParse(
        fault === undefined && text !== undefined ? parse(text) : undefined,
      )
      if (!parsed.success) {
        const says = fault ?? '質問(id, question, system, user)の1行のJSONではありません。'
        throw new UsageError(formatFault({ file, line, says }))
      }
      questions.push(parsed.data)
    }
  }
  return questions
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const positive = (value: string): number => {
  const number = Number(value)
  if (Number.isInteger(number) && number > 0) return number
  throw new InvalidArgumentError('A whole number above 0.')
}

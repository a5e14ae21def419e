/** The messages that stages are timed on: those of the labelled sets, honest ones and others as they come. */
import { readdirSync, readFileSync } from 'node:fs'
import { type Submission, submissionSchema } from '../../../src/core/contract/submission.ts'

const FOLDER = 'test/fixtures/weigh'
const KEYS = Object.keys(submissionSchema.shape)

const submissionsOf = (file: string): Submission[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const all = JSON.parse(line) as Record<string, unknown>
      const own = Object.fromEntries(KEYS.filter((key) => key in all).map((key) => [key, all[key]]))
      const { data } = submissionSchema.safeParse({ marketplace: 'coconala', ...own })
      return data === undefined ? [] : [data]
    })

/** Without a history, of so many UTF-16 code units, evenly over all sets. */
export function messagesOf(shortest: number, longest: number, count: number): readonly Submission[] {
  const all = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl') && name !== 'examples.jsonl')
    .sort()
    .flatMap((name) => submissionsOf(`${FOLDER}/${name}`))
    .filter(({ text, history }) => history.length === 0 && text.length >= shortest && text.length <= longest)
  const step = Math.max(1, all.length / count)
  return Array.from({ length: Math.min(count, all.length) }, (_, index) => all[Math.floor(index * step)]!)
}

/** Messages of so many code units, made of the ones given. */
export const joined = (messages: readonly Submission[], length: number, count: number): Submission[] => {
  const whole = messages.map(({ text }) => text).join('\n')
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor((index * (whole.length - length)) / count)
    return { ...messages[index % messages.length]!, text: whole.slice(start, start + length) }
  })
}

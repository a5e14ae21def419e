/** A mixture of right and broken requests, and what each answer has to be: the same number, the same request. */
import { messages } from '../http/messages.ts'

export interface Planned {
  readonly path: string
  readonly type: string
  readonly body: string
  /** The status, and what the answer has to have. */
  readonly status: number
  readonly right: (answer: string) => boolean
}

const JSON_TYPE = 'application/json'

const problem = (code: string) => (answer: string) => JSON.parse(answer).code === code

const BROKEN: readonly Omit<Planned, 'path'>[] = [
  { type: JSON_TYPE, body: '', status: 400, right: problem('no-body') },
  { type: JSON_TYPE, body: '{"marketplace":', status: 400, right: problem('not-json') },
  {
    type: JSON_TYPE,
    body: '{"marketplace":"coconala","text":1}',
    status: 422,
    right: problem('invalid-request'),
  },
  {
    type: JSON_TYPE,
    body: '{"marketplace":"nowhere","text":""}',
    status: 422,
    right: problem('unknown-marketplace'),
  },
  { type: 'text/plain', body: 'text', status: 415, right: problem('unsupported-media-type') },
  {
    type: JSON_TYPE,
    body: JSON.stringify({ marketplace: 'coconala', text: 'あ'.repeat(20_001) }),
    status: 422,
    right: problem('text-too-long'),
  },
]

export function plan(number: number): Planned {
  if (number % 20 === 0) return { path: '/v1/lint', ...BROKEN[(number / 20) % BROKEN.length]! }
  const id = `request-${number}`
  const text = messages[number % messages.length]!
  const submission = { id, marketplace: ['coconala', 'crowdworks', 'lancers'][number % 3]!, text }
  if (number % 17 === 0) {
    const lines = [0, 1, 2].map((index) => JSON.stringify({ ...submission, id: `${id}-${index}` }))
    return {
      path: '/v1/lint/batch',
      type: 'application/x-ndjson',
      body: lines.join('\n'),
      status: 200,
      right(answer) {
        const [first, second, third, last] = answer
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line))
        const ids = [first, second, third].map((line) => line.report.id)
        return ids.join() === [0, 1, 2].map((index) => `${id}-${index}`).join() && last.summary.lines === 3
      },
    }
  }
  if (number % 19 === 0) {
    const sentAt = (minute: number) => new Date(Date.UTC(2026, 10, 1, 0, minute)).toISOString()
    const thread = {
      marketplace: submission.marketplace,
      messages: [text, 'ありがとうございます。'].map((one, index) => ({
        id: `${id}-${index}`,
        role: index === 0 ? 'seller' : 'buyer',
        sentAt: sentAt(index),
        text: one,
      })),
    }
    return {
      path: '/v1/lint/thread',
      type: JSON_TYPE,
      body: JSON.stringify({ thread }),
      status: 200,
      right: (answer) => JSON.parse(answer).fields === 2,
    }
  }
  if (number % 13 === 0) {
    return {
      path: '/v1/passport',
      type: JSON_TYPE,
      body: JSON.stringify({ text }),
      status: 200,
      right: (answer) => JSON.parse(answer).cells.length === 6,
    }
  }
  return {
    path: '/v1/lint',
    type: JSON_TYPE,
    body: JSON.stringify(submission),
    status: 200,
    right: (answer) => JSON.parse(answer).id === id,
  }
}

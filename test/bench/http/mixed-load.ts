/** A mixture of right and broken requests, each answer held to what it has to be. */
import { messages } from './messages.ts'

interface Planned {
  readonly path: string
  readonly type: string
  readonly body: string
  /** The status, and what the answer has to have. */
  readonly status: number
  readonly right: (answer: string) => boolean
}

const CONNECTIONS = 8
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

/** The request of a number: the same number, the same request. */
function plan(number: number): Planned {
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

export async function mixedLoad(url: string, seconds: number) {
  const end = performance.now() + seconds * 1000
  const count = { sent: 0, right: 0, wrong: 0, server: 0 }
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) {
        count.sent += 1
        const { path, type, body, status, right } = plan(count.sent)
        const response = await fetch(url + path, {
          method: 'POST',
          headers: { 'content-type': type },
          body,
        }).catch(() => undefined)
        const answer = await response?.text()
        if (response === undefined || answer === undefined) count.wrong += 1
        else if (response.status >= 500) count.server += 1
        else if (response.status === status && right(answer)) count.right += 1
        else count.wrong += 1
      }
    }),
  )
  return count
}

/** `POST /v1/lint/batch`: NDJSON in, NDJSON out, streamed both ways. */
import { createBreather } from '../breather.ts'
import { describeFault } from '../describe-fault.ts'
import { refuseEncoded } from '../json-body.ts'
import { batchLineSchema, lintLines } from '../lint-lines.ts'
import { lintSubmission } from '../lint-submission.ts'
import { ndjsonLines } from '../ndjson-lines.ts'
import { Problem } from '../problem.ts'
import { route } from '../route.ts'

const NDJSON = 'application/x-ndjson'
const NDJSON_TYPE =
  /^application\/(?:x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines)\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i

export const lintBatchRoute = route({
  method: 'POST',
  path: '/v1/lint/batch',
  operation: 'lintBatch',
  tag: 'Lint',
  summary: 'Many submissions, a line each',
  description:
    'Each line is a submission; each line of the answer is its report or its problem, with the number of the line, in ' +
    'the same order. The last line is a summary: an answer without it was cut off. Both ways are streamed: send and read ' +
    'at the same time. Each line counts against the rate: the answers wait for it, up to a minute a line.',
  needsKey: true,
  stream: {
    contentType: NDJSON,
    examples: {
      two: {
        summary: 'Two submissions, and a line that is broken',
        value:
          '{"id":"1","marketplace":"coconala","text":"よろしくお願いいたします。"}\n' +
          '{"id":"2","marketplace":\n' +
          '{"id":"3","marketplace":"lancers","text":"メールで送ります"}\n',
      },
    },
  },
  answers: { 200: { description: 'One line each', contentType: NDJSON, schema: batchLineSchema } },
  problems: ['unsupported-media-type', 'no-body'],
  handle(call) {
    const { c, deps, facts } = call
    if (!NDJSON_TYPE.test(c.req.header('content-type') ?? '')) {
      throw new Problem('unsupported-media-type', { detail: `Send ${NDJSON} in UTF-8.` })
    }
    refuseEncoded(c.req.raw)
    const { body } = c.req.raw
    if (body === null) throw new Problem('no-body')
    call.linter()
    const lines = lintLines(ndjsonLines(body, deps.limits), {
      lint: (submission) => lintSubmission(call, submission),
      allow: () => call.allowance.nextText(),
      requestId: facts.id,
      maxLines: deps.limits.batchLines,
      breathe: createBreather(deps),
      fault: (error) => deps.log({ level: 'error', event: 'fault', id: facts.id, ...describeFault(error) }),
      place: ({ line }) => ({ line }),
      done: (summary) => deps.log({ level: 'info', event: 'batch', id: facts.id, ...summary }),
    })
    return c.body(streamOf(lines), 200, { 'content-type': NDJSON })
  },
})

const utf8 = new TextEncoder()

/** Made only as fast as it is read. */
function streamOf(lines: AsyncGenerator<string, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(utf8.encode(value))
    },
    async cancel() {
      await lines.return()
    },
  })
}

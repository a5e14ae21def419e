/**
 * Large jobs on Workers: NDJSON objects of an R2 bucket, linted in chunks by a Queue's consumer.
 *
 * An object that arrives (R2's own notification) is cut into chunks, a message each; one that is gzip is unpacked first. A
 * chunk holds the lines that begin in it; its reports go to an object of their own. The queue delivers at least once, so
 * everything written has a name that follows from the input alone, and the same bytes whenever it is written again.
 */
import type { MessageBatch, Queue, R2Bucket } from '@cloudflare/workers-types'
import * as z from 'zod'
import { type LintReport, VERDICTS } from '../core/contract/report.ts'
import type { Submission } from '../core/contract/submission.ts'
import type { LogEntry } from '../http/deps.ts'
import { describeFault } from '../http/describe-fault.ts'
import type { Limits } from '../http/limits.ts'
import { type BatchSummary, lintLines } from '../http/lint-lines.ts'
import { ndjsonLines } from '../http/ndjson-lines.ts'
import { UNPACKED, unpackedObject } from './unpacked-object.ts'

/** The results stand beside what they are of, where no notification's prefix reaches: `reports/<key>/<etag>/…`. */
const RESULTS = 'reports/'
/**
 * Work goes by bytes: of the shortest lines that say anything 256 KiB hold some six thousand, seconds of a consumer's
 * time. Of a large object they are larger, so that its parts can still be counted after each of them; then they take
 * a minute, where wrangler.toml allows five.
 */
const SMALLEST_CHUNK = 256 * 1024
const LARGEST_CHUNK = 2 * 1024 * 1024
const FEW_PARTS = 1000

const chunkBytesOf = (size: number): number =>
  Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, Math.ceil(size / FEW_PARTS)))

/** What R2 says of an object that was written. */
const arrivalSchema = z.object({
  action: z.enum(['PutObject', 'CopyObject', 'CompleteMultipartUpload']),
  object: z.object({ key: z.string(), size: z.int(), eTag: z.string() }),
})
const chunkSchema = z.strictObject({
  key: z.string(),
  etag: z.string(),
  size: z.int(),
  /** From 0. */
  part: z.int(),
  parts: z.int(),
  chunkBytes: z.int(),
  /** Where the results go. */
  folder: z.string(),
})
const messageSchema = z.union([chunkSchema, arrivalSchema])

type Chunk = z.output<typeof chunkSchema>

export interface ObjectJobsDeps {
  readonly bucket: R2Bucket
  readonly queue: Queue
  readonly limits: Limits
  readonly lint: (submission: Submission) => Promise<LintReport>
  readonly log: (entry: LogEntry) => void
  readonly chunkBytes?: number | undefined
}

/** Works off the messages of a queue. One that fails is delivered again; one that nobody understands is dropped, loudly. */
export async function consumeObjectJobs(batch: MessageBatch, deps: ObjectJobsDeps): Promise<void> {
  for (const message of batch.messages) {
    const parsed = messageSchema.safeParse(message.body)
    if (!parsed.success) {
      deps.log({ level: 'error', event: 'job-not-understood', id: message.id })
      message.ack()
      continue
    }
    try {
      if ('part' in parsed.data) await lintChunk(parsed.data, deps)
      else await cutObject(parsed.data.object, deps)
      message.ack()
    } catch (error) {
      const { id, attempts } = message
      deps.log({ level: 'error', event: 'job-failed', id, attempts, ...describeFault(error) })
      message.retry()
    }
  }
}

async function cutObject(
  object: { key: string; size: number; eTag: string },
  deps: ObjectJobsDeps,
): Promise<void> {
  const { key: arrived, eTag } = object
  // A notification without a prefix would otherwise feed the results back in.
  if (arrived.startsWith(RESULTS) || arrived.startsWith(UNPACKED)) return
  const folder = `${RESULTS}${arrived}/${eTag}/`
  const readable = await unpackedObject(deps.bucket, { key: arrived, size: object.size, etag: eTag })
  if (readable === 'outdated') {
    deps.log({ level: 'warn', event: 'job-outdated' })
    return
  }
  const { key, size, etag } = readable
  const { chunkBytes = chunkBytesOf(size) } = deps
  const parts = Math.max(1, Math.ceil(size / chunkBytes))
  // The platform takes up to a hundred messages at once.
  for (let first = 0; first < parts; first += 100) {
    const last = Math.min(parts, first + 100)
    const chunks = Array.from({ length: last - first }, (_, index) => ({
      body: { key, etag, size, part: first + index, parts, chunkBytes, folder } satisfies Chunk,
    }))
    await deps.queue.sendBatch(chunks)
  }
  deps.log({ level: 'info', event: 'job-cut', parts, bytes: size })
}

async function lintChunk(chunk: Chunk, deps: ObjectJobsDeps): Promise<void> {
  const { key, etag, part, parts, chunkBytes, size, folder } = chunk
  const start = part * chunkBytes
  const end = Math.min(size, start + chunkBytes)
  // The byte before tells whether a line begins at `start`; the chunk's last line may end beyond `end`.
  const offset = Math.max(0, start - 1)
  const length = Math.min(size, end + deps.limits.bodyBytes + 1) - offset
  let text = ''
  let summary: BatchSummary | undefined
  if (length > 0) {
    const object = await deps.bucket.get(key, { range: { offset, length }, onlyIf: { etagMatches: etag } })
    if (object === null || !('body' in object)) {
      deps.log({ level: 'warn', event: 'job-outdated', part })
      return
    }
    const body = object.body as unknown as ReadableStream<Uint8Array>
    const lines = lintLines(ownLines(ndjsonLines(body, deps.limits), { start, end, offset }), {
      lint: deps.lint,
      requestId: `${etag}-${part}`,
      maxLines: Number.POSITIVE_INFINITY,
      breathe: async () => {},
      fault: (error) => deps.log({ level: 'error', event: 'fault', part, ...describeFault(error) }),
      place: ({ byte }) => ({ byte }),
      done: (counted) => {
        summary = counted
      },
    })
    for await (const line of lines) text += line
  }
  const counts = { lines: 0, problems: 0, ...summary?.verdicts, ...summary, verdicts: undefined }
  await deps.bucket.put(`${folder}part-${number(part + 1)}-of-${number(parts)}.ndjson`, text, {
    httpMetadata: { contentType: 'application/x-ndjson' },
    customMetadata: Object.fromEntries(
      Object.entries(counts).flatMap(([name, count]) => (count === undefined ? [] : [[name, String(count)]])),
    ),
  })
  const isDone = await finish(folder, parts, deps)
  if (isDone && key.startsWith(UNPACKED)) await deps.bucket.delete(key)
}

/** The lines that begin in `[start, end)`, with their offsets in the object; the stream begins at `offset`. */
async function* ownLines(
  lines: ReturnType<typeof ndjsonLines>,
  { start, end, offset }: { start: number; end: number; offset: number },
) {
  for await (const line of lines) {
    const byte = line.byte + offset
    if (byte >= end) return
    // What stands before the first line break belongs to the chunk in which it began.
    if (byte >= start) yield { ...line, byte }
  }
}

/** Once all parts are there, whoever sees it writes the same summary. */
async function finish(folder: string, parts: number, deps: ObjectJobsDeps): Promise<boolean> {
  const total: Record<string, number> = {}
  let found = 0
  let cursor: string | undefined
  do {
    const page = await deps.bucket.list({
      ...WITH_METADATA,
      prefix: `${folder}part-`,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const { customMetadata = {} } of page.objects) {
      found += 1
      for (const [name, count] of Object.entries(customMetadata))
        total[name] = (total[name] ?? 0) + Number(count)
    }
    cursor = page.truncated ? page.cursor : undefined
  } while (cursor !== undefined)
  if (found < parts) return false
  const verdicts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, total[verdict] ?? 0]))
  const summary = { parts, lines: total.lines ?? 0, problems: total.problems ?? 0, verdicts }
  await deps.bucket.put(`${folder}summary.json`, JSON.stringify(summary), {
    httpMetadata: { contentType: 'application/json' },
  })
  deps.log({ level: 'info', event: 'job-done', ...summary })
  return true
}

/** The platform knows it, its types do not. */
const WITH_METADATA = { include: ['customMetadata'] }

const number = (value: number): string => String(value).padStart(6, '0')

/** Reads a JSON body within its limits, and says exactly what is wrong with it, without repeating any of it. */
import { type ParseError, parse as parseTolerantly } from 'jsonc-parser'
import { MAX_JSON_DEPTH, nestsDeeperThan } from '../core/text/json-depth.ts'
import { repeatsKey } from '../core/text/json-repeats.ts'
import { inTime } from './in-time.ts'
import type { Limits } from './limits.ts'
import { Problem, type ProblemDetails } from './problem.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i

/**
 * The parsed body.
 *
 * @throws {Problem} `unsupported-media-type`, `no-body`, `body-too-large`, `body-too-slow`, `not-utf-8`, `not-json`,
 * `too-deep` or `repeated-key`.
 */
export async function readJson(request: Request, limits: Limits): Promise<unknown> {
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) {
    throw new Problem('unsupported-media-type', { detail: 'Send application/json in UTF-8.' })
  }
  refuseEncoded(request)
  const text = decodeUtf8(await readBytes(request, limits))
  if (text.trim() === '') throw new Problem('no-body', { detail: 'Send a JSON object.' })
  return parseJson(text)
}

/** @throws {Problem} `unsupported-media-type` for a compressed body: it would pass every limit before it is unpacked. */
export function refuseEncoded(request: Request): void {
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (encoding.toLowerCase() !== 'identity') {
    throw new Problem('unsupported-media-type', { detail: 'Send the body without a content encoding.' })
  }
}

/**
 * `JSON.parse`, with the place of a fault in the problem: messages of JSON.parse repeat the text.
 *
 * @throws {Problem} `not-json`, `too-deep` or `repeated-key`
 */
export function parseJson(text: string): unknown {
  if (nestsDeeperThan(text)) throw new Problem('too-deep', { limit: MAX_JSON_DEPTH, unit: 'levels' })
  try {
    const value: unknown = JSON.parse(text)
    if (repeatsKey(text)) throw new Problem('repeated-key')
    return value
  } catch (fault) {
    if (fault instanceof Problem) throw fault
    const position = brokenAt(text)
    throw new Problem('not-json', position === undefined ? {} : { position })
  }
}

async function readBytes(request: Request, limits: Limits): Promise<Uint8Array> {
  const tooLarge = () => new Problem('body-too-large', { limit: limits.bodyBytes, unit: 'bytes' })
  const declared = request.headers.get('content-length')
  if (declared !== null && Number(declared) > limits.bodyBytes) throw tooLarge()
  // A declared length is enforced by the servers beneath; without one the stream is counted.
  if (declared !== null && !request.headers.has('transfer-encoding')) {
    return new Uint8Array(await arrival(request.arrayBuffer(), limits))
  }
  if (request.body === null) return new Uint8Array()
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  const collect = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength
      if (size > limits.bodyBytes) throw tooLarge()
      chunks.push(part.value)
    }
  }
  try {
    await arrival(collect(), limits)
  } catch (fault) {
    void reader.cancel().catch(() => {})
    throw fault
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

async function arrival<T>(work: Promise<T>, { bodySeconds }: Limits): Promise<T> {
  const arrived = await inTime(work, bodySeconds)
  if (arrived === 'late') throw new Problem('body-too-slow', { limit: bodySeconds, unit: 'seconds' })
  return arrived
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Problem('not-utf-8')
  }
}

/** Where the first fault is; `undefined` where the tolerant parser sees none. */
function brokenAt(text: string): ProblemDetails['position'] {
  const errors: ParseError[] = []
  parseTolerantly(text, errors, { disallowComments: true, allowTrailingComma: false })
  const offset = errors[0]?.offset
  if (offset === undefined) return undefined
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { offset, line: before.split('\n').length, column: offset - lineStart + 1 }
}

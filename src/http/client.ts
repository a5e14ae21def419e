/**
 * A typed client: `import { createClient } from 'sekisho/client'`. Runs wherever there is `fetch`, and brings no schema.
 *
 * The fail policy (`whenUnavailable`) is what the caller does when Sekisho cannot answer in time: by default the message
 * is held for a person (`review`), as everything that could not be looked at.
 */
import type { LintReport } from '../core/contract/report.ts'
import type { RawSubmission } from '../core/contract/submission.ts'
import {
  type Is,
  isBatchLine,
  isDocumentReport,
  isMaskOf,
  isPackDetails,
  isPackList,
  isPassport,
  isProblem,
  isReportOf,
  isRuleDetails,
  isThreadReport,
} from './client-answers.ts'
import type { BatchLine } from './lint-lines.ts'
import type { ProblemCode, ProblemDetails } from './problem.ts'
import type { DocumentBody, DocumentReport, ThreadBody, ThreadReport } from './routes/lint-document.ts'
import type { Masked } from './routes/mask.ts'
import type { PackDetails, PackSummary, RuleDetails } from './routes/packs.ts'
import type { Passport, PassportBody } from './routes/passport.ts'

export type {
  BatchLine,
  DocumentBody,
  DocumentReport,
  LintReport,
  Masked,
  PackDetails,
  PackSummary,
  Passport,
  PassportBody,
  ProblemCode,
  ProblemDetails,
  RawSubmission,
  RuleDetails,
  ThreadBody,
  ThreadReport,
}

/**
 * - `review`: answer `review` with `incomplete: [{ code: 'unavailable' }]`. Nothing passes unseen.
 * - `allow`: the same with `allow`. Nothing is held; whatever is sent while Sekisho is away was never looked at.
 * - `throw`: a `SekishoUnavailable`, for callers with a policy of their own.
 */
export type FailPolicy = 'review' | 'allow' | 'throw'

export interface ClientOptions {
  readonly baseUrl: string
  readonly key?: string
  /** Milliseconds for one attempt; 5,000 by default: a second opinion may take two seconds. A batch has none. */
  readonly timeoutMs?: number
  /** How often to ask again after 408, 429, 503, a timeout, a broken connection or an answer of somebody else; 2 by default. */
  readonly retries?: number
  /** For `lint`; `review` by default. The other calls throw. */
  readonly whenUnavailable?: FailPolicy
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
}

export interface CallOptions {
  readonly signal?: AbortSignal
  /** W3C trace context, to be carried on. */
  readonly traceparent?: string
}

export interface SekishoClient {
  lint(submission: RawSubmission, options?: CallOptions): Promise<LintReport>
  lintDocument(body: DocumentBody, options?: CallOptions): Promise<DocumentReport>
  lintThread(body: ThreadBody, options?: CallOptions): Promise<ThreadReport>
  /** One answer a submission, in order, while they are sent; the last is the summary. */
  lintBatch(
    submissions: Iterable<RawSubmission> | AsyncIterable<RawSubmission>,
    options?: CallOptions,
  ): AsyncGenerator<BatchLine, void, undefined>
  passport(body: PassportBody, options?: CallOptions): Promise<Passport>
  mask(submission: RawSubmission, options?: CallOptions): Promise<Masked>
  packs(options?: CallOptions): Promise<readonly PackSummary[]>
  pack(id: string, options?: CallOptions): Promise<PackDetails>
  /** @param id `pack/rule`, as in a finding. */
  rule(id: string, options?: CallOptions): Promise<RuleDetails>
}

/** The request was wrong: the caller's fault, which no retry mends. */
export class SekishoProblem extends Error {
  override name = 'SekishoProblem'
  readonly code: ProblemCode
  readonly problem: ProblemDetails

  constructor(problem: ProblemDetails) {
    super(`${problem.code}: ${problem.title}`)
    this.code = problem.code
    this.problem = problem
  }
}

/** Sekisho did not answer, or could not. */
export class SekishoUnavailable extends Error {
  override name = 'SekishoUnavailable'
}

/** Answers after which the same request may well succeed. */
const AGAIN: ReadonlySet<number> = new Set([408, 429, 503])
const FIRST_WAIT_MS = 100
/** Nobody who waits for a message to be sent waits for longer. */
const LONGEST_WAIT_MS = 2000

export function createClient(options: ClientOptions): SekishoClient {
  const { key, timeoutMs = 5000, retries = 2, whenUnavailable = 'review' } = options
  const send = options.fetch ?? ((url: string, init: RequestInit) => fetch(url, init))
  const base = options.baseUrl.replace(/\/+$/, '')

  const headers = (
    contentType: string | undefined,
    { traceparent }: CallOptions,
  ): Record<string, string> => ({
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(traceparent === undefined ? {} : { traceparent }),
  })

  /** What is not what was asked for counts as no answer. */
  async function ask<T>(path: string, body: unknown, is: Is<T>, call: CallOptions = {}): Promise<T> {
    const init: RequestInit =
      body === undefined
        ? { headers: headers(undefined, call) }
        : { method: 'POST', headers: headers('application/json', call), body: JSON.stringify(body) }
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await attemptOnce(path, init, call.signal)
      const answer = outcome instanceof Response && outcome.ok ? await jsonOf(outcome) : undefined
      if (is(answer)) return answer
      const isFault = outcome instanceof Response && !outcome.ok
      const again = attempt < retries && (!isFault || AGAIN.has(outcome.status))
      if (!again) throw await faultOf(outcome)
      const told = isFault ? Number(outcome.headers.get('retry-after') ?? Number.NaN) * 1000 : Number.NaN
      const wait = Number.isFinite(told) ? told : FIRST_WAIT_MS * 2 ** attempt * (0.5 + Math.random())
      if (wait > LONGEST_WAIT_MS) throw await faultOf(outcome)
      await pause(wait, call.signal)
    }
  }

  async function attemptOnce(path: string, init: RequestInit, signal: AbortSignal | undefined) {
    const timeout = AbortSignal.timeout(timeoutMs)
    try {
      const response = await send(base + path, {
        ...init,
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      })
      // The body belongs to the attempt: a connection that breaks within it is no answer.
      return new Response(await response.arrayBuffer(), {
        status: response.status,
        headers: response.headers,
      })
    } catch (cause) {
      signal?.throwIfAborted()
      return new SekishoUnavailable('Sekisho did not answer', { cause })
    }
  }

  return {
    async lint(submission, call) {
      try {
        return await ask('/v1/lint', submission, isReportOf(submission), call)
      } catch (fault) {
        if (!(fault instanceof SekishoUnavailable) || whenUnavailable === 'throw') throw fault
        return unlooked(submission, whenUnavailable)
      }
    },
    lintDocument: (body, call) => ask('/v1/lint/document', body, isDocumentReport, call),
    lintThread: (body, call) => ask('/v1/lint/thread', body, isThreadReport, call),
    passport: (body, call) => ask('/v1/passport', body, isPassport, call),
    mask: (submission, call) => ask('/v1/mask', submission, isMaskOf(submission.text), call),
    packs: async (call) => (await ask('/v1/packs', undefined, isPackList, call)).packs,
    pack: (id, call) => ask(`/v1/packs/${encodeURIComponent(id)}`, undefined, isPackDetails, call),
    rule: (id, call) => ask(`/v1/rules/${encodeURIComponent(id)}`, undefined, isRuleDetails, call),
    async *lintBatch(submissions, call = {}) {
      const response = await send(`${base}/v1/lint/batch`, {
        method: 'POST',
        headers: headers('application/x-ndjson', call),
        body: bodyOf(submissions),
        // Without it fetch refuses to send a stream; the type knows it only in newer libraries.
        ...{ duplex: 'half' },
        ...(call.signal === undefined ? {} : { signal: call.signal }),
      }).catch((cause: unknown) => {
        call.signal?.throwIfAborted()
        throw new SekishoUnavailable('Sekisho did not answer', { cause })
      })
      if (!response.ok || response.body === null) throw await faultOf(response)
      let ended = false
      for await (const line of textLines(response.body)) {
        const answer = parsed(line)
        if (!isBatchLine(answer)) throw new SekishoUnavailable('The answer is not a line of a batch')
        ended = 'summary' in answer
        yield answer
      }
      if (!ended) throw new SekishoUnavailable('The answer was cut off')
    },
  }
}

function unlooked({ id }: RawSubmission, verdict: 'review' | 'allow'): LintReport {
  const incomplete = [{ code: 'unavailable', detail: 'Sekisho could not be asked; nothing was looked at.' }]
  return { ...(id === undefined ? {} : { id }), verdict, findings: [], doubts: [], incomplete }
}

async function faultOf(outcome: Response | SekishoUnavailable): Promise<Error> {
  if (!(outcome instanceof Response)) return outcome
  const { status } = outcome
  if (outcome.ok)
    return new SekishoUnavailable(`Sekisho answered ${status} with something else than asked for`)
  const problem = await jsonOf(outcome)
  if (!isProblem(problem)) return new SekishoUnavailable(`Something on the way to Sekisho answered ${status}`)
  return status < 500 && !AGAIN.has(status)
    ? new SekishoProblem(problem)
    : new SekishoUnavailable(`Sekisho answered ${status} (${problem.code})`)
}

const jsonOf = async (response: Response): Promise<unknown> => parsed(await response.text())

/** `undefined` where it is no JSON. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        reject(signal.reason)
      },
      { once: true },
    )
  })
}

function bodyOf(
  submissions: Iterable<RawSubmission> | AsyncIterable<RawSubmission>,
): ReadableStream<Uint8Array> {
  const utf8 = new TextEncoder()
  const items =
    Symbol.asyncIterator in submissions ? submissions[Symbol.asyncIterator]() : submissions[Symbol.iterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await items.next()
      if (done) controller.close()
      else controller.enqueue(utf8.encode(`${JSON.stringify(value)}\n`))
    },
    async cancel() {
      await items.return?.()
    },
  })
}

async function* textLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const reader = stream.getReader()
  const utf8 = new TextDecoder()
  let rest = ''
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const lines = (rest + utf8.decode(read.value, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    if (rest !== '') yield rest
  } finally {
    await reader.cancel().catch(() => {})
  }
}

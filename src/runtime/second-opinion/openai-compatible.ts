/**
 * A reader behind an address that speaks OpenAI's chat completions: OpenAI, vLLM, llama.cpp, Ollama and many more. No
 * streaming: an answer is a few hundred characters and is needed whole.
 */
import * as z from 'zod'
import type { Question } from '../../core/second-opinion/second-opinion.ts'
import { type Asker, type Attempt, messagesOf } from './asker.ts'

export const RESPONSE_FORMATS = ['json_schema', 'json_object', 'none'] as const

export interface OpenAiCompatibleOptions {
  /** `https://api.openai.com/v1`, or the whole address of the completions. */
  readonly url: string
  readonly model: string
  readonly key?: string | undefined
  /** How the server is told to answer in JSON; not all know schemas. */
  readonly format: (typeof RESPONSE_FORMATS)[number]
  /** Goes into the request's body over what stands there; `null` takes a key out. */
  readonly body: Readonly<Record<string, unknown>>
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Milliseconds since 1970, for a `Retry-After` that is a date. */
  readonly now: () => number
}

/** Bytes of a response: an answer with all that servers say around it. */
const LONGEST_RESPONSE = 128 * 1024

const responseSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({
          content: z.union([z.string(), z.array(z.looseObject({ text: z.string().optional() }))]).nullish(),
        }),
      }),
    )
    .min(1),
})

export function createOpenAiCompatible(options: OpenAiCompatibleOptions): Asker {
  const { model, key, now } = options
  const url = /\/completions\/?$/.test(options.url)
    ? options.url
    : `${options.url.replace(/\/+$/, '')}/chat/completions`
  return {
    model,
    async ask(question, signal): Promise<Attempt> {
      const response = await options.fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify(bodyOf(question, options)),
        // A key goes to the address that was configured, and to no other.
        redirect: 'manual',
        signal,
      })
      if (!response.ok) {
        await response.body?.cancel().catch(() => {})
        return { kind: 'failed', retryAfterMs: retryAfter(response.headers.get('retry-after'), now()) }
      }
      return { kind: 'said', text: contentOf(await textWithin(response, LONGEST_RESPONSE)) }
    },
  }
}

function bodyOf(question: Question, { model, format, body }: OpenAiCompatibleOptions): object {
  const whole = {
    model,
    messages: messagesOf(question),
    temperature: 0,
    stream: false,
    ...(format === 'none' ? {} : { response_format: responseFormat(format, question) }),
    ...body,
  }
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null))
}

const responseFormat = (format: 'json_schema' | 'json_object', { schema }: Question): object =>
  format === 'json_object'
    ? { type: format }
    : { type: format, json_schema: { name: 'second_opinion', strict: true, schema } }

/** What the reader said; nothing where the response is cut or has another shape. */
function contentOf(text: string): string {
  const parsed = responseSchema.safeParse(parse(text))
  const content = parsed.success ? parsed.data.choices[0]!.message.content : undefined
  if (typeof content === 'string') return content
  return (content ?? []).map((part) => part.text ?? '').join('')
}

/** Seconds, or a date; milliseconds from now. */
function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  const seconds = Number(header)
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now
  return Number.isFinite(wait) && wait > 0 ? wait : undefined
}

/** The body as text; empty where it is longer than anybody would read. */
async function textWithin(response: Response, bytes: number): Promise<string> {
  if (response.body === null) return ''
  const reader = response.body.getReader()
  const utf8 = new TextDecoder()
  let text = ''
  let read = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + utf8.decode()
    read += value.byteLength
    if (read > bytes) {
      await reader.cancel().catch(() => {})
      return ''
    }
    text += utf8.decode(value, { stream: true })
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

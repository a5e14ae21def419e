/** The settings of a second opinion. Without a model there is none. */
import * as z from 'zod'
import type { Environment } from '../environment.ts'
import { RESPONSE_FORMATS } from './openai-compatible.ts'

const boundsSchema = z.strictObject({
  seconds: z.number().min(0.1).max(60).default(2),
  concurrency: z.int().min(1).default(16),
  failures: z.int().min(1).default(5),
  restSeconds: z.number().min(1).default(30),
  /** How long an answer is kept; 0: not at all. */
  cacheSeconds: z.int().min(0).default(86_400),
  format: z.enum(RESPONSE_FORMATS).default('json_schema'),
  /** What the reader's server wants besides, or not at all: `{"temperature":null,"max_completion_tokens":800}`. */
  body: z.record(z.string(), z.unknown()).default({}),
})

export interface OpinionSettings extends z.output<typeof boundsSchema> {
  readonly model: string
  /** Missing for a model of Workers AI. */
  readonly url: string | undefined
  readonly key: string | undefined
}

export class OpinionSettingsError extends Error {
  override readonly name = 'OpinionSettingsError'
}

/** @throws {OpinionSettingsError} that names the setting and what is wrong with it. */
export function readOpinionSettings(environment: Environment): OpinionSettings | undefined {
  const {
    SEKISHO_SECOND_OPINION_MODEL: model,
    SEKISHO_SECOND_OPINION_URL: url,
    SEKISHO_SECOND_OPINION_KEY: key,
    SEKISHO_SECOND_OPINION_SETTINGS: settings,
  } = environment
  if (!model) {
    if (url) throw new OpinionSettingsError('SEKISHO_SECOND_OPINION_URL is set, but no …_MODEL.')
    return undefined
  }
  if (url && !/^https?:\/\/\S+$/.test(url))
    throw new OpinionSettingsError('SEKISHO_SECOND_OPINION_URL is no http(s) address.')
  const parsed = boundsSchema.safeParse(parse(settings || '{}'))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue?.path.join('.')
    throw new OpinionSettingsError(
      `SEKISHO_SECOND_OPINION_SETTINGS: ${where ? `${where}: ` : ''}${issue?.message ?? 'is no JSON object'}`,
    )
  }
  return { ...parsed.data, model, url: url || undefined, key: key || undefined }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

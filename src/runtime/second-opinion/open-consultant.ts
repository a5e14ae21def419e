/** Settings → the consultant that the service asks, or nothing. */
import type { LintReport } from '../../core/contract/report.ts'
import type { PackSpec } from '../../core/rules/rule-spec.ts'
import {
  type AnswerCache,
  type AskedOnce,
  consult,
  type Reported,
} from '../../core/second-opinion/consult.ts'
import type { LogEntry } from '../../http/deps.ts'
import { describeFault } from '../../http/describe-fault.ts'
import type { Asker } from './asker.ts'
import { bounded } from './bounded.ts'
import { createOpenAiCompatible } from './openai-compatible.ts'
import { type OpinionSettings, OpinionSettingsError } from './opinion-settings.ts'
import { type AiBinding, createWorkersAi } from './workers-ai.ts'

export type Consultant = (items: readonly Reported[], packs: readonly PackSpec[]) => Promise<LintReport[]>

export interface ConsultantParts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Where the deployment has one. */
  readonly ai?: AiBinding | undefined
  readonly cache: (seconds: number) => AnswerCache
  /** Milliseconds; only differences count. */
  readonly clock: () => number
  readonly asked: (question: AskedOnce) => void
  readonly log: (entry: LogEntry) => void
}

/** @throws {OpinionSettingsError} where the settings name no reader that can be reached from here. */
export function openConsultant(settings: OpinionSettings, parts: ConsultantParts): Consultant {
  const opinion = bounded(askerOf(settings, parts), settings, parts.clock)
  const cache = settings.cacheSeconds > 0 ? parts.cache(settings.cacheSeconds) : undefined
  return (items, packs) =>
    consult(items, packs, { opinion, cache, asked: parts.asked }).catch((error: unknown) => {
      parts.log({ level: 'error', event: 'fault', ...describeFault(error) })
      return items.map(({ report }) => report)
    })
}

function askerOf({ model, url, key, format, body }: OpinionSettings, { fetch, ai }: ConsultantParts): Asker {
  if (url !== undefined)
    return createOpenAiCompatible({ url, model, key, format, body, fetch, now: () => Date.now() })
  if (ai !== undefined) return createWorkersAi({ ai, model, body })
  throw new OpinionSettingsError(
    'SEKISHO_SECOND_OPINION_MODEL is set, but neither …_URL nor a binding AI (on Workers).',
  )
}

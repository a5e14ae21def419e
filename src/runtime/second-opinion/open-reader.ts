/** A reader for questions that were written down: nobody waits for it, so it has time, and is asked until it answers. */
import { UsageError } from '../../cli/fault.ts'
import type { SecondOpinion } from '../../core/second-opinion/second-opinion.ts'
import type { Environment } from '../environment.ts'
import { bounded } from './bounded.ts'
import { createOpenAiCompatible } from './openai-compatible.ts'
import { OpinionSettingsError, readOpinionSettings } from './opinion-settings.ts'

/** @throws {UsageError} where the environment names no reader with an address. */
export function openReader(environment: Environment, seconds: number): SecondOpinion {
  const settings = settingsOf(environment)
  if (settings?.url === undefined) {
    throw new UsageError('SEKISHO_SECOND_OPINION_URL and SEKISHO_SECOND_OPINION_MODEL name the reader')
  }
  const asker = createOpenAiCompatible({
    ...settings,
    url: settings.url,
    fetch: (url, init) => fetch(url, init),
    now: () => Date.now(),
  })
  // Whoever asks waits and asks again: there is no failure after which to give up.
  const bounds = { ...settings, seconds, failures: Number.POSITIVE_INFINITY }
  return bounded(asker, bounds, () => performance.now())
}

function settingsOf(environment: Environment) {
  try {
    return readOpinionSettings(environment)
  } catch (error) {
    if (error instanceof OpinionSettingsError) throw new UsageError(error.message)
    throw error
  }
}

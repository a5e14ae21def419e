/** The service's settings, read from the environment (Node) or from variables and secrets (Workers). */
import type { Access } from '../http/access.ts'
import { createKeyring, parseKeys } from '../http/api-key.ts'
import { DEFAULT_LIMITS, type Limits, parseLimits } from '../http/limits.ts'
import type { Environment } from './environment.ts'
import { type OpinionSettings, readOpinionSettings } from './second-opinion/opinion-settings.ts'

export interface Configuration {
  /** `undefined` where no keys are configured. */
  readonly access: Extract<Access, { kind: 'keys' }> | undefined
  readonly origins: readonly string[]
  readonly limits: Limits
  /** Who is asked for a second opinion, where anybody is. */
  readonly opinion: OpinionSettings | undefined
  /** Signs the receipts of reports. */
  readonly receiptSecret: string | undefined
}

/** @throws {KeysError | LimitsError | OpinionSettingsError} that names the setting and what is wrong with it. */
export function readConfiguration(environment: Environment): Configuration {
  const { SEKISHO_KEYS, SEKISHO_ORIGINS, SEKISHO_LIMITS, SEKISHO_RECEIPT_SECRET } = environment
  return {
    access: SEKISHO_KEYS ? { kind: 'keys', keyring: createKeyring(parseKeys(SEKISHO_KEYS)) } : undefined,
    origins: (SEKISHO_ORIGINS ?? '')
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
    limits: SEKISHO_LIMITS ? parseLimits(SEKISHO_LIMITS) : DEFAULT_LIMITS,
    opinion: readOpinionSettings(environment),
    receiptSecret: SEKISHO_RECEIPT_SECRET || undefined,
  }
}

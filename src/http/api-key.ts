/**
 * API keys. Only hashes are configured, so a leaked configuration opens nothing.
 *
 * A key is 256 random bits, so one round of SHA-256 is enough: there is nothing to guess that a slow hash would slow.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'
import { allowListSchema } from '../core/contract/submission.ts'

const PREFIX = 'sekisho_'
const KEY_BYTES = 32

export const rateSchema = z.strictObject({ requests: z.int().min(1), seconds: z.int().min(1).max(86_400) })

export const apiKeySchema = z
  .strictObject({
    /** Stands in logs and metrics. */
    name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and -'),
    /** SHA-256 of the key, hex. */
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')
      .optional(),
    /** Requests without a key count as this one: for a public page. */
    anonymous: z.literal(true).optional(),
    /** The marketplaces that it may ask for; all, where this is missing. */
    marketplaces: z.array(z.string()).min(1).optional(),
    /** Links and accounts that may stand in whatever it asks about. */
    allow: allowListSchema.optional(),
    rate: rateSchema.default({ requests: 6000, seconds: 60 }),
  })
  .refine((key) => (key.hash === undefined) !== (key.anonymous === undefined), 'either hash or anonymous')

export type ApiKey = z.output<typeof apiKeySchema>
export type Rate = z.output<typeof rateSchema>

/** The keys of a deployment. */
export interface Keyring {
  readonly keys: readonly ApiKey[]
  /** The entry for a key as it was sent. Takes the same time wherever, and whether, it stands in the list. */
  find(key: string): ApiKey | undefined
  readonly anonymous: ApiKey | undefined
}

/** The keys' configuration cannot be used. */
export class KeysError extends Error {
  override name = 'KeysError'
}

/**
 * Reads the configuration: a JSON list of keys.
 *
 * @throws {KeysError} that says which entry is wrong, and repeats no hash.
 */
export function parseKeys(configuration: string): ApiKey[] {
  let raw: unknown
  try {
    raw = JSON.parse(configuration)
  } catch {
    throw new KeysError('The API keys are not JSON.')
  }
  const parsed = z.array(apiKeySchema).safeParse(raw)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new KeysError(`The API keys are not right: ${faults.join('; ')}`)
  }
  const names = parsed.data.map((key) => key.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new KeysError(`Two API keys have the name ${twice}.`)
  return parsed.data
}

export function createKeyring(keys: readonly ApiKey[]): Keyring {
  const hashed = keys.flatMap((key) => (key.hash === undefined ? [] : [{ key, hash: hexToBytes(key.hash) }]))
  return {
    keys,
    anonymous: keys.find((key) => key.anonymous),
    find(sent) {
      const hash = sha256(utf8ToBytes(sent))
      let found: ApiKey | undefined
      for (const entry of hashed) if (equalInConstantTime(entry.hash, hash)) found = entry.key
      return found
    },
  }
}

/**
 * A new key, and its entry for the configuration. The key itself is kept nowhere.
 *
 * @param random 32 bytes from a cryptographic source.
 */
export function newApiKey(
  name: string,
  random: Uint8Array,
): { key: string; entry: Pick<ApiKey, 'name' | 'hash'> } {
  if (random.length !== KEY_BYTES) throw new RangeError(`a key needs ${KEY_BYTES} random bytes`)
  const base64 = btoa(String.fromCharCode(...random))
  const key = PREFIX + base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  const entry = { name, hash: bytesToHex(sha256(utf8ToBytes(key))) }
  apiKeySchema.parse(entry)
  return { key, entry }
}

function equalInConstantTime(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < a.length; index += 1) difference |= a[index]! ^ b[index]!
  return difference === 0
}

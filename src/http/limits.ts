/** The bounds of what a caller may send. Each has a problem code of its own; all stand in the OpenAPI document. */
import * as z from 'zod'

const atLeastOne = z.int().min(1)

export const limitsSchema = z.strictObject({
  /** Bytes of a JSON body. */
  bodyBytes: atLeastOne.default(1024 * 1024),
  /** Seconds in which a JSON body has to arrive. */
  bodySeconds: atLeastOne.default(30),
  /** UTF-16 code units of each text in a submission (`text`, `jobText`, each message of `history`). */
  textLength: atLeastOne.default(20_000),
  /** Messages in `history`. */
  historyLength: atLeastOne.default(100),
  /** Texts of a document or a thread. */
  documentTexts: atLeastOne.default(5_000),
  /** Lines of a batch. */
  batchLines: atLeastOne.default(100_000),
  /** Combinations of marketplace, channel and phase in one passport. */
  passportCells: atLeastOne.default(100),
})

export type Limits = Readonly<z.output<typeof limitsSchema>>

export const DEFAULT_LIMITS: Limits = limitsSchema.parse({})

/** The limits' configuration cannot be used. */
export class LimitsError extends Error {
  override name = 'LimitsError'
}

/**
 * Reads the configuration: a JSON object with the limits that differ from the default.
 *
 * @throws {LimitsError}
 */
export function parseLimits(configuration: string): Limits {
  let raw: unknown
  try {
    raw = JSON.parse(configuration)
  } catch {
    throw new LimitsError('The limits are not JSON.')
  }
  const parsed = limitsSchema.safeParse(raw)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new LimitsError(`The limits are not right: ${faults.join('; ')}`)
}

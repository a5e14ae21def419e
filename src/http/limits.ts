/** The bounds of what a caller may send. Each has a problem code of its own; all are part of the OpenAPI document. */
export interface Limits {
  /** Bytes of a JSON body. */
  readonly bodyBytes: number
  /** Seconds in which a JSON body has to arrive. */
  readonly bodySeconds: number
  /** UTF-16 code units of each text in a submission (`text`, `jobText`, each message of `history`). */
  readonly textLength: number
  /** Messages in `history`. */
  readonly historyLength: number
}

export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 1024 * 1024,
  bodySeconds: 30,
  textLength: 20_000,
  historyLength: 100,
}

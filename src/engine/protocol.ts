/**
 * What a page and its engine say to each other: the service's own requests and answers, over a Worker instead of a
 * network, so that the page and every client work with either.
 */

/** Where the engine's static files are. */
export interface EngineFiles {
  readonly dictionary: string
  readonly packs: string
  /** The decoder for browsers that have none of their own; missing where the files are not packed. */
  readonly brotli?: string
}

export interface EngineRequest {
  readonly id: number
  readonly method: string
  /** With the leading `/`. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

export type ToEngine =
  | { readonly kind: 'open'; readonly files: EngineFiles }
  | ({ readonly kind: 'ask' } & EngineRequest)
  /** Nobody waits for the answer any more. */
  | { readonly kind: 'stop'; readonly id: number }

export type FromEngine =
  /** @property ms from the moment the files were there */
  | { readonly kind: 'ready'; readonly ms: number }
  | { readonly kind: 'failed'; readonly says: string }
  | {
      readonly kind: 'answer'
      readonly id: number
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }

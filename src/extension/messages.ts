/** What the parts of the extension say to each other. Nothing of it leaves the browser. */
import type { TakenPage } from '../sites/take-apart.ts'

/** To the background: the service's own requests. */
export interface AskEngine {
  readonly kind: 'ask'
  readonly path: string
  readonly body: unknown
}

export interface EngineAnswer {
  readonly status: number
  readonly body: unknown
}

/** To a page's content script, from the panel. */
export interface TakePage {
  readonly kind: 'take-page'
}

export type PageAnswer = TakenPage | undefined

/** The part of the WebExtensions API that is used, the same in Chrome and Firefox. */
export interface ExtensionApi {
  readonly runtime: {
    sendMessage(message: AskEngine): Promise<EngineAnswer>
    getURL(path: string): string
    readonly onMessage: {
      addListener(
        listener: (
          message: unknown,
          sender: unknown,
          respond: (answer: unknown) => void,
        ) => boolean | undefined,
      ): void
    }
  }
  readonly storage: {
    readonly local: {
      get(keys: readonly string[]): Promise<Record<string, unknown>>
      set(values: Record<string, unknown>): Promise<void>
      remove(keys: readonly string[]): Promise<void>
    }
  }
  readonly tabs: {
    query(query: { active: true; currentWindow: true }): Promise<readonly { readonly id?: number }[]>
    sendMessage(tab: number, message: TakePage): Promise<PageAnswer>
  }
  readonly permissions: { request(wanted: { origins: readonly string[] }): Promise<boolean> }
}

declare const browser: ExtensionApi | undefined
declare const chrome: ExtensionApi

/** Firefox has promises under `browser`, Chrome under `chrome`. */
export const api = (): ExtensionApi => (typeof browser === 'undefined' ? chrome : browser)

/** @throws where the engine cannot answer: nothing may look clean then */
export async function ask<Answer>(path: string, body: unknown): Promise<Answer> {
  const answer = await api().runtime.sendMessage({ kind: 'ask', path, body })
  if (answer?.status !== 200) throw new Error(`the engine answered ${answer?.status ?? 'nothing'}`)
  return answer.body as Answer
}

/** What the tests in workerd use of `cloudflare:test`: its own types bring globals that are not Node's. */
declare module 'cloudflare:test' {
  import type { MessageBatch, Queue, R2Bucket } from '@cloudflare/workers-types'

  export const SELF: { fetch(input: string, init?: RequestInit): Promise<Response> }
  export const env: { readonly OBJECTS: R2Bucket; readonly JOBS: Queue } & Readonly<Record<string, string>>
  export interface QueueResult {
    readonly outcome: string
    readonly explicitAcks: readonly string[]
    readonly retryMessages: readonly { readonly msgId: string }[]
  }
  export function createExecutionContext(): object
  export function createMessageBatch(
    queue: string,
    messages: readonly { id: string; timestamp: Date; attempts: number; body: unknown }[],
  ): MessageBatch
  export function getQueueResult(batch: MessageBatch, context: object): Promise<QueueResult>
}

/** A server that speaks OpenAI's chat completions as its documentation has them, and misbehaves as told. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReaderServer {
  readonly url: string
  /** What was sent, with its headers. */
  readonly asked: { readonly headers: IncomingMessage['headers']; readonly body: Record<string, unknown> }[]
  close(): Promise<void>
}

export type Behaviour = (response: ServerResponse, body: Record<string, unknown>) => void

/** The envelope of an answer. */
export const completion = (content: unknown, more: object = {}): object => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1_700_000_000,
  model: 'reader',
  choices: [{ index: 0, message: { role: 'assistant', content, ...more }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
})

export const json =
  (status: number, value: unknown, headers: Record<string, string> = {}): Behaviour =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof value === 'string' ? value : JSON.stringify(value))
  }
export const says = (content: unknown): Behaviour => json(200, completion(content))

export async function startReader(behave: Behaviour): Promise<ReaderServer> {
  const asked: ReaderServer['asked'] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const body = JSON.parse(text)
    asked.push({ headers: request.headers, body })
    behave(response, body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

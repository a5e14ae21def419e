/** Sends the fuzzed requests to the service on Node as it is built, for the other runtimes to be compared with. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { bytesOf, comparable, type FuzzedRequest, fuzzedRequests } from './fuzzed-requests.ts'
import { KEYS, KEYS_CONFIGURATION, ORIGIN } from './test-keys.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    fuzzed: readonly { readonly request: FuzzedRequest; readonly answer: string }[]
  }
}

export default async function setup(project: TestProject): Promise<void> {
  const service = spawn(
    process.execPath,
    [fileURLToPath(new URL('../../dist/node.js', import.meta.url)), '--port', '0', '--host', '127.0.0.1'],
    {
      env: {
        ...process.env,
        SEKISHO_KEYS: KEYS_CONFIGURATION,
        SEKISHO_ORIGINS: ORIGIN,
        SEKISHO_DRAIN_SECONDS: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  try {
    let output = ''
    while (!/http:\/\/localhost:\d+\/docs/.test(output))
      output += String((await once(service.stdout, 'data'))[0])
    service.stdout.resume()
    const [url] = /http:\/\/localhost:\d+(?=\/docs)/.exec(output)!
    const answered = []
    for (const request of fuzzedRequests()) {
      const body = bytesOf(request)
      const response = await fetch(url + request.path, {
        method: request.method,
        headers: { authorization: `Bearer ${KEYS.everything}`, ...request.headers },
        ...(body === undefined ? {} : { body }),
      })
      const answer = comparable(response.status, response.headers.get('content-type'), await response.text())
      answered.push({ request, answer })
    }
    project.provide('fuzzed', answered)
  } finally {
    service.kill('SIGKILL')
  }
}

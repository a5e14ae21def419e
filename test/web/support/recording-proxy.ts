/**
 * A proxy with a folder behind it and no way out: every connection that a browser opens through it is written down, by
 * page, worker, beacon or socket; whatever is not of the folder is refused.
 */
import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { TYPES } from './static-site.ts'

export interface Recorded {
  /** `CONNECT` for what would be encrypted, and for sockets. */
  readonly method: string
  readonly address: string
  readonly headers: string
  /** Of the body. */
  readonly bytes: number
}

export interface RecordingProxy {
  readonly url: string
  readonly recorded: readonly Recorded[]
  close(): Promise<void>
}

/** @param origin the site that stands in the folder; nobody need listen there */
export async function openRecordingProxy(folder: string, origin: string): Promise<RecordingProxy> {
  const recorded: Recorded[] = []
  const record = ({ method, url, rawHeaders }: IncomingMessage, bytes: number) =>
    recorded.push({ method: method!, address: url!, headers: rawHeaders.join('\n'), bytes })
  const server = createServer(async (request, response) => {
    let bytes = 0
    for await (const chunk of request) bytes += (chunk as Buffer).length
    record(request, bytes)
    const content = request.url!.startsWith(origin) ? await fileAt(new URL(request.url!).pathname) : undefined
    response.writeHead(content === undefined ? 502 : 200, { 'content-type': content?.type ?? 'text/plain' })
    response.end(content?.bytes ?? '')
  })
  server.on('connect', (request, socket) => {
    record(request, 0)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  const fileAt = async (path: string) => {
    const asked = join(folder, normalize(decodeURIComponent(path)))
    try {
      const file = (await stat(asked)).isDirectory() ? join(asked, 'index.html') : asked
      return { bytes: await readFile(file), type: TYPES[extname(file)] ?? 'application/octet-stream' }
    } catch {
      return undefined
    }
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    recorded,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

// Serves the example, and passes its questions on to a Sekisho with the key, which the page never sees.
//   npm run build && SEKISHO=http://localhost:8787 SEKISHO_KEY=… node examples/field/server.mjs
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { bundleReact } from './bundle-react.mjs'

const { SEKISHO = 'http://localhost:8787', SEKISHO_KEY, PORT = '8788' } = process.env
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
}
/** Longer than any message. */
const MAX_BODY = 1_000_000

createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://example.invalid')
  if (request.method === 'POST' && pathname === '/sekisho/v1/lint') {
    const chunks = []
    let length = 0
    for await (const chunk of request) {
      length += chunk.length
      if (length > MAX_BODY) return response.writeHead(413).end()
      chunks.push(chunk)
    }
    try {
      const answer = await fetch(`${SEKISHO}/v1/lint`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(SEKISHO_KEY === undefined ? {} : { authorization: `Bearer ${SEKISHO_KEY}` }),
        },
        body: Buffer.concat(chunks),
      })
      response.writeHead(answer.status, { 'content-type': 'application/json' })
      return response.end(await answer.text())
    } catch {
      return response.writeHead(502).end()
    }
  }
  const name = /^\/([\w.-]*)$/.exec(pathname)?.[1] ?? ''
  const file = name === 'field.js' ? '../../dist/field.js' : name === '' ? 'plain.html' : name
  try {
    const content = name === 'react.js' ? await bundleReact() : await readFile(new URL(file, import.meta.url))
    response
      .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
      .end(content)
  } catch {
    response.writeHead(404).end()
  }
}).listen(Number(PORT), '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${PORT}/plain.html, and /react.html`),
)

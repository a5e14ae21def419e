/** A folder over HTTP, as any host of static files serves it: no compression, no headers of ours. */
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { listen } from '../../../src/runtime/listen.ts'

/** Content types of a site's files, by extension. */
export const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}

/** @param pages more files, by their path with `/` */
export async function serveFolder(folder: string, pages: Readonly<Record<string, string>> = {}) {
  return listen(
    async (request: Request) => {
      const path = decodeURIComponent(new URL(request.url).pathname)
      const type = TYPES[extname(path)] ?? (extname(path) === '' ? TYPES['.html'] : undefined)
      const headers = { 'content-type': type ?? 'application/octet-stream' }
      if (pages[path] !== undefined) return new Response(pages[path], { headers })
      const file = join(folder, normalize(path))
      try {
        const found = (await stat(file)).isDirectory() ? join(file, 'index.html') : file
        return new Response(await readFile(found), { headers })
      } catch {
        return new Response('not found', { status: 404 })
      }
    },
    { host: '127.0.0.1', port: 0 },
  )
}

/** The built service as a process of its own, with packs that are read again, and its log counted. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface RunningService {
  readonly url: string
  /** Answered requests by route, as the service's own log has them. */
  readonly answered: ReadonlyMap<string, number>
  /** How often it has read its packs again. */
  readonly reloads: () => number
  /** Lines of its log that are errors. */
  readonly errors: readonly string[]
  /** Tells it to end; resolves to its exit code. */
  end(): Promise<number | null>
}

export async function startService(rules: string): Promise<RunningService> {
  const child: ChildProcess = spawn(process.execPath, ['dist/node.js', '--port', '0', '--rules', rules], {
    env: { ...process.env, SEKISHO_DRAIN_SECONDS: '3' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const answered = new Map<string, number>()
  const errors: string[] = []
  let reloads = 0
  const lines = createInterface({ input: child.stdout! })
  const ready = new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)))
    lines.on('line', (line) => {
      if (!line.startsWith('{')) {
        const found = /http:\/\/localhost:\d+(?=\/docs)/.exec(line)?.[0]
        if (found !== undefined) resolve(found.replace('localhost', '127.0.0.1'))
        return
      }
      const { level, event, route } = JSON.parse(line)
      if (level === 'error') errors.push(line)
      if (event === 'packs-loaded') reloads += 1
      if (event === 'request') answered.set(route, (answered.get(route) ?? 0) + 1)
    })
  })
  const url = await ready
  return {
    url,
    answered,
    errors,
    reloads: () => reloads,
    async end() {
      const ended = once(child, 'exit')
      const read = once(lines, 'close')
      child.kill('SIGTERM')
      const [code] = await ended
      await read
      return code
    },
  }
}

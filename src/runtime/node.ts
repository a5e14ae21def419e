/** `npm start`: the service on this machine, and what to do with it. */
import { parseArgs } from 'node:util'
import { KeysError } from '../http/api-key.ts'
import { LimitsError } from '../http/limits.ts'
import { RulesError } from './load-linter.ts'
import { createLog } from './node-log.ts'
import { type Service, serve } from './serve.ts'

const DEFAULT_PORT = 8787

const log = createLog((lines) => process.stdout.write(lines))
const { values } = parseArgs({
  options: { port: { type: 'string' }, host: { type: 'string' }, rules: { type: 'string' } },
})

try {
  const host = values.host ?? process.env.HOST
  const rules = values.rules ?? process.env.SEKISHO_RULES
  const service = await serve({
    environment: process.env,
    port: Number(values.port ?? process.env.PORT ?? DEFAULT_PORT),
    ...(host === undefined ? {} : { host }),
    ...(rules === undefined ? {} : { rules }),
    log,
  })
  process.stdout.write(greeting(service))
  process.on('SIGHUP', service.reload)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, async () => {
      await service.close()
      log.flush()
      process.exit(0)
    })
  }
} catch (error) {
  process.stderr.write(`sekisho: ${explain(error)}\n`)
  process.exitCode = 2
}

function greeting({ url, protected: keys }: Service): string {
  const local = url.replace('0.0.0.0', 'localhost').replace('127.0.0.1', 'localhost')
  const header = keys ? " -H 'authorization: Bearer YOUR_KEY'" : ''
  const body = '{"marketplace":"coconala","channel":"message","text":"詳しくはLINEで話しませんか"}'
  return `
関所 Sekisho は動いています / is running

  ページ / page       ${local}/
  API の説明 / docs    ${local}/docs

  curl -s ${local}/v1/lint${header} -H 'content-type: application/json' -d '${body}'

${
  keys
    ? '  API キーが必要です / API keys are asked for.\n'
    : '  API キーがないため、このマシンからのみ使えます / No API keys: only this machine can reach it (sekisho keys new).\n'
}
`
}

function explain(error: unknown): string {
  if (error instanceof RulesError) return `the packs have faults:\n${error.message}`
  if (error instanceof KeysError || error instanceof LimitsError) return error.message
  if (!(error instanceof Error)) return String(error)
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return 'the port is taken; choose another with PORT=… or --port.'
  return error.stack ?? error.message
}

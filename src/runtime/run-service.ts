/** Runs the service on this machine until it is told to end, and says what to do with it. */
import { KeysError } from '../http/api-key.ts'
import { LimitsError } from '../http/limits.ts'
import { RulesError } from './load-linter.ts'
import { ProxiesError } from './node-address.ts'
import { createLog } from './node-log.ts'
import { OpinionSettingsError } from './second-opinion/opinion-settings.ts'
import { type Service, serve } from './serve.ts'

const DEFAULT_PORT = 8787
/** Longer than a load balancer takes to hear that the service is going. */
const DRAIN_SECONDS = 5

export interface RunServiceOptions {
  readonly port?: number | undefined
  readonly host?: string | undefined
  readonly rules?: string | undefined
}

/** What is not given comes from the environment (`PORT`, `HOST`, `SEKISHO_RULES`). `false`: it could not start. */
export async function runService(options: RunServiceOptions): Promise<boolean> {
  // A log that nobody takes any more, or that has filled its disk, ends no service.
  process.stdout.on('error', () => {})
  const log = createLog((lines) => process.stdout.write(lines))
  try {
    const drainSeconds = readDrain(process.env.SEKISHO_DRAIN_SECONDS)
    const host = options.host ?? process.env.HOST
    const rules = options.rules ?? process.env.SEKISHO_RULES
    const service = await serve({
      environment: process.env,
      port: options.port ?? Number(process.env.PORT ?? DEFAULT_PORT),
      ...(host === undefined ? {} : { host }),
      ...(rules === undefined ? {} : { rules }),
      log,
    })
    process.on('SIGHUP', service.reload)
    const told = new Promise<NodeJS.Signals>((resolve) => {
      for (const one of ['SIGTERM', 'SIGINT'] as const) process.once(one, resolve)
    })
    // Said last: who reads it may signal at once, and a signal that nobody handles ends the program.
    process.stdout.write(greeting(service))
    const signal = await told
    // Whoever pressed Ctrl-C is nobody's load balancer.
    await service.close(signal === 'SIGTERM' ? drainSeconds : 0)
    log.flush()
    return true
  } catch (error) {
    process.stderr.write(`sekisho: ${explain(error)}\n`)
    return false
  }
}

function readDrain(setting: string | undefined): number {
  if (setting === undefined || setting === '') return DRAIN_SECONDS
  const seconds = Number(setting)
  if (seconds >= 0 && seconds <= 3600) return seconds
  throw new DrainError('SEKISHO_DRAIN_SECONDS is a number from 0 to 3600.')
}

/** The time for draining cannot be used. */
class DrainError extends Error {
  override name = 'DrainError'
}

function greeting({ url, protected: keys }: Service): string {
  const local = url.replace('0.0.0.0', 'localhost').replace('127.0.0.1', 'localhost')
  const header = keys ? " -H 'authorization: Bearer YOUR_KEY'" : ''
  const body = '{"marketplace":"coconala","channel":"message","text":"詳しくはLINEで話しませんか"}'
  return `
関所 Sekisho は動いています / is running

  ページ / page       ${local}/
  説明書 / docs        ${local}/docs

  curl -s ${local}/v1/lint${header} -H 'content-type: application/json' -d '${body}'

${
  keys
    ? '  API キーが必要です / API keys are asked for.\n'
    : '  API キーがないため、このマシンからのみ使えます / No API keys: only this machine can reach it (sekisho keys new).\n'
}
`
}

/** Faults of settings: their own words say it all. */
const SETTINGS = [KeysError, LimitsError, ProxiesError, DrainError, OpinionSettingsError]

function explain(error: unknown): string {
  if (error instanceof RulesError) return `the packs have faults:\n${error.message}`
  if (SETTINGS.some((kind) => error instanceof kind)) return (error as Error).message
  if (!(error instanceof Error)) return String(error)
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return 'the port is taken; choose another with PORT=… or --port.'
  if (code === 'ERR_SOCKET_BAD_PORT') return 'a port is a whole number from 0 to 65535.'
  // The system's own words need no stack.
  if (code !== undefined) return path === undefined ? error.message : `${path}: ${error.message}`
  return error.stack ?? error.message
}

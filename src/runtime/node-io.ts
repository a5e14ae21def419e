/** The command line's view of Node: streams, files, threads, Ctrl-C. */
import { randomBytes } from 'node:crypto'
import { availableParallelism, homedir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { WriteStream } from 'node:tty'
import { EXIT } from '../cli/exit-code.ts'
import { UsageError } from '../cli/fault.ts'
import type { Io, Sink } from '../cli/io.ts'
import { newApiKey } from '../http/api-key.ts'
import { extractAside } from './extract/open-extractor.ts'
import { openLinterLoader, packageFolder, RulesError, readRules } from './load-linter.ts'
import { nodeFiles } from './node-files.ts'
import { runService } from './run-service.ts'
import { openReader } from './second-opinion/open-reader.ts'
import { serveMcp } from './serve-mcp.ts'
import { startWorkerPool } from './worker-pool.ts'

export const createNodeIo = (version: string): Io => {
  const interruption = new AbortController()
  process.on('SIGINT', () => {
    // Once to stop cleanly, twice to stop at once.
    if (interruption.signal.aborted) process.exit(130)
    interruption.abort()
  })
  return {
    stdout: sink(process.stdout, 'standard output'),
    stderr: unfailing(sink(process.stderr, 'standard error')),
    stdin: () => process.stdin,
    files: nodeFiles,
    loadEngine: async (rules) => {
      const loader = openLinterLoader()
      try {
        const linter = rules === undefined ? loader.built() : loader.fromRules(rules)
        const threadFacts =
          rules === undefined ? loader.threadFacts : loader.threadFactsOf(readRules(rules), linter)
        return { linter, threadFacts, serviceNames: loader.serviceNames }
      } catch (error) {
        if (error instanceof RulesError) throw new UsageError(`the rules have faults:\n${error.message}`)
        throw error
      }
    },
    startPool: startWorkerPool,
    checkRules: async (folder, { needless } = {}) => {
      try {
        const loader = openLinterLoader()
        const rules = folder ?? packageFolder()
        const linter = loader.fromRules(rules)
        return {
          faults: [],
          packs: linter.packs.map(({ spec }) => spec),
          dead: loader.deadIn(rules),
          needless:
            needless === undefined ? [] : loader.needlessIn(rules, needless === true ? undefined : needless),
        }
      } catch (error) {
        if (error instanceof RulesError) return { faults: error.faults, packs: [], dead: [], needless: [] }
        throw error
      }
    },
    schemaFor: (file, schema) =>
      relative(dirname(resolve(file)), join(packageFolder(), `dist/schemas/${schema}.json`))
        .split(sep)
        .join('/'),
    serve: async (options) => ((await runService(options)) ? EXIT.clean : EXIT.input),
    serveMcp: async (rules) => {
      try {
        await serveMcp(rules)
        return EXIT.clean
      } catch (error) {
        if (error instanceof RulesError) throw new UsageError(`the rules have faults:\n${error.message}`)
        throw error
      }
    },
    openReader: (seconds) => openReader(process.env, seconds),
    newApiKey: (name) => newApiKey(name, randomBytes(32)),
    fetch: (url, init) => fetch(url, init),
    sleep: (ms) => setTimeout(ms),
    cacheFolder: join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sekisho'),
    version,
    cores: availableParallelism(),
    now: () => performance.now(),
    today: () => Date.now(),
    extract: extractAside,
    interrupted: interruption.signal,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    env: (name) => process.env[name],
  }
}

/** Refuses where the stream does: nobody reads any more, or the disk is full. */
const sink = (stream: WriteStream, path: string): Sink => {
  // Told by the write that it befell.
  stream.on('error', () => {})
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? 80,
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(Object.assign(error, { path })) : resolve()))
      }),
  }
}

/** What cannot be said is no reason to end. */
const unfailing = (from: Sink): Sink => ({ ...from, write: (text) => from.write(text).catch(() => {}) })

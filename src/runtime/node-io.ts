/** The command line's view of Node: streams, files, threads, Ctrl-C. */
import { randomBytes } from 'node:crypto'
import { availableParallelism, homedir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { WriteStream } from 'node:tty'
import { EXIT } from '../cli/exit-code.ts'
import { UsageError } from '../cli/fault.ts'
import type { Io, Sink } from '../cli/io.ts'
import { extractAside } from './extract/open-extractor.ts'
import { nodeFiles } from './node-files.ts'
import { type Build, openBuild, packageFolder } from './open-build.ts'
import { startWorkerPool } from './worker-pool.ts'

export const createNodeIo = (version: string): Io => {
  const interruption = new AbortController()
  process.on('SIGINT', () => {
    // Once to stop cleanly, twice to stop at once.
    if (interruption.signal.aborted) process.exit(130)
    interruption.abort()
  })
  // Commands that lint by two sets of rules share it.
  let opened: Build | undefined
  const build = () => {
    opened ??= openBuild()
    return opened
  }
  return {
    stdout: sink(process.stdout, 'standard output'),
    stderr: unfailing(sink(process.stderr, 'standard error')),
    stdin: () => process.stdin,
    files: nodeFiles,
    loadEngine: async (rules) => {
      if (rules === undefined) {
        const { linter, threadFacts, serviceNames } = build()
        return { linter: linter(), threadFacts, serviceNames }
      }
      const { openLinterLoader, RulesError } = await import('./load-linter.ts')
      try {
        const loader = openLinterLoader(build())
        return { ...loader.fromRules(rules), serviceNames: loader.serviceNames }
      } catch (error) {
        if (error instanceof RulesError) throw new UsageError(`the rules have faults:\n${error.message}`)
        throw error
      }
    },
    startPool: startWorkerPool,
    checkRules: async (folder, { needless, labelled } = {}) => {
      const { openLinterLoader, RulesError } = await import('./load-linter.ts')
      try {
        const { linter, ...found } = openLinterLoader(build()).check(
          folder ?? packageFolder(),
          needless,
          labelled,
        )
        return { faults: [], packs: linter.packs.map(({ spec }) => spec), ...found }
      } catch (error) {
        if (error instanceof RulesError)
          return { faults: error.faults, packs: [], dead: [], needless: [], patterns: undefined }
        throw error
      }
    },
    schemaFor: (file, schema) =>
      relative(dirname(resolve(file)), join(packageFolder(), `dist/schemas/${schema}.json`))
        .split(sep)
        .join('/'),
    // What only one command needs is loaded by it: the service takes longer to load than a message to lint.
    serve: async (options) => {
      const { runService } = await import('./run-service.ts')
      return (await runService(options)) ? EXIT.clean : EXIT.input
    },
    serveMcp: async (rules) => {
      const { serveMcp } = await import('./serve-mcp.ts')
      const { RulesError } = await import('./load-linter.ts')
      try {
        await serveMcp(rules)
        return EXIT.clean
      } catch (error) {
        if (error instanceof RulesError) throw new UsageError(`the rules have faults:\n${error.message}`)
        throw error
      }
    },
    openReader: async (seconds) => {
      const { openReader } = await import('./second-opinion/open-reader.ts')
      return openReader(process.env, seconds)
    },
    newApiKey: async (name) => {
      const { newApiKey } = await import('../http/api-key.ts')
      return newApiKey(name, randomBytes(32))
    },
    fetch: (url, init) => fetch(url, init),
    sleep: (ms) => setTimeout(ms),
    cacheFolder: join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sekisho'),
    version,
    cores: availableParallelism(),
    now: () => performance.now(),
    today: () => Date.now(),
    extract: extractAside,
    interrupted: interruption.signal,
    // To find it out takes as long as to lint ten messages, and most systems say it in a variable.
    get locale() {
      return Intl.DateTimeFormat().resolvedOptions().locale
    },
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

#!/usr/bin/env node
/** `sekisho` on Node: gives the command line its streams, files and linter, and its exit code to the shell. */
import { EXIT } from '../cli/exit-code.ts'
import { run } from '../cli/run.ts'
import { VERSION } from '../http/version.ts'
import { createNodeIo } from './node-io.ts'

// Node's own exit code for what nobody caught is 1, which says 'findings'.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    process.stderr.write(`sekisho: internal fault: ${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(EXIT.fault)
  })
}

const code = await run(process.argv.slice(2), createNodeIo(VERSION))
process.exitCode = code
// Whoever pressed Ctrl-C does not wait for more of a pipe that may never end.
if (code === EXIT.interrupted) process.stdout.write('', () => process.exit(code))

#!/usr/bin/env node
/** `sekisho` on Node: gives the command line its streams, files and linter, and its exit code to the shell. */
import { EXIT } from '../cli/exit-code.ts'
import { run } from '../cli/run.ts'
import { VERSION } from '../http/version.ts'
import { createNodeIo } from './node-io.ts'

// A reader that stops early (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const code = await run(process.argv.slice(2), createNodeIo(VERSION))
process.exitCode = code
// Whoever pressed Ctrl-C does not wait for more of a pipe that may never end.
if (code === EXIT.interrupted) process.stdout.write('', () => process.exit(code))

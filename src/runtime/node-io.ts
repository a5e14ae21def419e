/** The command line's view of Node: streams, files. */

import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import type { WriteStream } from 'node:tty'
import type { Io, Sink } from '../cli/io.ts'

export const createNodeIo = (loadLinter: Io['loadLinter']): Io => ({
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  stdin: () => process.stdin,
  files: { read: (path) => createReadStream(path, { highWaterMark: 1 << 18 }) },
  loadLinter,
})

const sink = (stream: WriteStream): Sink => ({
  isTerminal: stream.isTTY === true,
  columns: stream.columns ?? 80,
  write: async (text) => {
    if (!stream.write(text)) await once(stream, 'drain')
  },
})

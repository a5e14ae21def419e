/** Where results go: standard output, or a file. Counts what it has written. */
import type { Io } from './io.ts'

export interface Output {
  write(text: string): Promise<void>
  close(): Promise<void>
  readonly isTerminal: boolean
  /** Bytes written, from the beginning of the file on. */
  readonly bytes: number
}

/** @param keep bytes of an earlier run's output to go on behind */
export const openOutput = async (file: string | undefined, io: Io, keep?: number): Promise<Output> => {
  if (file === undefined) {
    return { write: io.stdout.write, close: async () => {}, isTerminal: io.stdout.isTerminal, bytes: 0 }
  }
  const sink = await io.files.write(file, keep)
  const encoder = new TextEncoder()
  let bytes = keep ?? 0
  return {
    isTerminal: false,
    get bytes() {
      return bytes
    },
    write: async (text) => {
      if (text === '') return
      bytes += encoder.encode(text).length
      await sink.write(text)
    },
    close: sink.close,
  }
}

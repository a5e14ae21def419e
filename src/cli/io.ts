/**
 * What the command line needs from the machine it runs on. `runtime/cli.ts` gives it Node; tests give it strings.
 * Nothing else in `cli/` touches files, clocks or the network.
 */
import type { Linter } from '../core/lint/linter.ts'

/** A place to write text to. */
export interface Sink {
  /** Resolves once the text may be followed by more (back pressure). */
  write(text: string): Promise<void>
  readonly isTerminal: boolean
  /** Columns of the terminal; 80 where it has none. */
  readonly columns: number
}

export type ByteStream = AsyncIterable<Uint8Array>

export interface Files {
  /** Throws an error with a `code` (`ENOENT`, `EISDIR`, …) where the file cannot be read. */
  read(path: string): ByteStream
}

export interface Io {
  readonly stdout: Sink
  readonly stderr: Sink
  stdin(): ByteStream
  readonly files: Files
  /** Loads dictionary and packs; slow, so only commands that lint call it. */
  loadLinter(): Promise<Linter>
}

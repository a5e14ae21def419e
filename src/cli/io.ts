/**
 * What the command line needs from the machine it runs on. `runtime/cli.ts` gives it Node; tests give it strings.
 * Nothing else in `cli/` touches files, clocks or the network.
 */
import type { LintReport } from '../core/contract/report.ts'
import type { Submission } from '../core/contract/submission.ts'
import type { AttachedText } from '../core/documents/attached-files.ts'
import type { ThreadFacts } from '../core/documents/thread-facts.ts'
import type { Linter, RuleTrier, TextExplainer } from '../core/lint/linter.ts'
import type { PackSpec } from '../core/rules/rule-spec.ts'
import type { SecondOpinion } from '../core/second-opinion/second-opinion.ts'
import type { PatternCounts } from '../packs/count-patterns.ts'
import type { LabelledText } from '../packs/find-needless-shared.ts'
import type { ExitCode } from './exit-code.ts'

/** A place to write text to. */
export interface Sink {
  /** Resolves once the text may be followed by more (back pressure). */
  write(text: string): Promise<void>
  readonly isTerminal: boolean
  /** Columns of the terminal; 80 where it has none. */
  readonly columns: number
}

export type ByteStream = AsyncIterable<Uint8Array>

/** A file that is written to; `close` before it counts as written. */
export interface FileSink {
  write(text: string): Promise<void>
  close(): Promise<void>
}

/** All of them throw an error with a `code` (`ENOENT`, `EISDIR`, …) and the `path` where the system refuses. */
export interface Files {
  /** From the byte `start` on. */
  read(path: string, start?: number): ByteStream
  kind(path: string): Promise<'file' | 'folder' | 'other' | undefined>
  /** Bytes; 0 where there is nothing, or nothing that may be looked at. */
  size(path: string): Promise<number>
  /** Whether both names lead to the same file. */
  same(path: string, other: string): Promise<boolean>
  /** Another text whenever the file has changed. */
  version(path: string): Promise<string>
  /**
   * Every file below a folder, or that a glob matches, in the order of their names; `refused` are folders below that the
   * system does not let be read.
   */
  list(
    folderOrGlob: string,
  ): Promise<{ readonly files: readonly string[]; readonly refused: readonly string[] }>
  /** Creates the file, or cuts it off at `keep` bytes and goes on from there. */
  write(path: string, keep?: number): Promise<FileSink>
  /** Replaces a file as a whole, nobody ever sees half of it; folders above it are made. */
  replace(path: string, text: string): Promise<void>
  move(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
}

/** Linter and thread facts of one set of rules. */
export interface Engine {
  readonly linter: Linter & Partial<TextExplainer & RuleTrier>
  /** Service id → its names. */
  readonly serviceNames?: ReadonlyMap<string, readonly string[]>
  readonly threadFacts: ThreadFacts
}

/** Lints on other threads. Reports come in the order of their submissions. */
export interface LintPool {
  lint(batch: readonly Submission[]): Promise<LintReport[]>
  /** How many batches it works on at once. */
  readonly jobs: number
  close(): Promise<void>
}

/** Other threads, which take their time to start. */
export interface ThreadPool extends LintPool {
  /** All of them lint, or one has failed and nothing more will be linted. */
  readonly ready: boolean
}

/** What `rules check` found; no packs where there are faults. */
export interface CheckedRules {
  /** A line each: `rules/coconala.yaml:12:7: …`. */
  readonly faults: readonly string[]
  readonly packs: readonly PackSpec[]
  /** What changes nothing, a line each. */
  readonly dead: readonly string[]
  /** Alternatives that no example needs; nothing where nobody asked. */
  readonly needless: readonly string[]
  /** How many patterns the folder has; nothing where it has faults. */
  readonly patterns: PatternCounts | undefined
}

/** A sheet's rows, each with its number in the sheet. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

export type Extracted =
  | { readonly texts: readonly AttachedText[]; readonly sheets?: readonly Sheet[] }
  | { readonly code: 'unreadable' | 'too-large' | 'too-slow'; readonly says: string }

export interface NewApiKey {
  readonly key: string
  readonly entry: object
}

export interface Io {
  readonly stdout: Sink
  readonly stderr: Sink
  stdin(): ByteStream
  readonly files: Files
  /**
   * Loads dictionary and packs; slow, so only commands that lint call it. `rules` is a folder with packs (and
   * dictionaries) of its own; without it the built-in ones are taken.
   */
  loadEngine(rules?: string): Promise<Engine>
  /** Threads that lint by the same rules; `undefined` where there are none. */
  startPool?(jobs: number, rules?: string): ThreadPool
  /**
   * Reads packs and dictionaries of a folder (or the built-in ones) and runs their examples; with `needless` once more
   * without each alternative, of all packs and dictionaries or of one pack. Labelled texts may need one as well.
   */
  checkRules(
    folder?: string,
    options?: {
      readonly needless?: true | string | undefined
      readonly labelled?: readonly LabelledText[] | undefined
    },
  ): Promise<CheckedRules>
  /** How an editor gets from an authored file to its JSON Schema: a path from the file's folder. */
  schemaFor(file: string, schema: 'pack'): string
  /** Serves until the process is told to end. */
  serve(options: { port?: number; host?: string; rules?: string }): Promise<ExitCode>
  /** Serves agents over standard input and output until they hang up. */
  serveMcp(rules?: string): Promise<ExitCode>
  /** A reader by the settings of the environment, each question with so much time. @throws {UsageError} without any. */
  openReader(seconds: number): SecondOpinion | Promise<SecondOpinion>
  /** A new key for the service, and its entry for the configuration. */
  newApiKey(name: string): NewApiKey | Promise<NewApiKey>
  fetch(url: string, init: RequestInit): Promise<Response>
  /** Milliseconds. */
  sleep(ms: number): Promise<void>
  /** Where things may be kept from one run to the next. */
  readonly cacheFolder: string
  /** Sekisho's own version. */
  readonly version: string
  /** Cores of the machine. */
  readonly cores: number
  /** Milliseconds; only differences count. */
  now(): number
  /** Milliseconds since the epoch. */
  today(): number
  /** The text in a file that is no text: bounded in size and time, and never throws for what is in it. */
  extract(file: string, bytes: Uint8Array): Promise<Extracted>
  /** Aborted by Ctrl-C. */
  readonly interrupted: AbortSignal
  /** The system's language, for what its environment does not say: `ja-JP`. */
  readonly locale: string
  /** Environment variable. */
  env(name: string): string | undefined
}

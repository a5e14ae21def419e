/**
 * The command line: `run(argv, io)` → exit code. One file a command in `commands/`; this one only joins them and
 * turns what goes wrong into one line and the right exit code.
 */
import { Command, CommanderError } from 'commander'
import { EXIT, type ExitCode } from './exit-code.ts'
import { isFileError, UsageError } from './fault.ts'
import type { Io } from './io.ts'
import { faultInJapanese } from './words/faults-in-japanese.ts'
import { speakJapanese, speaksJapanese } from './words/speak-japanese.ts'

type AddCommand = (program: Command, io: Io, done: (code: ExitCode) => void) => void

/** In the order of the help. Each is loaded when it is asked for: all of them take longer to load than a message to lint. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  lint: async () => (await import('./commands/lint.ts')).addLintCommand,
  audit: async () => (await import('./commands/audit.ts')).addAuditCommand,
  diff: async () => (await import('./commands/diff.ts')).addDiffCommand,
  rules: async () => (await import('./commands/rules.ts')).addRulesCommand,
  explain: async () => (await import('./commands/explain.ts')).addExplainCommand,
  eval: async () => (await import('./commands/eval.ts')).addEvalCommand,
  ask: async () => (await import('./commands/ask.ts')).addAskCommand,
  fuzz: async () => (await import('./commands/fuzz.ts')).addFuzzCommand,
  serve: async () => (await import('./commands/serve.ts')).addServeCommand,
  keys: async () => (await import('./commands/keys.ts')).addKeysCommand,
  mcp: async () => (await import('./commands/mcp.ts')).addMcpCommand,
  verify: async () => (await import('./commands/verify.ts')).addVerifyCommand,
}

/** The command that is named first; all of them where none is, for the help and for what is no command. */
const commandsFor = ([name = '']: readonly string[]): Promise<AddCommand[]> => {
  const named = Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]!] : Object.values(COMMANDS)
  return Promise.all(named.map((load) => load()))
}

/** `argv` without the interpreter and the script. Never throws. */
export const run = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  let code: ExitCode = EXIT.clean
  const isJapanese = speaksJapanese(io)
  const told = isJapanese ? faultInJapanese : (text: string) => text
  const pending: Promise<void>[] = []
  const program = new Command('sekisho')
    .description('Message compliance linter for Japanese skill marketplaces')
    .version(io.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => pending.push(io.stdout.write(text)),
      writeErr: (text) => pending.push(io.stderr.write(text)),
      outputError: (text, write) => write(told(text)),
      getOutHelpWidth: () => io.stdout.columns,
      getErrHelpWidth: () => io.stderr.columns,
    })
  const done = (result: ExitCode) => {
    code = result
  }
  for (const add of await commandsFor(argv)) add(program, io, done)
  if (isJapanese) speakJapanese(program)

  try {
    await program.parseAsync([...argv], { from: 'user' })
    await Promise.all(pending)
  } catch (error) {
    code = await explain(error, io, told)
  }
  return code
}

const explain = async (error: unknown, io: Io, told: (text: string) => string): Promise<ExitCode> => {
  // Commander has said it already; help and version come here too, with code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.input
  if (error instanceof UsageError) {
    await io.stderr.write(`sekisho: ${told(error.message)}\n`)
    return EXIT.input
  }
  if (isFileError(error)) {
    await io.stderr.write(`sekisho: ${error.path ?? ''}: ${told(FILE_ERRORS[error.code] ?? error.code)}\n`)
    return EXIT.input
  }
  await io.stderr.write(`sekisho: internal fault: ${error instanceof Error ? error.stack : String(error)}\n`)
  return EXIT.fault
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a folder',
  ENOTDIR: 'is no folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOSPC: 'no space left: not everything is written',
  EDQUOT: 'no space left: not everything is written',
  EIO: 'cannot be read or written: the disk has a fault',
  EPIPE: 'nobody reads any more: not everything is written',
}

/**
 * The command line: `run(argv, io)` → exit code. One file a command in `commands/`; this one only joins them and
 * turns what goes wrong into one line and the right exit code.
 */
import { Command, CommanderError } from 'commander'
import { addAskCommand } from './commands/ask.ts'
import { addAuditCommand } from './commands/audit.ts'
import { addDiffCommand } from './commands/diff.ts'
import { addEvalCommand } from './commands/eval.ts'
import { addExplainCommand } from './commands/explain.ts'
import { addFuzzCommand } from './commands/fuzz.ts'
import { addKeysCommand } from './commands/keys.ts'
import { addLintCommand } from './commands/lint.ts'
import { addMcpCommand } from './commands/mcp.ts'
import { addRulesCommand } from './commands/rules.ts'
import { addServeCommand } from './commands/serve.ts'
import { addVerifyCommand } from './commands/verify.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { isFileError, UsageError } from './fault.ts'
import type { Io } from './io.ts'
import { faultInJapanese } from './words/faults-in-japanese.ts'
import { speakJapanese, speaksJapanese } from './words/speak-japanese.ts'

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
  addLintCommand(program, io, done)
  addAuditCommand(program, io, done)
  addDiffCommand(program, io, done)
  addRulesCommand(program, io, done)
  addExplainCommand(program, io, done)
  addEvalCommand(program, io, done)
  addAskCommand(program, io, done)
  addFuzzCommand(program, io, done)
  addServeCommand(program, io, done)
  addKeysCommand(program, io, done)
  addMcpCommand(program, io, done)
  addVerifyCommand(program, io, done)
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
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOSPC: 'no space left: not everything is written',
  EDQUOT: 'no space left: not everything is written',
  EIO: 'cannot be read or written: the disk has a fault',
  EPIPE: 'nobody reads any more: not everything is written',
}

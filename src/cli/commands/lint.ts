/** `sekisho lint`: submissions, accounts, talkrooms and tables, from files or standard input. */
import { type Command, Option } from 'commander'
import type { Verdict } from '../../core/contract/report.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { formatFault, UsageError } from '../fault.ts'
import { InputFixer } from '../fix-inputs.ts'
import { createFormatter, FORMATS, type FormatName } from '../format/create-formatter.ts'
import { addInputOptions, type InputOptions, jobsOf, readOptionsOf } from '../input-options.ts'
import type { Engine, Io } from '../io.ts'
import { lintEvents } from '../lint-events.ts'
import { createPool } from '../lint-pool.ts'
import type { ReadBlock, ResultEvent } from '../read-event.ts'
import { listInputs } from '../readers/list-inputs.ts'
import { readInput } from '../readers/read-input.ts'
import type { ReadOptions } from '../readers/read-options.ts'
import { reaches, Tally } from '../tally.ts'

interface LintOptions extends InputOptions {
  readonly format: FormatName
  readonly failOn: Verdict
  readonly all?: true
  readonly fix?: true
  readonly dryRun?: true
}

export const addLintCommand = (program: Command, io: Io, done: (code: ExitCode) => void): void => {
  const command = program
    .command('lint')
    .description('lint messages, accounts, talkrooms and tables')
    .argument('<input...>', 'files, folders, globs, or - for standard input')
  addInputOptions(command)
    .addOption(
      new Option('-f, --format <format>', 'how to write the results').choices(FORMATS).default('pretty'),
    )
    .addOption(
      new Option('--fail-on <verdict>', 'exit with 1 from this verdict on')
        .choices(['warn', 'review', 'block'])
        .default('review'),
    )
    .option('--all', 'fields without findings too')
    .option('--fix', 'apply the safe edits to text files and JSONL, then lint what is left')
    .option('--dry-run', 'with --fix: show the edits and change nothing')
    .action(async (args: string[], options: LintOptions) => {
      done(await lint(args, options, io))
    })
}

const lint = async (args: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> => {
  const inputs = await listInputs(args, io)
  const engine = await io.loadEngine(options.rules)
  const readOptions = readOptionsOf(options, engine)
  if (options.dryRun && !options.fix) throw new UsageError('--dry-run goes with --fix')
  if (options.fix) {
    const edits = await fixAll(
      inputs,
      new InputFixer(io, engine.linter, readOptions, showIn(options, io)),
      io,
    )
    if (options.dryRun) {
      await io.stderr.write(`${edits}か所を直せます。\n`)
      return EXIT.clean
    }
    await io.stderr.write(`${edits}か所を直しました。\n`)
  }
  const formatter = createFormatter(options.format, formatOptionsOf(options, engine, io))
  const pool = createPool(io, engine, jobsOf(options, io), options.rules)
  const tally = new Tally()
  try {
    const blocks = readAll(inputs, io, readOptions)
    for await (const events of lintEvents(blocks, pool, io.interrupted)) {
      let text = ''
      for (const event of events) {
        tally.add(event)
        await tell(event, io)
        text += formatter.event(event)
      }
      if (text !== '') await io.stdout.write(text)
    }
  } finally {
    await pool.close()
  }
  await io.stdout.write(formatter.end())
  return exitCodeOf(tally, options.failOn)
}

const showIn = ({ dryRun }: LintOptions, io: Io) =>
  dryRun ? (diff: string) => io.stdout.write(diff) : undefined

const fixAll = async (inputs: readonly string[], fixer: InputFixer, io: Io): Promise<number> => {
  let all = 0
  for (const input of inputs) {
    const { edits, skipped } = await fixer.fix(input)
    all += edits
    if (skipped !== undefined) await io.stderr.write(`${input}: ${skipped}\n`)
  }
  return all
}

async function* readAll(inputs: readonly string[], io: Io, options: ReadOptions): AsyncGenerator<ReadBlock> {
  for (const input of inputs) yield* readInput(input, io, options)
}

/** Faults and notes are for whoever started the run, beside the results. */
export const tell = async (event: ResultEvent, io: Io): Promise<void> => {
  if (event.type === 'fault') await io.stderr.write(`${formatFault(event.fault)}\n`)
  if (event.type === 'note') await io.stderr.write(`${event.file}: ${event.says}\n`)
}

export const formatOptionsOf = (
  { all, failOn }: { all?: true; failOn: Verdict }, { linter }: Engine, io: Io) => ({
  colour: io.stdout.isTerminal && io.env('NO_COLOR') === undefined,
  width: Math.min(io.stdout.columns, 120),
  all: all === true,
  failOn,
  packs: linter.packs.map(({ spec }) => spec),
  version: io.version,
})

export const exitCodeOf = (tally: Tally, failOn: Verdict): ExitCode => {
  if (tally.faults > 0) return EXIT.input
  return reaches(tally.verdict, failOn) ? EXIT.findings : EXIT.clean
}

/** `sekisho lint`: submissions, accounts, talkrooms and tables, from files or standard input. */
import { type Command, Option } from 'commander'
import type { Verdict } from '../../core/contract/report.ts'
import {
  type AcceptOptions,
  addAcceptOption,
  addBaselineOptions,
  openAcceptance,
} from '../accept/accept-options.ts'
import { type AttachmentOptions, addAttachmentOption, openAttachments } from '../attachments.ts'
import { readCheckpoint } from '../checkpoint.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { UsageError } from '../fault.ts'
import type { InputFixer } from '../fix-inputs.ts'
import { createFormatter, FORMATS, type FormatName } from '../format/create-formatter.ts'
import { addInputOptions, type InputOptions, jobsOf, readOptionsOf } from '../input-options.ts'
import type { Engine, Io } from '../io.ts'
import { createPool } from '../lint-pool.ts'
import { type RunResult, runLint } from '../lint-run.ts'
import { addOpinionOptions, type OpinionOptions, openOpinionDesk } from '../opinions/opinion-desk.ts'
import { openOutput } from '../output.ts'
import { listInputs } from '../readers/list-inputs.ts'
import { kindOfName } from '../readers/read-input.ts'
import { STDIN } from '../readers/stdin.ts'
import { reaches } from '../tally.ts'
import { addVideoOptions, openVideoLibrary, type VideoOptions } from '../videos/video-library.ts'

interface LintOptions extends InputOptions, VideoOptions, OpinionOptions, AttachmentOptions, AcceptOptions {
  readonly format: FormatName
  readonly failOn: Verdict
  readonly output?: string
  readonly all?: true
  readonly fix?: true
  readonly dryRun?: true
  readonly resume?: true
}

export const addLintCommand = (program: Command, io: Io, done: (code: ExitCode) => void): void => {
  const command = program
    .command('lint')
    .description('lint messages, accounts, talkrooms and tables')
    .argument('<input...>', 'files, folders, globs, or - for standard input')
  addBaselineOptions(
    addAcceptOption(addAttachmentOption(addOpinionOptions(addVideoOptions(addInputOptions(command))))),
  )
    .addOption(
      new Option('-f, --format <format>', 'how to write the results').choices(FORMATS).default('pretty'),
    )
    .option('-o, --output <file>', 'write the results to a file')
    .addOption(
      new Option('--fail-on <verdict>', 'exit with 1 from this verdict on')
        .choices(['warn', 'review', 'block'])
        .default('review'),
    )
    .option('--all', 'fields without findings too; in the format pretty also doubts and grounds')
    .option('--fix', 'apply the safe edits to text files and JSONL, then lint what is left')
    .option('--dry-run', 'with --fix: show the edits and change nothing')
    .option('--resume', 'go on where an interrupted run over JSONL stopped (with --output)')
    .action(async (args: string[], options: LintOptions) => {
      done(await lint(args, options, io))
    })
}

const lint = async (args: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> => {
  if (options.dryRun && !options.fix) throw new UsageError('--dry-run goes with --fix')
  if (options.resume && options.baseline)
    throw new UsageError('--baseline needs a whole run: leave --resume out')
  if (options.resume && !options.output) throw new UsageError('--resume goes with --output')
  if (options.resume && options.secondOpinion)
    throw new UsageError('--resume does not go with --second-opinion')
  const inputs = await listInputs(args, io, options.output)
  if (options.resume && !canResume(inputs, options)) {
    throw new UsageError('--resume works for JSONL inputs and the formats jsonl and csv')
  }
  const engine = await io.loadEngine(options.rules)
  const readOptions = {
    ...readOptionsOf(options, engine, io),
    lookUpVideo: await openVideoLibrary(inputs, options, io),
    lookUpAttachment: await openAttachments(options, io),
  }
  if (options.fix) {
    const show = options.dryRun ? (diff: string) => io.stdout.write(diff) : undefined
    const { InputFixer } = await import('../fix-inputs.ts')
    const edits = await fixAll(inputs, new InputFixer(io, engine.linter, readOptions, show), io)
    await io.stderr.write(`${edits}か所を${options.dryRun ? '直せます' : '直しました'}。\n`)
    if (options.dryRun) return EXIT.clean
  }
  const acceptance = await openAcceptance(options, io)
  const run = await runName(inputs, options, engine, io)
  const from = options.resume ? await readCheckpoint(options.output!, run, io) : undefined
  const formatter = await createFormatter(options.format, {
    colour: options.output === undefined && io.stdout.isTerminal && io.env('NO_COLOR') === undefined,
    width: Math.min(io.stdout.columns, 120),
    all: options.all === true,
    failOn: options.failOn,
    packs: engine.linter.packs.map(({ spec }) => spec),
    version: io.version,
  })
  const desk = await openOpinionDesk(options, engine, io)
  const pool = createPool(io, engine, jobsOf(options, io), options.rules)
  const output = await openOutput(options.output, io, from?.output)
  // A device holds nothing that could be gone on behind.
  const resumable = options.output && (await io.files.kind(options.output)) !== 'other'
  const keep = resumable && canResume(inputs, options) ? { run, output: options.output! } : undefined
  try {
    return await close(
      await runLint({ inputs, readOptions, pool, formatter, output, desk, acceptance, from, keep }, io),
      options,
      io,
    )
  } finally {
    await desk?.close()
    await pool.close()
  }
}

const close = async (
  { tally, interruptedAt }: RunResult,
  options: LintOptions,
  io: Io,
): Promise<ExitCode> => {
  if (!interruptedAt) {
    if (tally.faults > 0) return EXIT.input
    return reaches(tally.verdict, options.failOn) ? EXIT.findings : EXIT.clean
  }
  const { file, line } = interruptedAt
  const where = line > 1 ? `${file}の${line - 1}行目まで` : `${file}の手前まで`
  const how = options.output && line > 1 ? '同じ指定に--resumeを付けると、続きから再開できます。' : ''
  await io.stderr.write(
    `中断しました。${tally.fields.toLocaleString('en-US')}か所、${where}確かめました。${how}\n`,
  )
  return EXIT.interrupted
}

const fixAll = async (inputs: readonly string[], fixer: InputFixer, io: Io): Promise<number> => {
  let all = 0
  for (const input of inputs) {
    // What is not there is named when it is linted.
    if (input !== STDIN && (await io.files.size(input)) === 0) continue
    const { edits, skipped } = await fixer.fix(input)
    all += edits
    if (skipped !== undefined) await io.stderr.write(`${input}: ${skipped}\n`)
  }
  return all
}

/** A line is where a run can be cut; other inputs and formats make sense as a whole only. */
const canResume = (inputs: readonly string[], { format, as }: LintOptions): boolean =>
  (format === 'jsonl' || format === 'csv') && inputs.every((input) => (as ?? kindOfName(input)) === 'jsonl')

/** Everything that the output depends on. */
const runName = async (
  inputs: readonly string[],
  options: LintOptions,
  { linter }: Engine,
  io: Io,
): Promise<string> => {
  const { jobs: _, resume: __, output: ___, youtubeApiKey: ____, ...same } = options
  const versions: [string, string][] =
    options.answers === undefined ? [] : [[options.answers, await io.files.version(options.answers)]]
  for (const input of inputs) if (input !== STDIN) versions.push([input, await io.files.version(input)])
  const packs = linter.packs.map(({ spec, digest }) => `${spec.id} ${digest}`)
  const map = [...(options.map ?? [])]
  return JSON.stringify({ version: io.version, inputs: versions, options: { ...same, map }, packs })
}

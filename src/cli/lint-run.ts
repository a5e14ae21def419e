/** One run over inputs: reading, linting, writing, with progress, faults, Ctrl-C and a checkpoint. */
import type { Acceptance } from './accept/accept-options.ts'
import { type Checkpoint, CheckpointWriter } from './checkpoint.ts'
import { formatFault } from './fault.ts'
import type { Formatter } from './format/formatter.ts'
import type { Io, LintPool } from './io.ts'
import { lintEvents } from './lint-events.ts'
import type { OpinionDesk } from './opinions/opinion-desk.ts'
import type { Output } from './output.ts'
import { Progress } from './progress.ts'
import type { ReadBlock, ResultEvent } from './read-event.ts'
import { readInput } from './readers/read-input.ts'
import type { ReadOptions } from './readers/read-options.ts'
import { STDIN } from './readers/stdin.ts'
import { Tally } from './tally.ts'

export interface LintRun {
  readonly inputs: readonly string[]
  readonly readOptions: ReadOptions
  readonly pool: LintPool
  readonly formatter: Formatter
  readonly output: Output
  /** Where a second opinion is wanted. */
  readonly desk?: OpinionDesk | undefined
  /** What somebody has looked at already. */
  readonly acceptance?: Acceptance | undefined
  /** Where to go on from. */
  readonly from?: Checkpoint | undefined
  /** Keeps checkpoints of a run that may be long: the run's own name, and where its output goes. */
  readonly keep?: { readonly run: string; readonly output: string } | undefined
}

export interface RunResult {
  readonly tally: Tally
  /** Cut short by Ctrl-C, and where: the last place up to which everything is written. */
  readonly interruptedAt?: { readonly file: string; readonly line: number } | undefined
}

export const runLint = async (run: LintRun, io: Io): Promise<RunResult> => {
  const { inputs, pool, formatter, output, desk, acceptance, from, keep } = run
  const tally = new Tally()
  if (from) {
    tally.restore(from.tally)
    formatter.restore?.(from.formatter)
  }
  const progress = new Progress(io, await totalBytes(inputs, io), await skippedBytes(inputs, from, io))
  const checkpoints = keep && new CheckpointWriter(keep.output, io)
  let at: { input: number; file: string; line: number; byte: number } | undefined
  let input = from?.input ?? 0
  const checkpoint = (): Checkpoint => ({
    version: 1,
    run: keep!.run,
    input: at!.input,
    line: at!.line,
    byte: at!.byte,
    output: output.bytes,
    tally: tally.toJSON(),
    formatter: formatter.state?.(),
  })

  for await (const events of lintEvents(read(run, progress.countingIo), pool, io.interrupted)) {
    let text = ''
    const flush = async () => {
      if (text === '') return
      if (output.isTerminal) await progress.clear()
      await output.write(text)
      text = ''
    }
    const reviewed = desk === undefined ? events : await desk.review(events)
    for (const event of acceptance === undefined ? reviewed : acceptance.apply(reviewed)) {
      tally.add(event)
      await tell(event, io, progress)
      text += formatter.event(event)
      if (event.type === 'end') {
        input += 1
        at = undefined
      }
      if (event.type !== 'position' || !checkpoints) continue
      await flush()
      at = { input, file: event.file, line: event.line, byte: event.byte }
      await checkpoints.reach(checkpoint)
    }
    await flush()
    await progress.update(tally.fields)
  }
  await progress.clear()

  if (!io.interrupted.aborted) {
    await output.write(await formatter.end())
    await output.close()
    await acceptance?.close()
    await checkpoints?.remove()
    return { tally }
  }
  // A document that is closed can be opened, even if it holds half of the results.
  if (!checkpoints) await output.write(await formatter.end())
  await output.close()
  if (checkpoints && at) await checkpoints.save(checkpoint())
  return { tally, interruptedAt: at ?? { file: inputs[input] ?? '', line: 0 } }
}

async function* read({ inputs, readOptions, from }: LintRun, io: Io): AsyncGenerator<ReadBlock> {
  for (const [index, input] of inputs.entries()) {
    if (index < (from?.input ?? 0)) continue
    const start = from && index === from.input ? { line: from.line, byte: from.byte } : undefined
    yield* readInput(input, io, readOptions, start)
  }
}

/** Faults and notes are for whoever started the run, beside the results. */
const tell = async (event: ResultEvent, io: Io, progress: Progress): Promise<void> => {
  if (event.type !== 'fault' && event.type !== 'note') return
  await progress.clear()
  const text = event.type === 'fault' ? formatFault(event.fault) : `${event.file}: ${event.says}`
  await io.stderr.write(`${text}\n`)
}

const totalBytes = async (inputs: readonly string[], { files }: Io): Promise<number | undefined> => {
  if (inputs.includes(STDIN)) return undefined
  let total = 0
  for (const input of inputs) total += await files.size(input)
  return total
}

const skippedBytes = async (
  inputs: readonly string[],
  from: Checkpoint | undefined,
  { files }: Io,
): Promise<number> => {
  if (!from) return 0
  let skipped = inputs[from.input]?.toLowerCase().endsWith('.gz') ? 0 : from.byte
  for (const input of inputs.slice(0, from.input)) skipped += await files.size(input)
  return skipped
}

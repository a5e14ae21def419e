/** `sekisho diff`: what would change if other rules went live, over messages that were already sent. */
import { type Command, InvalidArgumentError } from 'commander'
import type { LintReport } from '../../core/contract/report.ts'
import { RuleChanges } from '../diff/rule-changes.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { formatFault } from '../fault.ts'
import { pathOf, placeInWords, wordsPlace } from '../format/place-of.ts'
import { visibleText } from '../format/visible.ts'
import { addInputOptions, type InputOptions, jobsOf, readOptionsOf } from '../input-options.ts'
import type { Io, LintPool } from '../io.ts'
import { lintEvents } from '../lint-events.ts'
import { createPool } from '../lint-pool.ts'
import { Progress } from '../progress.ts'
import type { LintedEvent, ReadBlock } from '../read-event.ts'
import { listInputs } from '../readers/list-inputs.ts'
import { readInput } from '../readers/read-input.ts'
import type { ReadOptions } from '../readers/read-options.ts'
import { VERDICT_LABELS } from '../tally.ts'

interface DiffOptions extends InputOptions {
  readonly base?: string
  readonly head?: string
  readonly examples: number
  readonly json?: true
}

export const addDiffCommand = (program: Command, io: Io, done: (code: ExitCode) => void): void => {
  const command = program
    .command('diff')
    .description('lint by two sets of rules and show only what comes out otherwise')
    .argument('<input...>', 'files, folders, globs, or - for standard input')
    .option('--base <rules>', 'the rules of today: a folder (default: the built-in ones)')
    .option('--head <rules>', 'the rules that might come: a folder (default: the built-in ones)')
    .option('--examples <count>', 'examples to show of each change', parseCount, 3)
    .option('--json', 'as JSON')
  addInputOptions(command, { rules: false }).action(async (args: string[], options: DiffOptions) => {
    done(await diff(args, options, io))
  })
}

const parseCount = (value: string): number => {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 0) throw new InvalidArgumentError('Give a whole number.')
  return count
}

const diff = async (args: readonly string[], options: DiffOptions, io: Io): Promise<ExitCode> => {
  const inputs = await listInputs(args, io)
  const base = await io.loadEngine(options.base)
  const head = await io.loadEngine(options.head)
  const readOptions: ReadOptions = {
    ...readOptionsOf(options, base, io),
    marketplaces: base.linter.marketplaces.filter((one) => head.linter.marketplaces.includes(one)),
  }
  // Both sides work at once.
  const jobs = Math.max(1, Math.ceil(jobsOf(options, io) / 2))
  const pools = [createPool(io, base, jobs, options.base), createPool(io, head, jobs, options.head)] as const
  const both = new BothPools(...pools)
  const changes = new RuleChanges(options.examples)
  const progress = new Progress(io, undefined)
  let faults = 0
  try {
    const blocks = readAll(inputs, progress.countingIo, readOptions)
    for await (const events of lintEvents(blocks, both, io.interrupted)) {
      for (const event of events) {
        if (event.type === 'fault') {
          faults += 1
          await progress.clear()
          await io.stderr.write(`${formatFault(event.fault)}\n`)
        }
        if (event.type === 'linted') changes.add(event.report, both.headOf(event.report), placeOf(event))
      }
      await progress.update(changes.compared)
    }
  } finally {
    await progress.clear()
    for (const pool of pools) await pool.close()
  }
  await io.stdout.write(options.json ? asJson(changes) : inWords(changes))
  if (io.interrupted.aborted) return EXIT.interrupted
  return faults > 0 ? EXIT.input : EXIT.clean
}

async function* readAll(inputs: readonly string[], io: Io, options: ReadOptions): AsyncGenerator<ReadBlock> {
  for (const input of inputs) yield* readInput(input, io, options)
}

/** Lints by both sets of rules; the pipeline sees the base's reports, and each leads to the head's. */
class BothPools implements LintPool {
  readonly #base: LintPool
  readonly #head: LintPool
  readonly #headOf = new WeakMap<LintReport, LintReport>()

  constructor(base: LintPool, head: LintPool) {
    this.#base = base
    this.#head = head
  }

  get jobs(): number {
    return Math.max(this.#base.jobs, this.#head.jobs)
  }

  async lint(batch: Parameters<LintPool['lint']>[0]): Promise<LintReport[]> {
    const [base, head] = await Promise.all([this.#base.lint(batch), this.#head.lint(batch)])
    for (const [index, report] of base.entries()) this.#headOf.set(report, head[index]!)
    return base
  }

  headOf(report: LintReport): LintReport {
    return this.#headOf.get(report)!
  }

  async close(): Promise<void> {}
}

const placeOf = (event: LintedEvent): string => {
  const [field] = event.fields
  const path = field ? pathOf(event, field) : 'text'
  const at = field && wordsPlace(event.place, field, { start: 0, end: 0 })
  const { id } = event.passage.submission
  const place = placeInWords(event, path, at && { ...at, exact: false })
  return id === undefined || place.startsWith(id) ? place : `${place} (${id})`
}

const KINDS = { new: '新たに指摘', gone: '指摘しなくなる', other: '扱いが変わる' } as const

const inWords = (changes: RuleChanges): string => {
  const counts = `${changes.compared.toLocaleString('en-US')}か所のうち、判定が変わるもの ${changes.changed.toLocaleString('en-US')}件`
  const blocks = changes.changes.map(({ rule, kind, before, after, count, examples }) =>
    [
      `\n${rule} ${KINDS[kind]}: ${VERDICT_LABELS[before]} → ${VERDICT_LABELS[after]} ${count.toLocaleString('en-US')}件\n`,
      ...examples.map(({ place, excerpt }) => `  ${visibleText(place)} 「${visibleText(excerpt)}」\n`),
    ].join(''),
  )
  return `${counts}\n${blocks.join('')}`
}

const asJson = ({ compared, changed, changes }: RuleChanges): string =>
  `${JSON.stringify({ compared, changed, changes }, null, 2)}\n`

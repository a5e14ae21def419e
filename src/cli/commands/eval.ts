/** `sekisho eval`: how right the rules are, over labelled items and over innocent text. */
import type { Command } from 'commander'
import { Option } from 'commander'
import { CHANNELS, ROLES } from '../../core/contract/submission.ts'
import { Evaluation } from '../eval/evaluation.ts'
import { figuresAsJson } from '../eval/figures-as-json.ts'
import { formatFigures } from '../eval/format-figures.ts'
import { alarmsOf, formatWrongItem, missesOf } from '../eval/format-wrong-item.ts'
import type { InnocentContext } from '../eval/item.ts'
import { ItemReader } from '../eval/item-reader.ts'
import { judgeItem, type Kind } from '../eval/judge-item.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { formatFault, UsageError } from '../fault.ts'
import { jobsOf, parseJobs } from '../input-options.ts'
import type { Io } from '../io.ts'
import { lintEvents } from '../lint-events.ts'
import { createPool } from '../lint-pool.ts'
import { marketplaceNamed } from '../marketplace-option.ts'
import { addOpinionOptions, type OpinionOptions, openOpinionDesk } from '../opinions/opinion-desk.ts'

interface EvalOptions extends InnocentContext, OpinionOptions {
  readonly rules?: string
  readonly jobs?: number
  readonly misses?: true
  readonly alarms?: true
  readonly json?: true
  readonly only?: Kind
  readonly leaveOut?: readonly string[]
}

export const addEvalCommand = (program: Command, io: Io, done: (code: ExitCode) => void): void => {
  const command = program
    .command('eval')
    .description('measure the rules on labelled items (with `expect`) and on innocent text (without)')
    .argument('<file...>', 'JSONL files')
    .option('--misses', 'print each item where something expected was not found, and what fired')
    .option('--alarms', 'print each item where something fired that was not expected')
    .option('--json', 'figures as JSON, with the full precision of the counts')
    .addOption(new Option('--only <kind>', 'look at one kind of findings').choices(['redirect', 'tone']))
    .option(
      '--leave-out <file>',
      'score this set by itself: it is in no sum, and none of its items is printed (repeatable)',
      (name: string, before: readonly string[] = []) => [...before, name],
    )
    .option('-m, --marketplace <name>', 'what unlabelled lines are linted as', 'coconala')
    .addOption(
      new Option('--channel <channel>', 'what unlabelled lines are linted as')
        .choices(CHANNELS)
        .default('message'),
    )
    .addOption(
      new Option('--role <role>', 'what unlabelled lines are linted as').choices(ROLES).default('seller'),
    )
    .option('--rules <dir>', 'rules (and dictionaries) to use instead of the built-in ones')
    .option('-j, --jobs <count>', 'threads that lint (default: as many as there are cores)', parseJobs)

  addOpinionOptions(command).action(async (files: string[], options: EvalOptions) => {
    done(await evaluate(files, options, io))
  })
}

const evaluate = async (files: readonly string[], options: EvalOptions, io: Io): Promise<ExitCode> => {
  const kinds: readonly Kind[] = options.only ? [options.only] : ['redirect', 'tone']
  const engine = await io.loadEngine(options.rules)
  const pool = createPool(io, engine, jobsOf(options, io), options.rules)
  const desk = await openOpinionDesk(options, engine, io)
  const evaluation = new Evaluation(options.leaveOut)
  const innocent = { ...options, marketplace: marketplaceNamed(options.marketplace, engine.linter) }
  const items = new ItemReader(files, innocent, engine.linter.marketplaces, io)
  let faults = 0
  try {
    for await (const events of lintEvents(items.blocks(), pool, io.interrupted)) {
      for (const event of events) {
        if (event.type === 'fault') {
          faults += 1
          await io.stderr.write(`${formatFault(event.fault)}\n`)
        }
        if (event.type !== 'linted') continue
        const item = items.itemOf(event.passage)
        const alone = judgeItem(item, event.report)
        const reviewed = await desk?.reviewOne(event)
        const judgement = reviewed === undefined ? alone : judgeItem(item, reviewed.event.report)
        evaluation.add(judgement)
        if (reviewed !== undefined) evaluation.addOpinion(alone, judgement, reviewed.asked)
        const wrong = [
          ...(options.misses ? missesOf(judgement, kinds) : []),
          ...(options.alarms ? alarmsOf(judgement, kinds) : []),
        ]
        if (wrong.length === 0 || evaluation.isLeftOut(judgement)) continue
        // With --json stdout is one document; the items go beside it.
        await (options.json ? io.stderr : io.stdout).write(formatWrongItem(judgement, wrong))
      }
    }
  } finally {
    await desk?.close()
    await pool.close()
  }
  if (evaluation.isEmpty) throw new UsageError('nothing to evaluate: no item could be read')
  await io.stdout.write(
    options.json
      ? `${JSON.stringify(figuresAsJson(evaluation), null, 2)}\n`
      : formatFigures(evaluation, kinds),
  )
  return faults > 0 ? EXIT.input : EXIT.clean
}

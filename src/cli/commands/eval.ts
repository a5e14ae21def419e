/** `sekisho eval`: how right the rules are, over labelled items and over innocent text. */
import type { Command } from 'commander'
import { Option } from 'commander'
import { CHANNELS, ROLES } from '../../core/contract/submission.ts'
import { InnocentFigures, LabelledFigures } from '../eval/figures.ts'
import { type Evaluation, figuresAsJson, formatFigures } from '../eval/format-figures.ts'
import { alarmsOf, formatWrongItem, missesOf } from '../eval/format-wrong-item.ts'
import { type InnocentContext, parseEvalItem } from '../eval/item.ts'
import { judgeItem, type Kind } from '../eval/judge-item.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { formatFault, UsageError } from '../fault.ts'
import type { Io } from '../io.ts'
import { openBytes } from '../readers/open-bytes.ts'
import { STDIN } from '../readers/read-input.ts'
import { type Line, readLines } from '../readers/read-lines.ts'

interface EvalOptions extends InnocentContext {
  readonly misses?: true
  readonly alarms?: true
  readonly json?: true
  readonly only?: Kind
}

export const addEvalCommand = (program: Command, io: Io, done: (code: ExitCode) => void): void => {
  program
    .command('eval')
    .description('measure the rules on labelled items (with `expect`) and on innocent text (without)')
    .argument('<file...>', 'JSONL files')
    .option('--misses', 'print each item where something expected was not found, and what fired')
    .option('--alarms', 'print each item where something fired that was not expected')
    .option('--json', 'figures as JSON, with the full precision of the counts')
    .addOption(new Option('--only <kind>', 'look at one kind of findings').choices(['redirect', 'tone']))
    .option('--marketplace <id>', 'what unlabelled lines are linted as', 'coconala')
    .addOption(
      new Option('--channel <channel>', 'what unlabelled lines are linted as')
        .choices(CHANNELS)
        .default('message'),
    )
    .addOption(
      new Option('--role <role>', 'what unlabelled lines are linted as').choices(ROLES).default('seller'),
    )
    .action(async (files: string[], options: EvalOptions) => {
      done(await evaluate(files, options, io))
    })
}

const evaluate = async (files: readonly string[], options: EvalOptions, io: Io): Promise<ExitCode> => {
  const kinds: readonly Kind[] = options.only ? [options.only] : ['redirect', 'tone']
  const { marketplace, channel, role } = options
  const { linter } = await io.loadEngine()
  const labelled = new Map<string, LabelledFigures>()
  const innocent = new Map<string, InnocentFigures>()
  const evaluation: Evaluation = {
    labelled,
    innocent,
    total: new LabelledFigures(),
    innocentTotal: new InnocentFigures(),
  }
  let faults = 0
  const fault = async (file: string, line: number, says: string) => {
    faults += 1
    await io.stderr.write(`${formatFault({ file, line, says })}\n`)
  }
  const names = shortNames(files)
  for (const file of files) {
    const name = names.get(file)!
    for await (const { line, text, fault: unreadable } of linesOf(file, io)) {
      if (text === undefined || unreadable !== undefined) {
        await fault(file, line, unreadable ?? 'cannot be read')
        continue
      }
      if (text.trim() === '') continue
      const item = parseEvalItem(text, { file: name, line }, { marketplace, channel, role })
      if ('fault' in item) {
        await fault(file, line, item.fault)
        continue
      }
      if (!linter.marketplaces.includes(item.submission.marketplace)) {
        await fault(file, line, `unknown marketplace; known: ${linter.marketplaces.join(', ')}`)
        continue
      }
      const report = linter.lint(item.submission)
      const judgement = judgeItem(item, report)
      if (item.expect) {
        for (const figures of [entry(labelled, name, () => new LabelledFigures()), evaluation.total]) {
          figures.add(judgement)
        }
      } else {
        for (const figures of [
          entry(innocent, name, () => new InnocentFigures()),
          evaluation.innocentTotal,
        ]) {
          figures.add(report)
        }
      }
      const wrong = [
        ...(options.misses ? missesOf(judgement, kinds) : []),
        ...(options.alarms ? alarmsOf(judgement, kinds) : []),
      ]
      // With --json stdout is one document; the items go beside it.
      if (wrong.length > 0)
        await (options.json ? io.stderr : io.stdout).write(formatWrongItem(judgement, wrong))
    }
  }
  if (evaluation.total.items + evaluation.innocentTotal.lines === 0) {
    throw new UsageError('nothing to evaluate: no item could be read')
  }
  await io.stdout.write(
    options.json
      ? `${JSON.stringify(figuresAsJson(evaluation), null, 2)}\n`
      : formatFigures(evaluation, kinds),
  )
  return faults > 0 ? EXIT.input : EXIT.clean
}

async function* linesOf(file: string, io: Io): AsyncGenerator<Line> {
  const bytes = file === STDIN ? io.stdin() : io.files.read(file)
  for await (const lines of readLines(openBytes(bytes), { encoding: 'utf-8' })) yield* lines
}

const entry = <T>(map: Map<string, T>, key: string, make: () => T): T => {
  const known = map.get(key)
  if (known) return known
  const made = make()
  map.set(key, made)
  return made
}

/** The file's name alone where that is not ambiguous. */
const shortNames = (files: readonly string[]): Map<string, string> => {
  const base = (file: string) => file.split(/[/\\]/).at(-1)!
  return new Map(
    files.map((file) => {
      const name = base(file)
      return [file, files.filter((other) => base(other) === name).length > 1 ? file : name]
    }),
  )
}

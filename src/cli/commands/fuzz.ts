/** `sekisho fuzz`: how well the rules see through disguise, and whether harmless changes make them fire. */
import { type Command, InvalidArgumentError } from 'commander'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { UsageError } from '../fault.ts'
import { families } from '../fuzz/families.ts'
import { formatFuzz } from '../fuzz/format-fuzz.ts'
import { fuzz } from '../fuzz/fuzz.ts'
import type { Io } from '../io.ts'

interface FuzzCommandOptions {
  readonly family?: string
  readonly seed: number
  readonly pairs: number
  readonly rules?: string
  readonly all?: true
  readonly json?: true
}

export const addFuzzCommand = (program: Command, io: Io, done: (code: ExitCode) => void): void => {
  program
    .command('fuzz')
    .description('hide the words of every example by every family of disguise, and print what gets past')
    .option('--family <id>', 'one family only: E31 (with its variants E31b, …) or E31b')
    .option('--seed <number>', 'the same seed gives the same run', parseCount, 1)
    .option('--pairs <count>', 'how many pairs of families to try', parseCount, 1000)
    .option('--all', 'print everything that gets past')
    .option('--json', 'the figures as JSON')
    .option('--rules <dir>', 'rules (and dictionaries) to use instead of the built-in ones')
    .action(async (options: FuzzCommandOptions) => {
      done(await run(options, io))
    })
}

const parseCount = (text: string): number => {
  const count = Number(text)
  if (!Number.isSafeInteger(count) || count < 0) throw new InvalidArgumentError('must be a whole number.')
  return count
}

const run = async (options: FuzzCommandOptions, io: Io): Promise<ExitCode> => {
  const { family } = options
  const chosen = families.filter(
    ({ id }) => family === undefined || id === family || id.replace(/[a-z]$/, '') === family,
  )
  if (chosen.length === 0) {
    const known = [...new Set(families.map(({ id }) => id))].join(', ')
    throw new UsageError(`there is no family '${family}'; there are ${known}`)
  }
  const { linter, serviceNames } = await io.loadEngine(options.rules)
  if (linter.explain === undefined) throw new UsageError('these rules cannot be fuzzed')
  const explain = linter.explain.bind(linter)
  const result = fuzz(
    {
      marketplaces: linter.marketplaces,
      packs: linter.packs,
      lint: (submission) => linter.lint(submission),
      explain,
    },
    { families: chosen, seed: options.seed, pairs: options.pairs, serviceNames: serviceNames ?? new Map() },
  )
  await io.stdout.write(
    options.json
      ? `${JSON.stringify({ ...result, families: result.families.map(({ family: { id, title }, ...rest }) => ({ id, title, ...rest })) })}\n`
      : formatFuzz(result, { all: options.all === true }),
  )
  return EXIT.clean
}

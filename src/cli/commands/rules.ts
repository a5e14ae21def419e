/** `sekisho rules check`, `list`, `new` and `try`: for whoever writes rules. */
import { type Command, Option } from 'commander'
import type { PackSpec, RuleSpec } from '../../core/rules/rule-spec.ts'
import type { PatternCounts } from '../../packs/count-patterns.ts'
import type { LabelledText } from '../../packs/find-needless-shared.ts'
import { ItemReader } from '../eval/item-reader.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { formatFault, UsageError } from '../fault.ts'
import { formatTable } from '../format/format-table.ts'
import type { Io } from '../io.ts'
import { addRulesNewCommand } from './rules-new.ts'
import { addRulesTryCommand } from './rules-try.ts'

export const addRulesCommand = (program: Command, io: Io, done: (code: ExitCode) => void): void => {
  const rules = program.command('rules').description('check, list, write and try rules')
  rules
    .command('check')
    .description('read every pack and dictionary, run every example; all faults at once, with file and line')
    .argument(
      '[folder]',
      'a folder of packs, or one with rules/ and dictionaries/ (default: the built-in ones)',
    )
    .option(
      '--needless [pack]',
      'refuse alternatives (patterns, frames, lines, and those of phrases, templates and contexts) that no example needs; takes minutes',
    )
    .option(
      '--labelled <file...>',
      'with --needless: JSONL files with `expect`; what comes out worse there without a phrase, a template or a context needs it',
    )
    .action(async (folder: string | undefined, options: CheckOptions) => {
      done(await check(folder, options, io))
    })
  rules
    .command('list')
    .description('list the rules')
    .option('--pack <id>', 'only this pack')
    .option('--category <category>', 'only categories that begin so, e.g. contact or tone.casual')
    .addOption(new Option('--stage <stage>', 'only this stage').choices(['trial', 'stable', 'retired']))
    .option('--rules <dir>', 'rules (and dictionaries) to use instead of the built-in ones')
    .option('--json', 'as JSON')
    .action(async (options: ListOptions) => {
      done(await list(options, io))
    })
  addRulesNewCommand(rules, io, done)
  addRulesTryCommand(rules, io, done)
}

interface CheckOptions {
  readonly needless?: true | string
  readonly labelled?: readonly string[]
}

/** @throws {UsageError} where a line is no labelled item. */
const labelledIn = async (
  files: readonly string[],
  folder: string | undefined,
  io: Io,
): Promise<LabelledText[]> => {
  if (files.length === 0) return []
  const { linter } = await io.loadEngine(folder)
  const innocent = { marketplace: linter.marketplaces[0]!, channel: 'message', role: 'seller' } as const
  const items = new ItemReader(files, innocent, linter.marketplaces, io)
  const labelled: LabelledText[] = []
  for await (const block of items.blocks()) {
    for (const event of block) {
      if (event.type === 'fault') throw new UsageError(formatFault(event.fault))
      if (event.type !== 'lint') continue
      const { submission, expect } = items.itemOf(event.passage)
      if (expect !== undefined) labelled.push({ submission, expect })
    }
  }
  return labelled
}

const check = async (folder: string | undefined, options: CheckOptions, io: Io): Promise<ExitCode> => {
  const labelled = await labelledIn(options.labelled ?? [], folder, io)
  const { faults, packs, dead, needless, patterns } = await io.checkRules(folder, {
    needless: options.needless,
    labelled,
  })
  if (faults.length > 0) {
    await io.stderr.write(`${faults.join('\n')}\n${faults.length} fault${faults.length === 1 ? '' : 's'}\n`)
    return EXIT.input
  }
  if (dead.length > 0) await io.stderr.write(`${dead.join('\n')}\n${dead.length} without any effect\n`)
  if (needless.length > 0) {
    await io.stderr.write(`${needless.join('\n')}\n${needless.length} that no example needs\n`)
    return EXIT.input
  }
  await io.stdout.write(
    formatTable(
      ['pack', 'version', 'rules', 'flags', 'allows', 'misses'],
      packs.map((pack) => {
        const count = (kind: 'flags' | 'allows' | 'misses') =>
          `${pack.rules.reduce((sum, rule) => sum + (rule.examples[kind]?.length ?? 0), 0)}`
        return [
          pack.id,
          pack.version,
          `${pack.rules.length}`,
          count('flags'),
          count('allows'),
          count('misses'),
        ]
      }),
    ),
  )
  if (patterns !== undefined) await io.stdout.write(patternsInBrief(patterns))
  return EXIT.clean
}

const patternsInBrief = (patterns: PatternCounts): string => {
  const all = Object.values(patterns).reduce((sum, one) => sum + one, 0)
  const parts = Object.entries(patterns).map(([part, count]) => `${part} ${count}`)
  return `\n${all} patterns: ${parts.join(', ')}\n`
}

interface ListOptions {
  readonly pack?: string
  readonly category?: string
  readonly stage?: RuleSpec['stage']
  readonly rules?: string
  readonly json?: true
}

const list = async (options: ListOptions, io: Io): Promise<ExitCode> => {
  const { linter } = await io.loadEngine(options.rules)
  const rules = linter.packs
    .map(({ spec }) => spec)
    .filter(({ id }) => options.pack === undefined || id === options.pack)
    .flatMap((pack) => pack.rules.map((rule) => ({ pack, rule })))
    .filter(({ rule }) => options.category === undefined || rule.category.startsWith(options.category))
    .filter(({ rule }) => options.stage === undefined || rule.stage === options.stage)
  if (options.json) {
    const objects = rules.map(({ pack, rule }) => ({
      rule: `${pack.id}/${rule.id}`,
      category: rule.category,
      stage: rule.stage,
      ...(rule.where ? { where: rule.where } : {}),
      ...(rule.action ? { action: rule.action } : {}),
      says: rule.says,
    }))
    await io.stdout.write(`${JSON.stringify(objects, null, 2)}\n`)
    return EXIT.clean
  }
  await io.stdout.write(
    formatTable(
      ['rule', 'category', 'stage', 'action', 'says'],
      rules.map(({ pack, rule }) => [
        `${pack.id}/${rule.id}`,
        rule.category,
        rule.stage,
        actionInBrief(pack, rule),
        rule.says,
      ]),
      { left: true },
    ),
  )
  return EXIT.clean
}

/** A redirect rule's action stands in the marketplaces' tables. */
const actionInBrief = (pack: PackSpec, rule: RuleSpec): string => {
  if (rule.action) return rule.action
  if (pack.kind === 'common') return 'by marketplace'
  return [...new Set(Object.values(pack.actions[rule.category] ?? {}))].join(', ')
}

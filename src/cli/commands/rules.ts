/** `sekisho rules check`, `list`, `new` and `try`: for whoever writes rules. */
import { type Command, Option } from 'commander'
import type { PackSpec, RuleSpec } from '../../core/rules/rule-spec.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
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
      'refuse alternatives (patterns, frames, lines) that no example of their rule needs; takes a minute',
    )
    .action(async (folder: string | undefined, { needless }: { readonly needless?: true | string }) => {
      done(await check(folder, needless, io))
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

const check = async (
  folder: string | undefined,
  needlessIn: true | string | undefined,
  io: Io,
): Promise<ExitCode> => {
  const { faults, packs, dead, needless } = await io.checkRules(folder, { needless: needlessIn })
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
  return EXIT.clean
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

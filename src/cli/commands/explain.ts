/**
 * `sekisho explain RULE`: everything that is known of a rule, for whoever asks why something was held.
 * `sekisho explain --text TEXT`: how a text is read, for whoever writes rules.
 */
import type { Command } from 'commander'
import { parse as parseYaml, stringify } from 'yaml'
import type { MarketplacePack, PackSpec, RuleSpec } from '../../core/rules/rule-spec.ts'
import { withLimit } from '../../core/rules/thread-policy.ts'
import { threadPolicyIn } from '../../core/rules/used-packs.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { UsageError } from '../fault.ts'
import { formatReading } from '../format/format-reading.ts'
import { formatTable } from '../format/format-table.ts'
import type { Io } from '../io.ts'

export const addExplainCommand = (program: Command, io: Io, done: (code: ExitCode) => void): void => {
  program
    .command('explain')
    .description('say what a rule looks for, why, and what it does where; or how a text is read')
    .argument('[rule]', 'as in a finding: pack/rule, or the rule’s own name')
    .option('--text <text>', 'say how this is read: services, data, and what each sentence says')
    .option('--rules <dir>', 'rules (and dictionaries) to use instead of the built-in ones')
    .action(async (name: string | undefined, options: ExplainOptions) => {
      done(await explain(name, options, io))
    })
}

interface ExplainOptions {
  readonly text?: string
  readonly rules?: string
}

interface Found {
  readonly pack: PackSpec
  readonly rule: RuleSpec
}

const explain = async (
  name: string | undefined,
  { text, rules }: ExplainOptions,
  io: Io,
): Promise<ExitCode> => {
  if ((name === undefined) === (text === undefined))
    throw new UsageError('give a rule, or a text with --text')
  const { linter } = await io.loadEngine(rules)
  if (text !== undefined) {
    if (linter.explain === undefined) throw new UsageError('these rules cannot explain a text')
    await io.stdout.write(formatReading(linter.explain(text), text))
    return EXIT.clean
  }
  if (name === undefined) return EXIT.input
  const packs = linter.packs.map(({ spec }) => spec)
  const all = packs.flatMap((pack) => pack.rules.map((rule): Found => ({ pack, rule })))
  const found = all.filter(({ pack, rule }) => `${pack.id}/${rule.id}` === name || rule.id === name)
  const fact = found.length === 0 ? describeFact(name, packs) : undefined
  if (fact !== undefined) {
    await io.stdout.write(fact)
    return EXIT.clean
  }
  if (found.length === 0) throw new UsageError(`there is no rule '${name}'${suggestion(name, all)}`)
  await io.stdout.write(found.map((one) => describe(one, packs)).join('\n'))
  return EXIT.clean
}

/** A fact about whole talkrooms is no rule: what each marketplace makes of it. */
const describeFact = (name: string, packs: readonly PackSpec[]): string | undefined => {
  const id = name.replace(/^thread\//, '')
  const said = packs.flatMap((pack) => {
    if (pack.kind !== 'marketplace') return []
    const { policy } = threadPolicyIn(pack, packs)
    const fact = Object.entries(policy).find(([key]) => key.replaceAll('_', '-') === id)?.[1]
    if (fact === undefined) return []
    const { action, says, why, instead } = fact
    return [
      `\n${pack.title}\n  ${withLimit(says, fact)}\n  扱い: ${action}\n  理由: ${withLimit(why, fact)}\n  代わりに: ${instead}\n`,
    ]
  })
  if (said.length === 0) return undefined
  return `thread/${id}\n区分: thread.${id.replaceAll('-', '_')}\n${said.join('')}`
}

const suggestion = (name: string, all: readonly Found[]): string => {
  const wanted = name.split('/').at(-1)!.split('-')
  const near = all
    .map(({ pack, rule }) => ({
      name: `${pack.id}/${rule.id}`,
      shared: rule.id.split('-').filter((part) => wanted.includes(part)).length,
    }))
    .filter(({ shared }) => shared > 1)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 3)
  return near.length > 0
    ? `; near it: ${near.map((one) => one.name).join(', ')}`
    : '; see `sekisho rules list`'
}

const describe = ({ pack, rule }: Found, packs: readonly PackSpec[]): string => {
  const marketplaces = packs.filter(
    (other): other is MarketplacePack =>
      other.kind === 'marketplace' && (other.id === pack.id || other.uses.includes(pack.id)),
  )
  const line = (label: string, text: string | undefined) => (text ? `${label}: ${text}\n` : '')
  const examples = (label: string, list: RuleSpec['examples']['flags'] | undefined) =>
    list && list.length > 0 ? `\n${label}\n${list.map(({ text }) => `  ${oneLine(text)}\n`).join('')}` : ''
  return [
    `${pack.id}/${rule.id}\n`,
    `${rule.says}\n\n`,
    line('区分', rule.category),
    line('段階', rule.stage === 'stable' ? undefined : rule.stage),
    line('対象', rule.where && JSON.stringify(rule.where)),
    line('理由', rule.why),
    line('代わりに', rule.instead),
    line('直し方', rule.fix),
    line('出典', rule.source && `${rule.source.says} ${rule.source.url} (${rule.source.read})`),
    line('パック', `${pack.title} ${pack.version}`),
    `\n${actionTable(rule, marketplaces)}`,
    ...marketplaces.map((marketplace) => wording(marketplace, rule)),
    `\n探すもの\n${indent(stringify(parseYaml(JSON.stringify(rule.detect))))}`,
    rule.needs.length > 0 ? `必要な文脈: ${rule.needs.join('、')}\n` : '',
    rule.unless.length > 0 ? `除く文脈: ${rule.unless.join('、')}\n` : '',
    ...rule.cases.map(
      (one) =>
        `文脈による扱い: ${one.if.join('、')} → ${one.use}${one.words === undefined ? '' : ` (文面: ${one.words})`}\n`,
    ),
    examples('指摘する例', rule.examples.flags),
    examples('指摘しない例', rule.examples.allows),
    examples('まだ指摘できない例', rule.examples.misses),
  ].join('')
}

const actionTable = (rule: RuleSpec, marketplaces: readonly MarketplacePack[]): string => {
  const rows = marketplaces.flatMap((marketplace) => {
    const cells = marketplace.actions[rule.category]
    if (!cells) return rule.action ? [[marketplace.title, '*', rule.action]] : []
    return Object.entries(cells).map(([column, action]) => [marketplace.title, column, action])
  })
  return formatTable(['マーケット', '場面', '扱い'], rows, { left: true })
}

const wording = (marketplace: MarketplacePack, rule: RuleSpec): string => {
  const words = marketplace.wording[rule.category]
  if (!words) return ''
  return [
    `\n${marketplace.title}\n`,
    `  ${words.why}\n`,
    words.instead ? `  代わりに: ${words.instead}\n` : '',
    ...words.at.flatMap(({ when, why, instead, form }) => [
      `  ${placeInWords(when)}\n`,
      why ? `    ${why}\n` : '',
      instead ? `    代わりに: ${instead}\n` : '',
      form === false ? '    申請: なし\n' : '',
    ]),
    words.form ? `  申請: ${words.form}\n` : '',
    words.source ? `  出典: ${words.source.says} ${words.source.url} (${words.source.read})\n` : '',
  ].join('')
}

const placeInWords = (when: object): string =>
  Object.entries(when)
    .map(([key, values]) => `${key}: ${[values].flat().join('、')}`)
    .join(' ')

const oneLine = (text: string): string => text.replaceAll('\n', '⏎')

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ')

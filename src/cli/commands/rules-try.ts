/** `sekisho rules try TEXT`: what the rules weigh in a text and why, before anybody sends it. */
import { type Command, Option } from 'commander'
import {
  CHANNELS,
  type Channel,
  PHASES,
  type Phase,
  ROLES,
  type Role,
  submissionSchema,
} from '../../core/contract/submission.ts'
import type { TriedPlace } from '../../core/lint/try-rules.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { UsageError } from '../fault.ts'
import { formatStatement, oneLine } from '../format/format-reading.ts'
import type { Io } from '../io.ts'
import { marketplaceNamed } from '../marketplace-option.ts'

interface TryOptions {
  readonly rule?: string
  readonly marketplace: string
  readonly channel?: Channel
  readonly phase?: Phase
  readonly role?: Role
  readonly category?: string
  readonly asked?: string
  readonly rules?: string
  readonly json?: true
}

export const addRulesTryCommand = (rules: Command, io: Io, done: (code: ExitCode) => void): void => {
  rules
    .command('try')
    .description(
      'say what the rules weigh in a text: statement, line, excuses, evidence, and what it comes to',
    )
    .argument('<text>', 'the text, in quotation marks')
    .option('--rule <rule>', 'only this rule: pack/rule, or the rule’s own name')
    .option('-m, --marketplace <name>', 'as on this marketplace', 'coconala')
    .addOption(new Option('-c, --channel <channel>', 'where the text is written').choices(CHANNELS))
    .addOption(new Option('--phase <phase>', 'phase of the deal').choices(PHASES))
    .addOption(new Option('--role <role>', 'who writes').choices(ROLES))
    .option('--category <text>', 'the service’s category')
    .option('--asked <text>', 'the other side’s message that the text answers')
    .option('--rules <dir>', 'rules (and dictionaries) to use instead of the built-in ones')
    .option('--json', 'as JSON')
    .action(async (text: string, options: TryOptions) => {
      done(await tryRules(text, options, io))
    })
}

const tryRules = async (text: string, options: TryOptions, io: Io): Promise<ExitCode> => {
  const { rule, channel, phase, role, category, asked } = options
  const { linter } = await io.loadEngine(options.rules)
  if (linter.tryRules === undefined) throw new UsageError('these rules cannot be tried')
  const marketplace = marketplaceNamed(options.marketplace, linter)
  const isWanted = (name: string) => rule === undefined || name === rule || name.split('/').at(-1) === rule
  if (rule !== undefined && !hasRule(linter.packs, isWanted)) {
    throw new UsageError(`there is no rule '${rule}'; see \`sekisho rules list\``)
  }
  const submission = submissionSchema.parse({
    marketplace,
    text,
    channel,
    phase,
    role,
    category,
    ...(asked === undefined
      ? {}
      : { history: [{ role: role === 'buyer' ? 'seller' : 'buyer', text: asked }] }),
  })
  const places = linter.tryRules(submission).filter((place) => isWanted(place.rule))
  const report = linter.lint(submission)
  const findings = report.findings
    .filter((finding) => isWanted(finding.rule))
    .map(({ rule, category, action, confidence, excerpt }) => ({
      rule,
      category,
      action,
      confidence,
      excerpt,
    }))
  if (options.json) {
    await io.stdout.write(`${JSON.stringify({ places, findings }, null, 2)}\n`)
    return EXIT.clean
  }
  await io.stdout.write(
    [
      ...(places.length === 0 ? ['no rule weighs anything here\n'] : places.map(formatPlace)),
      findings.length === 0
        ? 'the report: no finding\n'
        : `the report:\n${findings
            .map((one) => `  ${one.action} 「${oneLine(one.excerpt)}」 ${one.rule} (${one.confidence})\n`)
            .join('')}`,
    ].join('\n'),
  )
  return EXIT.clean
}

const hasRule = (
  packs: readonly {
    readonly spec: { readonly id: string; readonly rules: readonly { readonly id: string }[] }
  }[],
  isWanted: (name: string) => boolean,
): boolean => packs.some(({ spec }) => spec.rules.some(({ id }) => isWanted(`${spec.id}/${id}`)))

const formatPlace = (place: TriedPlace): string => {
  const { rule, category, excerpt, statement, line, excuses, supports, opposes, score, comesTo } = place
  const pieces = (list: TriedPlace['supports']) =>
    list.map(([name, weight]) => `${name} ${signed(weight)}`).join(', ') || '-'
  return [
    `「${oneLine(excerpt)}」 ${rule} (${category})`,
    `  statement: ${statement === undefined ? '-' : formatStatement(statement)}`,
    `  line:      ${line ?? '- (no line of the rule reads it)'}`,
    `  excuses:   ${excuses.join(', ') || '-'}`,
    `  for:       ${pieces(supports)}`,
    `  against:   ${pieces(opposes)}`,
    `  log-odds:  ${signed(score)}`,
    `  comes to:  ${comesTo}`,
    '',
  ].join('\n')
}

const signed = (weight: number): string => `${weight < 0 ? '' : '+'}${weight.toFixed(2)}`

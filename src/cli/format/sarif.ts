/**
 * `--format sarif`: SARIF 2.1.0, for code scanning and editors. Columns are UTF-16 code units, as our spans are.
 * Results are written as they come; the rules they name stand behind them.
 */
import type { Action, Doubt, Finding } from '../../core/contract/report.ts'
import type { SecondOpinionReport } from '../../core/contract/second-opinion.ts'
import { formatPath } from '../../core/documents/document.ts'
import type { FieldReport } from '../../core/documents/split-report.ts'
import type { RuleSpec } from '../../core/rules/rule-spec.ts'
import type { Fault } from '../fault.ts'
import type { LintedEvent, ResultEvent } from '../read-event.ts'
import { type FormatOptions, type Formatter, ruleByName } from './formatter.ts'
import { opinionInWords } from './opinion-in-words.ts'
import { pathOf, type WordsPlace, wordsPlace } from './place-of.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'
const LEVELS: Readonly<Record<Action, string>> = {
  note: 'note',
  warn: 'warning',
  review: 'error',
  block: 'error',
}

export const sarifFormatter = ({ packs, version }: FormatOptions): Formatter => {
  const authored = ruleByName(packs)
  const rules = new Map<string, object>()
  const notifications: object[] = []
  let opened = false
  let first = true

  const ruleIndex = (name: string, descriptor: () => object): number => {
    if (!rules.has(name)) rules.set(name, descriptor())
    return [...rules.keys()].indexOf(name)
  }
  const write = (results: readonly object[]): string =>
    results
      .map((result) => {
        const comma = first ? '\n' : ',\n'
        first = false
        return comma + JSON.stringify(result)
      })
      .join('')
  const open = (): string => {
    if (opened) return ''
    opened = true
    return `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","language":"ja-JP","results":[`
  }

  const result = (event: LintedEvent, field: FieldReport, finding: Finding): object => {
    const { rule, action, category, excerpt, says, why, instead } = finding
    const at = wordsPlace(event.place, field, finding.span)
    const path = pathOf(event, field)
    return {
      ruleId: rule,
      ruleIndex: ruleIndex(rule, () => describe(rule, finding, authored.get(rule))),
      level: LEVELS[action],
      message: { text: [says, why, instead && `代わりに: ${instead}`].filter(Boolean).join('\n') },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(event.file) },
            ...(at ? { region: regionOf(at, excerpt) } : {}),
          },
          logicalLocations: [{ fullyQualifiedName: path, kind: 'member' }],
        },
      ],
      ...(finding.fix && at?.exact ? { fixes: [fixOf(event, field, finding)] } : {}),
      properties: {
        category,
        action,
        confidence: finding.confidence,
        span: finding.span,
        excerpt,
        ...(event.place.row === undefined ? {} : { row: event.place.row, column: event.place.column }),
        ...(finding.trail ? { trail: finding.trail } : {}),
        ...(finding.because ? { because: finding.because } : {}),
      },
    }
  }

  /** SARIF's `open`: evaluated, and nothing decided. */
  const doubtful = (
    event: LintedEvent,
    field: FieldReport,
    { category, span, excerpt, reason }: Doubt,
  ): object => {
    const at = wordsPlace(event.place, field, span)
    const id = 'sekisho/doubt'
    return {
      ruleId: id,
      ruleIndex: ruleIndex(id, () => ({
        id,
        shortDescription: { text: '規則では判断できないところです。' },
      })),
      level: 'none',
      kind: 'open',
      message: { text: reason ?? '規則では判断できません。' },
      locations: [
        {
          ...locationOf(event.file, pathOf(event, field)),
          physicalLocation: {
            artifactLocation: { uri: uriOf(event.file) },
            ...(at ? { region: regionOf(at, excerpt) } : {}),
          },
        },
      ],
      properties: { category, span, excerpt },
    }
  }

  const asked = (event: LintedEvent, field: FieldReport, opinion: SecondOpinionReport): object => {
    const id = 'sekisho/second-opinion'
    return {
      ruleId: id,
      ruleIndex: ruleIndex(id, () => ({ id, shortDescription: { text: '第二意見を尋ねました。' } })),
      level: 'none',
      kind: 'informational',
      message: { text: opinionInWords(opinion) },
      locations: [locationOf(event.file, pathOf(event, field))],
      properties: { secondOpinion: opinion },
    }
  }

  const resultsOf = (event: ResultEvent): object[] => {
    switch (event.type) {
      case 'linted':
        return event.fields.flatMap((field) => [
          ...field.report.findings.map((finding) => result(event, field, finding)),
          ...field.report.doubts.map((doubt) => doubtful(event, field, doubt)),
          ...(field.report.secondOpinion === undefined
            ? []
            : [asked(event, field, field.report.secondOpinion)]),
          ...field.report.incomplete.map(({ code, detail }) =>
            held(
              'sekisho/incomplete',
              `確かめきれなかったところがあります(${code}: ${detail})。`,
              event.file,
              pathOf(event, field),
            ),
          ),
        ])
      case 'facts':
        return event.facts.map((fact) => ({
          ruleId: fact.rule,
          ruleIndex: ruleIndex(fact.rule, () => describe(fact.rule, fact, undefined)),
          level: LEVELS[fact.action],
          message: { text: `${fact.says}\n${fact.why}\n代わりに: ${fact.instead}` },
          locations: [locationOf(event.file, formatPath([...(event.place.prefix ?? []), 'thread']))],
          properties: { category: fact.category, action: fact.action, messages: fact.messages },
        }))
      case 'not-looked-at':
        return [
          held(
            'sekisho/not-looked-at',
            `${event.what.says} ${event.what.url ?? ''}`.trim(),
            event.file,
            pathOf(event, event.what),
          ),
        ]
      default:
        return []
    }
  }
  const held = (rule: string, text: string, file: string, path: string): object => ({
    ruleId: rule,
    ruleIndex: ruleIndex(rule, () => ({
      id: rule,
      shortDescription: { text: '確かめていないところがあります。' },
    })),
    level: 'warning',
    kind: 'open',
    message: { text },
    locations: [locationOf(file, path)],
  })

  return {
    event(event) {
      if (event.type === 'fault') notifications.push(notificationOf(event.fault))
      return open() + write(resultsOf(event))
    },
    end() {
      const driver = { name: 'Sekisho', version, rules: [...rules.values()] }
      const invocation = {
        executionSuccessful: notifications.length === 0,
        toolExecutionNotifications: notifications,
      }
      return `${open()}\n],"tool":${JSON.stringify({ driver })},"invocations":[${JSON.stringify(invocation)}]}]}\n`
    },
  }
}

const describe = (
  id: string,
  {
    says,
    why,
    category,
    instead,
  }: Pick<Finding, 'says' | 'why' | 'category'> & { instead?: string | undefined },
  rule: RuleSpec | undefined,
): object => ({
  id,
  name: id.split('/').at(-1)!,
  shortDescription: { text: rule?.says ?? says },
  fullDescription: { text: rule?.why ?? why },
  help: { text: [rule?.why ?? why, instead && `代わりに: ${instead}`].filter(Boolean).join('\n') },
  ...(rule?.source ? { helpUri: rule.source.url } : {}),
  properties: { category, tags: [category.split('.')[0], category], ...(rule ? { stage: rule.stage } : {}) },
})

/** A path as a URI reference: `作品/a b.json` is relative, an absolute path is a file. */
export const uriOf = (file: string): string => {
  if (file === '-') return 'stdin'
  const slashed = file.replaceAll('\\', '/')
  const encoded = slashed
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/')
  if (/^[A-Za-z]:\//.test(slashed)) return `file:///${slashed.slice(0, 2)}${encoded.slice(4)}`
  return slashed.startsWith('/') ? `file://${encoded}` : encoded
}

const locationOf = (file: string, path: string): object => ({
  physicalLocation: { artifactLocation: { uri: uriOf(file) } },
  logicalLocations: [{ fullyQualifiedName: path, kind: 'member' }],
})

const regionOf = ({ start, end, exact }: WordsPlace, excerpt: string): object => ({
  startLine: start.line,
  ...(exact ? { startColumn: start.column, endLine: end.line, endColumn: end.column } : {}),
  snippet: { text: excerpt.toWellFormed() },
})

const fixOf = (event: LintedEvent, field: FieldReport, finding: Finding): object => {
  const fix = finding.fix!
  const { start, end } = wordsPlace(event.place, field, fix.span)!
  return {
    description: { text: '書き換え' },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(event.file) },
        replacements: [
          {
            deletedRegion: {
              startLine: start.line,
              startColumn: start.column,
              endLine: end.line,
              endColumn: end.column,
            },
            insertedContent: { text: fix.replacement },
          },
        ],
      },
    ],
  }
}

const notificationOf = ({ file, line, column, says }: Fault): object => ({
  level: 'error',
  message: { text: says },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(file) },
        ...(line === undefined
          ? {}
          : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
      },
    },
  ],
})

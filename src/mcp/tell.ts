/** Reports in words, for agents that read text rather than structure: the verdict first, then each place and what to do. */
import type { Doubt, Finding, LintReport } from '../core/contract/report.ts'
import type { DocumentReport, ThreadReport } from '../http/client.ts'

const VERDICTS = {
  allow: 'allow: このまま送れます。',
  warn: 'warn: 送れますが、直したほうがよいところがあります。',
  review: 'review: このまま送ると確認のために止められることがあります。直してから送ってください。',
  block: 'block: 規約で禁止されています。このまま送らないでください。',
} as const

export const tellReport = ({ verdict, findings, doubts, incomplete }: LintReport): string =>
  lines(VERDICTS[verdict], findings.map(tellFinding), doubts.map(tellDoubt), incomplete.map(tellIncomplete))

export const tellDocument = (report: DocumentReport | ThreadReport): string =>
  lines(
    VERDICTS[report.verdict],
    report.findings.map((finding) => `${finding.path}: ${tellFinding(finding)}`),
    'facts' in report
      ? report.facts.map(
          ({ action, messages, says, instead }) =>
            `[${action}] ${messages.join('、')}: ${says} 代わりに: ${instead}`,
        )
      : [],
    report.doubts.map((doubt) => `${doubt.path}: ${tellDoubt(doubt)}`),
    report.incomplete.map((one) => `${one.path}: ${tellIncomplete(one)}`),
    report.notLookedAt.map(({ path, url, says }) => `確かめていない: ${path} ${url ?? ''} ${says}`),
    report.unknown.map(
      ({ path, meant }) =>
        `知らない項目のため確かめていない: ${path}${meant === undefined ? '' : `(${meant} のことですか)`}`,
    ),
  )

const tellFinding = ({ action, rule, excerpt, span, says, why, instead, fix }: Finding): string =>
  [
    `[${action}] 「${excerpt}」(${span.start}–${span.end}) ${says} 理由: ${why}`,
    ...(instead === undefined ? [] : [`代わりに: ${instead}`]),
    ...(fix === undefined ? [] : [`安全な直し: 「${fix.replacement}」(apply_fixes)`]),
    `(${rule})`,
  ].join(' ')

/** It raises no verdict: who writes knows what is meant. */
const tellDoubt = ({ category, excerpt }: Doubt): string =>
  `規則では判断できなかった: 「${excerpt}」(${category}) この意味で書いたのなら、書き換えてください。`

const tellIncomplete = ({ code, detail }: LintReport['incomplete'][number]): string =>
  `確かめられなかった: ${code} ${detail}`

const lines = (first: string, ...rest: readonly (readonly string[])[]): string =>
  [first, ...rest.flat().map((line) => `- ${line}`)].join('\n')

/** `--format junit`: one suite a file, one case a field that has something to say, for CI that shows test results. */
import { formatPath } from '../../core/documents/document.ts'
import { type FieldReport, saysSomething } from '../../core/documents/split-report.ts'
import type { LintedEvent, ResultEvent } from '../read-event.ts'
import { ACTION_LABELS, CONFIDENCE_LABELS, reaches, verdictOfActions } from '../tally.ts'
import type { FormatOptions, Formatter } from './formatter.ts'
import { opinionInWords } from './opinion-in-words.ts'
import { pathOf, wordsPlace } from './place-of.ts'

type Outcome = 'failure' | 'error' | 'skipped' | 'passed'

export const junitFormatter = ({ failOn, all }: FormatOptions): Formatter => {
  let cases: { outcome: Outcome; element: string }[] = []
  let tests = 0
  let opened = false

  const add = (name: string, file: string, outcome: Outcome, message: string, body: string) => {
    const inner =
      outcome === 'passed'
        ? body && `<system-out>${xml(body)}</system-out>`
        : `<${outcome} message="${xml(message)}">${xml(body)}</${outcome}>`
    const element = `    <testcase name="${xml(name)}" classname="${xml(file)}" time="0">${inner}</testcase>\n`
    cases.push({ outcome, element })
  }

  const field = (event: LintedEvent, one: FieldReport) => {
    const { verdict, findings, doubts, incomplete } = one.report
    if (!all && !saysSomething(one.report)) return
    const path = pathOf(event, one)
    const id = event.passage.submission.id
    const place = event.place.line === undefined ? '' : ` (${event.place.line}行目)`
    const name = event.shape === 'submission' ? `${id ?? 'text'}${place}` : `${path}${place}`
    const lines = [
      ...findings.map((finding) => {
        const at = wordsPlace(event.place, one, finding.span)
        const where = at ? `${at.start.line}:${at.exact ? at.start.column : 1} ` : ''
        const sure = finding.confidence === 'certain' ? '' : `(${CONFIDENCE_LABELS[finding.confidence]})`
        return `${where}${ACTION_LABELS[finding.action]}${sure} 「${finding.excerpt}」 ${finding.says} ${finding.why} [${finding.rule}]`
      }),
      ...doubts.map(({ category, excerpt, reason = '' }) =>
        `判断保留 「${excerpt}」 ${category} ${reason}`.trimEnd(),
      ),
      ...(one.report.secondOpinion === undefined ? [] : [opinionInWords(one.report.secondOpinion)]),
      ...incomplete.map(({ code, detail }) => `確かめきれなかったところ: ${code} ${detail}`),
    ]
    const message = findings[0]?.says ?? lines[0] ?? ''
    add(name, event.file, reaches(verdict, failOn) ? 'failure' : 'passed', message, lines.join('\n'))
  }

  const open = (): string => {
    if (opened) return ''
    opened = true
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sekisho">\n'
  }

  const suite = (file: string): string => {
    const count = (outcome: Outcome) => cases.filter((one) => one.outcome === outcome).length
    const passed = Math.max(tests, cases.length)
    const head = `name="${xml(file)}" tests="${passed}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}" time="0"`
    const body = cases.map(({ element }) => element).join('')
    cases = []
    tests = 0
    return `  <testsuite ${head}>\n${body}  </testsuite>\n`
  }

  const take = (event: ResultEvent): string => {
    switch (event.type) {
      case 'linted':
        tests += event.fields.length
        for (const one of event.fields) field(event, one)
        return ''
      case 'fault': {
        const { file, line, says } = event.fault
        add(line === undefined ? '読み込み' : `${line}行目`, file, 'error', says, '')
        tests += 1
        return ''
      }
      case 'facts': {
        if (event.facts.length === 0) return ''
        const verdict = verdictOfActions(event.facts.map(({ action }) => action))
        const body = event.facts.map(({ says, messages, rule }) => `${says} ${messages.join('、')} [${rule}]`)
        const path = formatPath([...(event.place.prefix ?? []), 'thread'])
        const outcome = reaches(verdict, failOn) ? 'failure' : 'passed'
        add(path, event.file, outcome, event.facts[0]!.says, body.join('\n'))
        tests += 1
        return ''
      }
      case 'not-looked-at':
        add(pathOf(event, event.what), event.file, 'skipped', event.what.says, event.what.url ?? '')
        tests += 1
        return ''
      case 'end':
        return suite(event.file)
      default:
        return ''
    }
  }
  return { event: (event) => open() + take(event), end: () => `${open()}</testsuites>\n` }
}

/** XML 1.0 has no place for most controls and lone surrogates, however they are written. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')

/** The service's numbers for Prometheus, on Node. */
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Metrics } from '../http/metrics.ts'

/** Seconds; a message takes well below a millisecond, the largest text some tens. */
const BUCKETS = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5]

/** @param process whether to add the numbers of the process itself (memory, event loop); they hold timers. */
export function createPrometheusMetrics({ process = true } = {}): Required<Metrics> {
  const registry = new Registry()
  if (process) collectDefaultMetrics({ register: registry })
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers: [registry] })
  const requests = counter('sekisho_requests_total', 'Requests answered', [
    'route',
    'method',
    'status',
    'key',
  ])
  const problems = counter('sekisho_problems_total', 'Requests refused, by problem code', ['code'])
  const verdicts = counter('sekisho_verdicts_total', 'Texts linted, by verdict', ['marketplace', 'verdict'])
  const rules = counter('sekisho_rule_findings_total', 'Findings, by rule', ['rule'])
  const incomplete = counter('sekisho_incomplete_total', 'Texts not looked at in full, by reason', ['code'])
  const opinions = counter('sekisho_second_opinions_total', 'Texts with something to ask, by outcome', [
    'outcome',
  ])
  const changes = counter('sekisho_second_opinion_changes_total', 'Findings and doubts lowered or raised', [
    'change',
  ])
  const thrownAway = counter(
    'sekisho_second_opinion_thrown_away_total',
    'Parts of answers that were thrown away, by reason',
    ['reason'],
  )
  const questions = counter('sekisho_second_opinion_questions_total', 'Questions, by outcome', ['outcome'])
  const characters = counter('sekisho_second_opinion_characters_total', 'Characters sent in questions', [])
  const seconds = new Histogram({
    name: 'sekisho_request_seconds',
    help: 'Time to answer',
    labelNames: ['route'],
    buckets: BUCKETS,
    registers: [registry],
  })
  return {
    answered({ route, method, status, seconds: took, key = '', problem }) {
      requests.inc({ route, method, status: String(status), key })
      seconds.observe({ route }, took)
      if (problem !== undefined) problems.inc({ code: problem })
    },
    linted(marketplace, report) {
      verdicts.inc({ marketplace, verdict: report.verdict })
      for (const { rule } of report.findings) rules.inc({ rule })
      for (const { code } of report.incomplete) incomplete.inc({ code })
      if (report.secondOpinion === undefined) return
      opinions.inc({ outcome: report.secondOpinion.outcome })
      for (const { change } of report.secondOpinion.changed) changes.inc({ change })
      for (const reason of report.secondOpinion.thrownAway) thrownAway.inc({ reason })
    },
    asked({ outcome, characters: sent }) {
      questions.inc({ outcome })
      if (outcome !== 'not-asked') characters.inc(sent)
    },
    exposition: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  }
}

/** The service's numbers on Workers: data points of the Analytics Engine, with the names that Prometheus has on Node. */
import type { AnalyticsEngineDataset } from '@cloudflare/workers-types'
import type { Metrics } from '../http/metrics.ts'

/**
 * Each point: `index1` the name, `blob1…` the labels in the order of the Prometheus metric, `double1` the value.
 * The platform takes 25 points a request, so a report's rules are one point each only up to `MAX_RULES`.
 */
const MAX_RULES = 10

export function createAnalyticsMetrics(dataset: AnalyticsEngineDataset): Metrics {
  const point = (name: string, labels: string[], value = 1) =>
    dataset.writeDataPoint({ indexes: [name], blobs: labels, doubles: [value] })
  return {
    answered({ route, method, status, seconds, key = '', problem }) {
      point('sekisho_requests_total', [route, method, String(status), key])
      point('sekisho_request_seconds', [route], seconds)
      if (problem !== undefined) point('sekisho_problems_total', [problem])
    },
    linted(marketplace, report) {
      point('sekisho_verdicts_total', [marketplace, report.verdict])
      for (const { rule } of report.findings.slice(0, MAX_RULES)) point('sekisho_rule_findings_total', [rule])
      for (const { code } of report.incomplete.slice(0, 2)) point('sekisho_incomplete_total', [code])
      const opinion = report.secondOpinion
      if (opinion === undefined) return
      point('sekisho_second_opinions_total', [opinion.outcome])
      for (const change of ['lowered', 'raised'] as const) {
        const count = opinion.changed.filter((one) => one.change === change).length
        if (count > 0) point('sekisho_second_opinion_changes_total', [change], count)
      }
      const [reason] = opinion.thrownAway
      if (reason !== undefined)
        point('sekisho_second_opinion_thrown_away_total', [reason], opinion.thrownAway.length)
    },
    asked({ outcome, characters }) {
      point('sekisho_second_opinion_questions_total', [outcome])
      if (outcome !== 'not-asked') point('sekisho_second_opinion_characters_total', [], characters)
    },
  }
}

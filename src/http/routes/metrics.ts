/** `GET /metrics`: the numbers for Prometheus, where the deployment keeps them. */
import { Problem } from '../problem.ts'
import { route } from '../route.ts'

export const metricsRoute = route({
  method: 'GET',
  path: '/metrics',
  operation: 'metrics',
  tag: 'Service',
  summary: 'Numbers for Prometheus',
  description: 'Needs an API key where keys are configured.',
  needsKey: true,
  answers: { 200: { description: 'Prometheus text format', contentType: 'text/plain' } },
  problems: ['not-found'],
  async handle({ c, deps }) {
    if (deps.metrics.exposition === undefined) throw new Problem('not-found')
    const { contentType, text } = await deps.metrics.exposition()
    return c.body(text, 200, { 'content-type': contentType })
  },
})

/** `GET /healthz` and `GET /readyz`: for load balancers and orchestrators. */
import * as z from 'zod'
import { unserved } from '../access.ts'
import { Problem } from '../problem.ts'
import { json, route } from '../route.ts'

export const healthRoute = route({
  method: 'GET',
  path: '/healthz',
  operation: 'health',
  tag: 'Service',
  summary: 'Is the process alive?',
  needsKey: false,
  answers: { 200: json(z.object({ status: z.literal('ok') }), 'It is') },
  problems: [],
  handle: ({ c }) => c.json({ status: 'ok' }),
})

export const readyRoute = route({
  method: 'GET',
  path: '/readyz',
  operation: 'ready',
  tag: 'Service',
  summary: 'May requests be sent here?',
  description:
    'Not before the dictionary and the packs are loaded, not with settings that cannot be used, and no more once the ' +
    'service is stopping.',
  needsKey: false,
  answers: {
    200: json(z.object({ status: z.literal('ready'), marketplaces: z.array(z.string()) }), 'They may'),
  },
  problems: ['not-ready', 'no-keys', 'misconfigured'],
  handle({ c, deps, linter }) {
    if (deps.stopping()) throw new Problem('not-ready')
    const { access, misconfigured } = deps
    if (access.kind === 'closed' || access.kind === 'misconfigured') throw unserved(access)
    if (misconfigured !== undefined) throw new Problem('misconfigured', { detail: misconfigured })
    return c.json({ status: 'ready', marketplaces: linter().marketplaces })
  },
})

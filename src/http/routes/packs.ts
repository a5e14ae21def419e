/** `GET /v1/packs`, `/v1/packs/:id`, `/v1/rules/:id`: which policy is in force, and what each rule says and why. */
import * as z from 'zod'
import { packRefSchema } from '../../core/contract/report.ts'
import type { LoadedPack } from '../../core/lint/linter.ts'
import type { PackSpec, RuleSpec } from '../../core/rules/rule-spec.ts'
import { Problem } from '../problem.ts'
import { json, route } from '../route.ts'

const sourceSchema = z.object({ url: z.string(), read: z.string(), says: z.string() })

const packSummarySchema = packRefSchema.extend({
  kind: z.enum(['common', 'marketplace']),
  title: z.string(),
  rules: z.array(z.string()),
})

const wordingSchema = z.object({
  why: z.string(),
  instead: z.string().optional(),
  /** Other words for some places; the first that holds. */
  at: z.array(
    z.object({
      when: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
      why: z.string().optional(),
      instead: z.string().optional(),
    }),
  ),
  form: z.string().optional(),
  source: sourceSchema.optional(),
})

const packSchema = packSummarySchema.extend({
  uses: z.array(z.string()).optional(),
  columns: z
    .array(z.object({ name: z.string(), when: z.record(z.string(), z.array(z.string())) }))
    .optional(),
  /** category → column → action. */
  actions: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  wording: z.record(z.string(), wordingSchema).optional(),
})

const exampleSchema = z.object({
  /** The exact span stands in `[[…]]`. */
  text: z.string(),
  context: z.record(z.string(), z.unknown()).optional(),
  /** The row of a marketplace's table that it takes, where it is not the category's. */
  row: z.string().optional(),
})

const ruleSchema = z.object({
  /** `pack/rule`. */
  id: z.string(),
  pack: packRefSchema,
  category: z.string(),
  stage: z.enum(['trial', 'stable', 'retired']),
  where: z.record(z.string(), z.array(z.string())).optional(),
  action: z.string().optional(),
  says: z.string(),
  why: z.string().optional(),
  instead: z.string().optional(),
  source: sourceSchema.optional(),
  unless: z.array(z.string()),
  examples: z.object({
    flags: z.array(exampleSchema),
    allows: z.array(exampleSchema),
    misses: z.array(exampleSchema),
  }),
})

export type PackSummary = z.output<typeof packSummarySchema>
export type PackDetails = z.output<typeof packSchema>
export type RuleDetails = z.output<typeof ruleSchema>

export const packsRoute = route({
  method: 'GET',
  path: '/v1/packs',
  operation: 'listPacks',
  tag: 'Rules',
  summary: 'The packs in force',
  needsKey: true,
  answers: {
    200: json(
      z.object({
        packs: z.array(packSummarySchema),
        /** By marketplace: what its reports are made with; the digest in a report is over these, in their order. */
        parts: z.record(z.string(), z.array(packRefSchema)),
      }),
      'The packs, with version and digest, and what the reports of each marketplace are made with',
    ),
  },
  problems: ['not-ready'],
  handle({ c, linter }) {
    const { packs, marketplaces, partsOf } = linter()
    return c.json({
      packs: packs.map(summary),
      parts: Object.fromEntries(marketplaces.map((marketplace) => [marketplace, partsOf(marketplace)])),
    })
  },
})

export const packRoute = route({
  method: 'GET',
  path: '/v1/packs/:id',
  operation: 'getPack',
  tag: 'Rules',
  summary: 'One pack: its rules, and for a marketplace its table of actions and its wording',
  needsKey: true,
  parameters: [{ name: 'id', description: 'The id of the pack', example: 'coconala' }],
  answers: { 200: json(packSchema, 'The pack') },
  problems: ['not-ready', 'unknown-pack'],
  handle({ c, linter }) {
    const pack = linter().packs.find(({ spec }) => spec.id === c.req.param('id'))
    if (pack === undefined) throw new Problem('unknown-pack')
    return c.json({ ...summary(pack), ...policy(pack.spec) })
  },
})

export const ruleRoute = route({
  method: 'GET',
  path: '/v1/rules/:id{.+}',
  operation: 'getRule',
  tag: 'Rules',
  summary: 'One rule: what it says, why, its source and the examples that prove it',
  description: 'The id is `pack/rule`, as in a finding; its slash may be sent as it is or percent-encoded.',
  needsKey: true,
  parameters: [{ name: 'id', description: '`pack/rule`', example: 'common-contact/no-messenger-proposal' }],
  answers: { 200: json(ruleSchema, 'The rule') },
  problems: ['not-ready', 'unknown-rule'],
  handle({ c, linter }) {
    const id = c.req.param('id') ?? ''
    for (const pack of linter().packs) {
      const rule = pack.spec.rules.find((candidate) => `${pack.spec.id}/${candidate.id}` === id)
      if (rule !== undefined) return c.json(ruleView(id, pack, rule))
    }
    throw new Problem('unknown-rule')
  },
})

const packRef = ({ spec, digest }: LoadedPack) => ({ id: spec.id, version: spec.version, digest })

const summary = (pack: LoadedPack) => ({
  ...packRef(pack),
  kind: pack.spec.kind,
  title: pack.spec.title,
  rules: pack.spec.rules.map((rule) => `${pack.spec.id}/${rule.id}`),
})

function policy(spec: PackSpec) {
  if (spec.kind !== 'marketplace') return {}
  const { uses, columns, actions, wording } = spec
  return { uses, columns, actions, wording }
}

function ruleView(id: string, pack: LoadedPack, rule: RuleSpec) {
  const { category, stage, where, action, says, why, instead, source, unless, examples } = rule
  const { flags, allows, misses = [] } = examples
  return {
    id,
    pack: packRef(pack),
    category,
    stage,
    where,
    action,
    says,
    why,
    instead,
    source,
    unless,
    examples: { flags, allows, misses },
  }
}

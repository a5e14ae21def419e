/**
 * What a rule and a pack are, as authored in rules/*.yaml.
 *
 * A *policy pack* (kind `marketplace`) says what is allowed where: the table of actions, the marketplace's wording and
 * forms. A *common pack* says how a thing is recognised. So a new marketplace is a table and its wording, and a new
 * disguise is detected on all of them at once.
 */
import * as z from 'zod'
import { CATEGORIES } from '../contract/category.ts'
import { ACTIONS } from '../contract/report.ts'
import { APPROVALS, allowListSchema, submissionSchema } from '../contract/submission.ts'
import { whereSchema } from '../contract/where.ts'
import { threadSpecSchema } from './thread-policy.ts'

const text = (max: number) => z.string().min(1).max(max)
const idSchema = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'kebab-case letters and digits')

export const sourceSchema = z.strictObject({
  url: z.url(),
  /** The day on which a person read it. */
  read: z.iso.date(),
  says: text(400),
})

const contextSchema = submissionSchema.omit({ text: true, marketplace: true }).partial()

/**
 * An example: the text, with `[[…]]` around the exact span; or the text with a context, and the row of the table that a
 * case gives it.
 */
export const exampleSchema = z.union([
  text(4000).transform((value) => ({ text: value, context: undefined, row: undefined })),
  z.strictObject({ text: text(4000), context: contextSchema.optional(), row: text(60).optional() }),
])

export const examplesSchema = z.strictObject({
  flags: z.array(exampleSchema).min(1),
  allows: z.array(exampleSchema).min(1),
  /** Known gaps: the check fails once one starts to hit. */
  misses: z.array(exampleSchema).optional(),
})

/** The kinds of detectors are in core/judge/kinds, one file a kind; each brings the schema of its settings. */
export const detectSchema = z.looseObject({ kind: z.string() })

export const ruleSpecSchema = z.strictObject({
  id: idSchema,
  category: z.enum(CATEGORIES),
  stage: z.enum(['trial', 'stable', 'retired']).default('stable'),
  where: whereSchema.optional(),
  /** Overrides the marketplace's table. A tone rule has it: its level. */
  action: z.enum(ACTIONS).optional(),
  says: text(200),
  why: text(400).optional(),
  instead: text(400).optional(),
  source: sourceSchema.optional(),
  detect: z.union([detectSchema.transform((one) => [one]), z.array(detectSchema).min(1)]),
  /** Names of the contexts of which one must hold: `proposal`, … (dictionaries/contexts). */
  needs: z.array(z.string()).default([]),
  /** Names of the contexts in which a detection is no finding: `refusal`, `product`, `quotation`, `past`, … */
  unless: z.array(z.string()).default([]),
  /**
   * The first case one of whose contexts holds takes its action from another row of the table, or an action itself; and
   * the wording of that row, or of the one that `words` names, where the marketplace has it.
   */
  cases: z
    .array(z.strictObject({ if: z.array(z.string()).min(1), use: z.string(), words: z.string().optional() }))
    .default([]),
  /**
   * Rules of the same pack for data of a named kind: what this rule finds is of the one whose category the text proposes,
   * the nearest of several.
   */
  namedBy: z.array(idSchema).default([]),
  /** A safe edit: what to put in place of the words. */
  fix: z.string().max(400).optional(),
  examples: examplesSchema,
})

function knowTheirNames(rules: readonly z.output<typeof ruleSpecSchema>[], context: z.RefinementCtx): void {
  const ids = new Set(rules.map(({ id }) => id))
  for (const [at, { namedBy }] of rules.entries())
    for (const [nth, id] of namedBy.entries())
      if (!ids.has(id))
        context.addIssue({ code: 'custom', path: [at, 'namedBy', nth], message: `there is no rule '${id}'` })
}

export const commonPackSchema = z.strictObject({
  kind: z.literal('common'),
  id: idSchema,
  version: text(40),
  title: text(80),
  /** Categories that name no means of their own: they give way to one of their family that does. */
  general: z.array(z.enum(CATEGORIES)).optional(),
  /** Categories of talk that proposes nothing: it stands beside a proposal in the same words, and never instead of it. */
  beside: z.array(z.enum(CATEGORIES)).optional(),
  /** Facts about whole talkrooms, as they hold wherever the pack is used. */
  thread: threadSpecSchema.optional(),
  rules: z.array(ruleSpecSchema).min(1).superRefine(knowTheirNames),
})

/**
 * The hardest action for what is not certain; the table's own holds for what is. A pack may trust its rules more, or
 * less.
 */
const ladderSchema = z.strictObject({
  likely: z.enum(ACTIONS).default('review'),
  possible: z.enum(ACTIONS).default('warn'),
})

/** How far a second opinion may go: the hardest action for what it confirms or finds. */
const opinionSchema = z.strictObject({ raises: z.enum(['warn', 'review', 'block']).default('review') })

/** Where other words fit: a place as rules know it, and whether outside contact has been approved. */
const wordedWhereSchema = whereSchema.extend({ approval: z.enum(APPROVALS).optional() })

const wordingSchema = z.strictObject({
  why: text(400),
  instead: text(400).optional(),
  /** Other words for some places; the first that holds. What an entry leaves out is as above. */
  at: z
    .array(
      z
        .strictObject({
          when: wordedWhereSchema,
          why: text(400).optional(),
          instead: text(400).optional(),
          /** No form helps there. */
          form: z.literal(false).optional(),
        })
        .refine((one) => one.why !== undefined || one.instead !== undefined, 'says nothing of its own'),
    )
    .default([]),
  /** The marketplace's own form that can allow it; shown where the action is `review`. */
  form: text(80).optional(),
  source: sourceSchema.optional(),
})

/** What a certification asks for; the figures are those of an account's export. */
const criterionSchema = z
  .strictObject({
    id: idSchema,
    title: text(60),
    /** The period that counts: 過去1年間, 過去累計. */
    period: text(40).optional(),
    /** Key in the export's `figures`. */
    figure: z.string().min(1).max(60).optional(),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    unit: z.enum(['percent', 'points', 'place', 'times']).optional(),
    /** Fields of the profile that must be filled in: bio, catchphrase, … */
    filled: z.array(text(40)).min(1).optional(),
  })
  .refine((one) => (one.figure === undefined) !== (one.filled === undefined), 'either a figure or fields')

export const certificationSchema = z.strictObject({
  id: idSchema,
  title: text(60),
  source: sourceSchema,
  criteria: z.array(criterionSchema).min(1),
})

export const marketplacePackSchema = z.strictObject({
  kind: z.literal('marketplace'),
  id: idSchema,
  version: text(40),
  title: text(80),
  uses: z.array(idSchema).min(1),
  /** Links and accounts that may stand in every submission. */
  allow: allowListSchema.default([]),
  /** The table's columns; the first whose `when` holds is the submission's. */
  columns: z.array(z.strictObject({ name: idSchema, when: whereSchema.default({}) })).min(1),
  /**
   * row → column → action. A row is a category, or a name that rules' cases use (`deliverable`). The column `*` stands
   * for those that are not named.
   */
  actions: z.record(z.string(), z.record(z.string(), z.enum([...ACTIONS, 'off']))),
  confidence: ladderSchema.prefault({}),
  secondOpinion: opinionSchema.prefault({}),
  /** By category, or by a row that rules' cases name. */
  wording: z.record(z.string(), wordingSchema),
  /** Facts about whole talkrooms: what is its own about them, over what the common packs say. */
  thread: threadSpecSchema.optional(),
  /** Certifications for which people have their accounts looked at. */
  certifications: z.array(certificationSchema).default([]),
  /** The marketplace's own rules, beside those of the common packs. */
  rules: z.array(ruleSpecSchema).default([]).superRefine(knowTheirNames),
})

export const packSpecSchema = z.discriminatedUnion('kind', [commonPackSchema, marketplacePackSchema])

export type Source = z.output<typeof sourceSchema>
export type RuleSpec = z.output<typeof ruleSpecSchema>
export type Certification = z.output<typeof certificationSchema>
export type Example = z.output<typeof exampleSchema>
export type CommonPack = z.output<typeof commonPackSchema>
export type MarketplacePack = z.output<typeof marketplacePackSchema>
export type PackSpec = z.output<typeof packSpecSchema>

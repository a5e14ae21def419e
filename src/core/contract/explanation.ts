/** How a text was read, before any rule looked at it: for people who write rules. */
import * as z from 'zod'
import { spanSchema } from './report.ts'
import { FORCES, FRAMES, PARTIES, TIMES } from './said.ts'

const stepSchema = z.object({
  /** The step's stable name: `nfkc`, `confusable`, `masked-letter`, … */
  step: z.string(),
  from: z.string(),
  to: z.string(),
  /** Whether an honest writer would hardly have written `from`. */
  disguise: z.boolean(),
})

const statementSchema = z.object({
  /** The lemma: 話す, 打ち合わせ; in a line without a verb its last noun. */
  predicate: z.string(),
  /** Classes of acts that it is of (`dictionaries/acts`). */
  acts: z.array(z.string()),
  slots: z.array(
    z.object({
      /** で, を, は, …; empty where there is none. */
      particle: z.string(),
      head: z.string(),
      /** Classes of the noun (`dictionaries/nouns`), services as `@messenger`, data as `#email`. */
      classes: z.array(z.string()),
      span: spanSchema,
    }),
  ),
  who: z.enum(PARTIES),
  /** The other party of the act. */
  with: z.enum(PARTIES),
  force: z.enum(FORCES),
  positive: z.boolean(),
  time: z.enum(TIMES),
  frame: z.enum(FRAMES),
  /** Said as a condition of what follows: 〜たら, 〜なら. */
  conditional: z.boolean(),
  verbless: z.boolean(),
  span: spanSchema,
})

export const explanationSchema = z.object({
  /** The text as rules see it: `plain`, the one that tokens and sentences live in. */
  views: z.array(z.object({ name: z.string(), text: z.string() })),
  tokens: z.array(
    z.object({
      surface: z.string(),
      /** UTF-16 code units of the text as it was sent, half-open; so are all spans here. */
      span: spanSchema,
      /** 品詞, 品詞細分類1, 2, 3; `*` where a level is empty. */
      pos: z.array(z.string()).length(4),
      conjugationType: z.string(),
      conjugationForm: z.string(),
      baseForm: z.string(),
      reading: z.string().optional(),
      origin: z.enum(['known', 'unknown', 'user']),
      /** What was undone to get to these words. */
      steps: z.array(stepSchema),
    }),
  ),
  sentences: z.array(spanSchema),
  /** What the sentences say, one a predicate. */
  statements: z.array(statementSchema),
  /** Services that are named, in whatever disguise. */
  mentions: z.array(
    z.object({
      service: z.string(),
      name: z.string(),
      capability: z.string(),
      /** How it was written: `name`, `masked`, `spelled`, … */
      form: z.string(),
      certainty: z.enum(['sure', 'weak']),
      span: spanSchema,
      steps: z.array(stepSchema),
    }),
  ),
  /** Contact data and links. */
  data: z.array(
    z.object({
      kind: z.string(),
      value: z.string(),
      span: spanSchema,
      disguised: z.boolean(),
      sample: z.boolean(),
      partial: z.boolean(),
      steps: z.array(stepSchema),
    }),
  ),
})

export type ExplainedStatement = z.output<typeof statementSchema>
export type Explanation = z.output<typeof explanationSchema>

/** How a text was read, before any rule looked at it: for people who write rules. */
import * as z from 'zod'
import { spanSchema } from './report.ts'

const stepSchema = z.object({
  /** The step's stable name: `nfkc`, `confusable`, `masked-letter`, … */
  step: z.string(),
  from: z.string(),
  to: z.string(),
  /** Whether an honest writer would hardly have written `from`. */
  disguise: z.boolean(),
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

export type Explanation = z.output<typeof explanationSchema>

/** The answer of the linter: verdict, findings, and what could not be looked at. */
import * as z from 'zod'
import type { Span } from '../text/span.ts'
import { ACTIONS, CONFIDENCES, spanSchema, VERDICTS } from './action.ts'
import { secondOpinionSchema } from './second-opinion.ts'

export {
  ACTIONS,
  type Action,
  CONFIDENCES,
  type Confidence,
  spanSchema,
  VERDICTS,
  type Verdict,
} from './action.ts'

export const fixSchema = z.object({
  /** UTF-16 code units of the submitted text, half-open. */
  span: spanSchema,
  replacement: z.string(),
})

/** Why a rule holds the words for what it says: for who writes rules and who hears appeals. */
export const becauseSchema = z.object({
  /** The line of the rule that fired, as authored. */
  line: z.string().optional(),
  /** Excuses that were weighed and did not cover the words, by name. */
  excused: z.array(z.string()).optional(),
})

export const findingSchema = z.object({
  category: z.string(),
  action: z.enum(ACTIONS),
  /** The marketplace's ladder may lower the action of what is not certain. */
  confidence: z.enum(CONFIDENCES),
  /** `pack/rule`, stable for ever. */
  rule: z.string(),
  /** UTF-16 code units of the submitted text, half-open. */
  span: spanSchema,
  /** `text.slice(span.start, span.end)`. */
  excerpt: z.string(),
  says: z.string(),
  why: z.string(),
  instead: z.string().optional(),
  /** The marketplace's own application form that can allow this, where there is one. */
  form: z.string().optional(),
  /** A safe edit of the text. */
  fix: fixSchema.optional(),
  obfuscated: z.literal(true).optional(),
  /** The disguise undone, step by step: `ら〇ん → らいん → LINE`. */
  trail: z.array(z.string()).optional(),
  /** `trial` rules are notes that never raise a verdict. */
  stage: z.literal('trial').optional(),
  because: becauseSchema.optional(),
})

/** A place where something may be proposed that the rules cannot decide. It raises no verdict and is shown to no writer. */
export const doubtSchema = z.object({
  /** What it would be, were it a finding. */
  category: z.string(),
  /** UTF-16 code units of the submitted text, half-open. */
  span: spanSchema,
  /** `text.slice(span.start, span.end)`. */
  excerpt: z.string(),
  /** What speaks for it, for a person. */
  reason: z.string().optional(),
})

export const incompleteSchema = z.object({
  /** `too-long`, `not-analysed`, `rule-failed`, … */
  code: z.string(),
  /** What was not looked at, for a person; never text of the message. */
  detail: z.string(),
  span: spanSchema.optional(),
})

/** A finding that somebody has looked at and let stand: it holds nothing up, and is listed. */
export const acceptedSchema = z.object({
  rule: z.string(),
  category: z.string(),
  action: z.enum(ACTIONS),
  span: spanSchema,
  excerpt: z.string(),
  by: z.string().optional(),
  /** When, as whoever accepted it has written it. */
  at: z.string().optional(),
  why: z.string().optional(),
})

/** A pack, or something else that reports are made with; SHA-256 in hex. */
export const packRefSchema = z.object({ id: z.string(), version: z.string(), digest: z.string() })

export const receiptSchema = z.object({
  /** Which secret signed: 16 hexadecimal digits of its hash. */
  key: z.string(),
  /** SHA-256 of the text in UTF-8, hex. */
  textHash: z.string(),
  /** HMAC-SHA-256 over text hash, context and report, hex. */
  mac: z.string(),
  /** What the digest of the report's pack is over, where the report names one. */
  parts: z.array(packRefSchema).optional(),
})

export const reportSchema = z.object({
  id: z.string().optional(),
  verdict: z.enum(VERDICTS),
  /** By position, then by rule. */
  findings: z.array(findingSchema),
  /** By position: what a person or a second opinion may be asked about. */
  doubts: z.array(doubtSchema),
  /** Not empty: the verdict is at least `review` (never fails open). */
  incomplete: z.array(incompleteSchema),
  /**
   * The marketplace's pack. The digest is over all that the report was made with: this pack, the packs that it uses,
   * dictionaries and weights. They stand one by one in `GET /v1/packs` and in the receipt.
   * Missing only where nobody could be asked.
   */
  pack: packRefSchema.optional(),
  /** Where the caller has named findings that were accepted. */
  accepted: z.array(acceptedSchema).optional(),
  /** Where a reader was, or should have been, asked about what the rules could not decide. */
  secondOpinion: secondOpinionSchema.optional(),
  /** Where the deployment signs its reports. */
  receipt: receiptSchema.optional(),
})

export type Accepted = z.output<typeof acceptedSchema>
export type Finding = z.output<typeof findingSchema>
export type Because = z.output<typeof becauseSchema>
export type Doubt = z.output<typeof doubtSchema>
export type Fix = z.output<typeof fixSchema>
export type Incomplete = z.output<typeof incompleteSchema>
export type PackRef = z.output<typeof packRefSchema>
export type Receipt = z.output<typeof receiptSchema>
export type LintReport = z.output<typeof reportSchema>
export type { Span }

/**
 * What packs make of facts that only a whole talkroom shows: after how long, with which action, in which words. A common
 * pack says what holds on most marketplaces, and a marketplace's own pack what is its own; what no pack speaks of is not
 * looked for.
 */
import * as z from 'zod'
import { ACTIONS, type Action } from '../contract/report.ts'
import type { AuthorFault } from './language.ts'

const wordsSchema = {
  /** `off`: it is not looked for. */
  action: z.enum([...ACTIONS, 'off']).optional(),
  says: z.string().min(1).max(200).optional(),
  why: z.string().min(1).max(400).optional(),
  instead: z.string().min(1).max(400).optional(),
}
const factSchema = z.strictObject(wordsSchema).optional()
/** With a limit; `{hours}` and `{days}` stand for it in its words. */
const timedFactSchema = z.strictObject({ ...wordsSchema, hours: z.number().positive().optional() }).optional()

export const threadSpecSchema = z.strictObject({
  late_first_contact: timedFactSchema,
  no_progress_report: timedFactSchema,
  delivery_without_consent: factSchema,
  repeated_nagging: timedFactSchema,
})

export type ThreadSpec = z.output<typeof threadSpecSchema>
export type ThreadFactName = keyof ThreadSpec

export const THREAD_FACTS = Object.keys(threadSpecSchema.shape) as readonly ThreadFactName[]

/** What a pack has to say of a fact that is looked for. */
const NEEDED = ['action', 'says', 'why', 'instead'] as const

export interface ThreadFactPolicy {
  readonly action: Action
  readonly hours?: number
  readonly says: string
  readonly why: string
  readonly instead: string
}
/** The facts that are looked for. */
export type ThreadPolicy = Readonly<Partial<Record<ThreadFactName, ThreadFactPolicy>>>

/** @param specs what each pack says, one after the other: the last word counts. */
export function threadPolicyOf(specs: readonly (ThreadSpec | undefined)[]): {
  readonly policy: ThreadPolicy
  readonly faults: readonly AuthorFault[]
} {
  const policy: Partial<Record<ThreadFactName, ThreadFactPolicy>> = {}
  const faults: AuthorFault[] = []
  for (const name of THREAD_FACTS) {
    const said: Record<string, unknown> = Object.assign({}, ...specs.map((spec) => spec?.[name]))
    if (Object.keys(said).length === 0 || said.action === 'off') continue
    const isTimed = 'hours' in threadSpecSchema.shape[name].unwrap().shape
    const missing = [...NEEDED, ...(isTimed ? ['hours'] : [])].filter((key) => said[key] === undefined)
    if (missing.length === 0) policy[name] = said as unknown as ThreadFactPolicy
    else faults.push({ at: `thread.${name}`, message: `no pack says ${missing.join(', ')}` })
  }
  return { policy, faults }
}

/** The words with the limit in place of `{hours}` and `{days}`. */
export const withLimit = (words: string, { hours = 0 }: { readonly hours?: number }): string =>
  words.replaceAll('{hours}', String(hours)).replaceAll('{days}', String(hours / 24))

/**
 * A rule's frame: which statements say what the rule is about. It names acts, slots, force; order, particles' variants,
 * honorifics and inflection are the statement's business, and every guard is an excuse of its own (excuses.ts).
 */
import * as z from 'zod'
import { FORCES } from '../contract/said.ts'
import type { Slot, Statement } from '../statement/statement.ts'

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((one) => [one]), z.array(item).min(1)])
const word = z.string().min(1).max(40)

export const frameSchema = z.strictObject({
  /** Classes of acts of which the statement has one; left out: any, or none. */
  act: oneOrMore(word).optional(),
  /** Particles by which the noun that the rule is about stands there; left out: any. `-` is none. */
  by: oneOrMore(word).optional(),
  /** Classes of which the noun that the rule is about is; left out: any. */
  of: oneOrMore(word).optional(),
  /** A class of which another noun of the statement is. */
  beside: oneOrMore(word).optional(),
  force: oneOrMore(z.enum(FORCES)).optional(),
  /** A favourable word is said of it: 早い, 助かる. */
  praised: z.boolean().optional(),
  /** A line without a verb. */
  verbless: z.boolean().optional(),
})
export type FrameSpec = z.output<typeof frameSchema>

const PROPOSING: readonly string[] = ['ask', 'offer', 'invite', 'wish', 'permit']

/** The particle as rules name it: では, でも and でなら are で; the topic's は and the subject's が stay. */
export function particleOf({ particle }: Slot): string {
  if (particle === '') return '-'
  if (particle.startsWith('にて')) return 'で'
  const first = /^(?:で|に|を|へ|から|まで|と|の|経由|宛)/u.exec(particle)?.[0]
  return first ?? particle
}

/** Whether the statement, with the noun that the rule is about, is what the frame says. */
export function fits(frame: FrameSpec, statement: Statement, anchor: Slot | undefined): boolean {
  if ((frame.verbless ?? false) !== statement.verbless) return false
  if (!statement.verbless && !(frame.force ?? PROPOSING).includes(statement.force)) return false
  if (
    frame.act !== undefined &&
    !frame.act.some((act) => (act === 'none' ? statement.acts.size === 0 : statement.acts.has(act)))
  )
    return false
  if (frame.by !== undefined && (anchor === undefined || !frame.by.includes(particleOf(anchor)))) return false
  if (frame.of !== undefined && !frame.of.some((name) => anchor?.inside.has(name))) return false
  if (frame.praised !== undefined && frame.praised !== statement.praised) return false
  if (frame.beside !== undefined) {
    const { beside } = frame
    if (!statement.slots.some((slot) => slot !== anchor && beside.some((name) => slot.inside.has(name))))
      return false
  }
  return true
}

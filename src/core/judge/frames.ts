/**
 * A rule's frame: which statements say what the rule is about. It names acts, slots, force; order, particles' variants,
 * honorifics and inflection are the statement's business, and every guard is an excuse of its own (excuses.ts).
 */
import * as z from 'zod'
import { FORCES } from '../contract/said.ts'
import type { Slot, Statement } from '../statement/statement.ts'
import { EXCUSES } from './excuses.ts'

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
  /** Classes of whom that noun, or the one beside it, belongs to: 私の番号. */
  whose: oneOrMore(word).optional(),
  /** A class of which another noun of the statement is. */
  beside: oneOrMore(word).optional(),
  /** A class of which the predicate's own word is: ファイル名が私のIDです, 私につながります. */
  is: oneOrMore(word).optional(),
  /** What the sentence says before it does one of these: 押すと…, 打ち込めば…. */
  after: oneOrMore(word).optional(),
  force: oneOrMore(z.enum(FORCES)).optional(),
  /** A favourable word is said of it: 早い, 助かる. */
  praised: z.boolean().optional(),
  /** A line without a verb. */
  verbless: z.boolean().optional(),
  /** Excuses that do not speak against this line: what was written somewhere stands there. */
  despite: oneOrMore(z.enum(EXCUSES)).optional(),
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
export function fits(
  frame: FrameSpec,
  statement: Statement,
  anchor: Slot | undefined,
  near: readonly Statement[],
): boolean {
  if ((frame.verbless ?? false) !== statement.verbless) return false
  if (!statement.verbless && !(frame.force ?? PROPOSING).includes(statement.force)) return false
  if (
    frame.act !== undefined &&
    !frame.act.some((act) => (act === 'none' ? statement.acts.size === 0 : statement.acts.has(act)))
  )
    return false
  if (frame.by !== undefined && (anchor === undefined || !frame.by.includes(particleOf(anchor)))) return false
  if (frame.of !== undefined && !frame.of.some((name) => anchor?.inside.has(name))) return false
  if (frame.is !== undefined && !frame.is.some((name) => statement.classes.has(name))) return false
  if (frame.after !== undefined && !comesAfter(frame.after, statement, near)) return false
  if (frame.praised !== undefined && frame.praised !== statement.praised) return false
  const others = statement.slots.filter((slot) => slot !== anchor)
  const beside = frame.beside === undefined ? [] : others.filter((slot) => isOf(slot, frame.beside!))
  if (frame.beside !== undefined && beside.length === 0) return false
  if (frame.whose !== undefined) {
    const owned = anchor === undefined ? beside : [anchor, ...beside]
    if (!owned.some((slot) => isOf(slot, frame.whose!))) return false
  }
  return true
}

const isOf = ({ inside }: Slot, classes: readonly string[]): boolean =>
  classes.some((name) => inside.has(name))

const comesAfter = (acts: readonly string[], { span }: Statement, near: readonly Statement[]): boolean =>
  near.some((one) => one.span.start < span.start && acts.some((act) => one.acts.has(act)))

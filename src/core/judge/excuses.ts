/**
 * What speaks against a mention or a proposal: named, each by one field of the statement or of what stands beside it.
 * An excuse lowers what it covers and never a contact datum (docs: verdicts 3.1).
 */
import type { Slot, Statement } from '../statement/statement.ts'
import { between } from './evidence.ts'

export const EXCUSES = [
  'refusal', // LINEでのやり取りはしておりません
  'past',
  'habit',
  'quotation',
  'report', // と言われました
  'question', // LINEは使っていますか
  'description', // LINEで届く通知, 架電できる方
  'heading',
  'others', // between others than writer and reader
  'product', // LINEスタンプ
  'here', // the marketplace's own function
  'rule', // what the rules say
  'condition',
] as const
export type Excuse = (typeof EXCUSES)[number]

const INSIDE = /^(?:inside|here)$/

export function excusesOf(
  statement: Statement,
  anchor: Slot | undefined,
  near: readonly Statement[],
): Excuse[] {
  const excuses: Excuse[] = []
  if (!statement.positive) excuses.push('refusal')
  if (statement.time === 'past') excuses.push('past')
  if (statement.time === 'habit') excuses.push('habit')
  if (statement.frame === 'quoted') excuses.push('quotation')
  if (statement.frame === 'reported') excuses.push('report')
  if (statement.frame === 'asked') excuses.push('question')
  if (statement.frame === 'attributive') excuses.push('description')
  if (statement.frame === 'heading') excuses.push('heading')
  if (between(statement) === 'no') excuses.push('others')
  if (statement.conditional) excuses.push('condition')
  if (anchor !== undefined && isWork(anchor)) excuses.push('product')
  if (statement.acts.has('work') || statement.slots.some((slot) => slot !== anchor && isWork(slot)))
    excuses.push('product')
  if (statement.slots.some((slot) => [...slot.classes].some((name) => INSIDE.test(name))))
    excuses.push('here')
  if (near.some((one) => one.slots.some((slot) => slot.inside.has('rule')) || isForbidden(one)))
    excuses.push('rule')
  return [...new Set(excuses)]
}

/** 禁止です; but それもだめでしょうか asks for it, and 運営の目に入らないように forbids nothing. */
const isForbidden = ({ positive, frame, acts }: Statement): boolean =>
  !positive && frame !== 'asked' && !acts.has('hide')

const isWork = ({ classes, inside }: Slot): boolean =>
  (classes.has('product') || classes.has('likeness') || classes.has('job')) && inside.size > 0

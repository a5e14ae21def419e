/**
 * An account that names no service is for certain of the one that is proposed in the same text: 「DMで話しませんか。@kurage_zakka です」. Which
 * rules it may be of, packs say (`namedBy`).
 */
import type { Span } from '../text/span.ts'
import type { Judged } from './judge.ts'
import type { LiveRule } from './live-rules.ts'
import { type ActionOrOff, milder } from './policy.ts'

/**
 * @param judged under their names
 * @param rules those that hold there
 */
export function namedBeside(
  judged: readonly Judged[],
  rules: readonly LiveRule[],
  actionOf: (one: Judged) => ActionOrOff,
): readonly Judged[] {
  if (!judged.some(isUnnamed)) return judged
  const proposed = judged.filter(isProposed)
  if (proposed.length === 0) return judged
  return judged.map((one) => (isUnnamed(one) ? named(one, proposed, rules, actionOf) : one))
}

const isUnnamed = ({ rule, detection }: Judged): boolean =>
  detection.score === undefined && rule.spec.namedBy.length > 0

const isProposed = ({ detection: { score, confidence } }: Judged): boolean =>
  score !== undefined && (confidence === 'likely' || confidence === 'certain')

/** What would cost less under another name keeps its own. */
function named(
  one: Judged,
  proposed: readonly Judged[],
  rules: readonly LiveRule[],
  actionOf: (one: Judged) => ActionOrOff,
): Judged {
  const { spec } = one.rule
  const may = rules.filter(({ rule }) => spec.namedBy.includes(rule.spec.id)).map(({ rule }) => rule)
  let nearest = Number.POSITIVE_INFINITY
  let name = one.rule
  for (const other of proposed) {
    const rule = may.find(({ spec: { category } }) => category === other.rule.spec.category)
    const off = distance(one.detection.span, other.detection.span)
    if (rule === undefined || off >= nearest) continue
    nearest = off
    name = rule
  }
  if (name === one.rule) return one
  // A case of the rule stands for itself, whatever the account is called.
  const row = one.row === spec.category ? name.spec.category : one.row
  const { confidence: _, ...detection } = one.detection
  const anew = { ...one, rule: name, row, detection }
  const action = actionOf(one)
  return milder(action, actionOf(anew)) === action ? anew : one
}

const distance = (a: Span, b: Span): number => Math.max(0, a.start - b.end, b.start - a.end)

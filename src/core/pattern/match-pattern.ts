/** Where patterns match in an annotated text: anywhere, at a place, within a range, up to a place. */
import type { Span } from '../text/span.ts'
import type { CompiledPattern } from './compiled-pattern.ts'
import type { Matchable } from './matchable.ts'
import { PatternRun } from './pattern-run.ts'
import { startsOf } from './starts.ts'

export interface Match {
  /** All that the pattern covered. */
  readonly span: Span
  /** The part between `<` and `>`, or all. */
  readonly underlined: Span
}

/** Whether all that the pattern cannot do without stands in the text at all. */
const isPossible = (pattern: CompiledPattern, { index }: Matchable): boolean => index.isPossible(pattern)

/** Whether any of the patterns may match in the text: cheap, and false for most rules. */
export function anyPossible(patterns: readonly CompiledPattern[], text: Matchable): boolean {
  for (const pattern of patterns) if (isPossible(pattern, text)) return true
  return false
}

const NO_MATCHES: readonly Match[] = []

/** All matches that start in `[from, to)`, the shortest of each start, by position. */
export function findMatches(
  pattern: CompiledPattern,
  text: Matchable,
  from = 0,
  to = text.folded.length,
): readonly Match[] {
  if (!isPossible(pattern, text)) return NO_MATCHES
  const { whole } = pattern
  const starts = startsOf(whole, text, from, to)
  if (starts.length === 0) return NO_MATCHES
  let matches: Match[] | undefined
  const run = new PatternRun(text)
  for (const start of starts) {
    run.open = -1
    run.close = -1
    const end = run.match(whole.first, start)
    if (end < 0) continue
    const span = { start, end }
    matches ??= []
    matches.push({
      span,
      underlined: {
        start: run.open < 0 ? start : run.open,
        end: run.close < 0 ? end : Math.max(run.close, run.open + 1),
      },
    })
  }
  return matches ?? NO_MATCHES
}

/** Whether the pattern matches at exactly this position (or behind white space and quotation marks). */
export const matchesAt = (pattern: CompiledPattern, text: Matchable, position: number): boolean =>
  isPossible(pattern, text) && new PatternRun(text).match(pattern.whole.first, position) >= 0

/** Whether the pattern matches anywhere in `[from, to)`, its end included. */
export function matchesWithin(pattern: CompiledPattern, text: Matchable, from: number, to: number): boolean {
  if (!isPossible(pattern, text)) return false
  const { head } = pattern
  const run = new PatternRun(text)
  for (const start of startsOf(head, text, from, to)) {
    const end = run.match(head.first, start)
    if (end >= 0 && end <= to) return true
  }
  return false
}

/** Whether the pattern matches somewhere from `from` on and ends at exactly this position (but for quotation marks). */
export function matchesEndingAt(
  pattern: CompiledPattern,
  text: Matchable,
  from: number,
  position: number,
): boolean {
  if (!isPossible(pattern, text)) return false
  const { whole } = pattern
  const run = new PatternRun(text, position)
  for (const start of startsOf(whole, text, from, position)) {
    if (run.match(whole.first, start) >= 0) return true
  }
  return false
}

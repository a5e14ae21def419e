/** Where patterns match in an annotated text: anywhere, at a place, within a range, up to a place. */
import type { Span } from '../text/span.ts'
import { startsOf } from './beginnings.ts'
import type { Matchable } from './matchable.ts'
import { PatternRun } from './pattern-run.ts'
import type { CompiledPattern } from './vocabulary.ts'

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
  const starts = startsOf(pattern.atoms, text, from, to)
  if (starts.length === 0) return NO_MATCHES
  const matches: Match[] = []
  const run = new PatternRun(text, pattern.atoms)
  for (const start of starts) {
    run.open = -1
    run.close = -1
    const end = run.match(pattern.atoms, 0, start, PatternRun.identity)
    if (end < 0) continue
    const span = { start, end }
    matches.push({
      span,
      underlined: {
        start: run.open < 0 ? start : run.open,
        end: run.close < 0 ? end : Math.max(run.close, run.open + 1),
      },
    })
  }
  return matches
}

/** Whether the pattern matches at exactly this position (or behind white space and quotation marks). */
export const matchesAt = (pattern: CompiledPattern, text: Matchable, position: number): boolean =>
  isPossible(pattern, text) &&
  new PatternRun(text, pattern.atoms).match(pattern.atoms, 0, position, PatternRun.identity) >= 0

/** Whether the pattern matches anywhere in `[from, to)`, its end included. */
export function matchesWithin(pattern: CompiledPattern, text: Matchable, from: number, to: number): boolean {
  if (!isPossible(pattern, text)) return false
  const run = new PatternRun(text, pattern.head)
  for (const start of startsOf(pattern.head, text, from, to)) {
    const end = run.match(pattern.head, 0, start, PatternRun.identity)
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
  const run = new PatternRun(text, pattern.atoms)
  const ends = (end: number): number => (end <= position && run.isReached(end, position) ? end : -1)
  for (const start of startsOf(pattern.atoms, text, from, position)) {
    if (run.match(pattern.atoms, 0, start, ends) >= 0) return true
  }
  return false
}

/** Where patterns match in an annotated text: anywhere, at a place, within a range, up to a place. */
import type { Span } from '../text/span.ts'
import type { CompiledPattern } from './compiled-pattern.ts'
import type { Matchable } from './matchable.ts'
import { isPassedOver, PatternRun } from './pattern-run.ts'
import { startsOf, startsOfWays } from './starts.ts'
import type { Walk } from './steps.ts'

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
  const ways = pattern.ways.length === 0 ? [whole] : text.index.possibleWays(pattern).map(({ walk }) => walk)
  const starts = startsOfWays(ways, whole, text, from, to)
  if (starts.length === 0) return NO_MATCHES
  let matches: Match[] | undefined
  const runs = ways.map(() => new PatternRun(text))
  for (const start of starts) {
    // What is passed over is passed over before any of the ways is tried.
    const isPassed = isPassedOver(text.folded.charCodeAt(start))
    const match = isPassed ? matchOf(new PatternRun(text), whole, start) : firstMatchOf(runs, ways, start)
    if (match === undefined) continue
    matches ??= []
    matches.push(match)
  }
  return matches ?? NO_MATCHES
}

/** Of the ways' matches from there the first one. */
function firstMatchOf(runs: readonly PatternRun[], ways: readonly Walk[], start: number): Match | undefined {
  for (let way = 0; way < ways.length; way++) {
    const match = matchOf(runs[way]!, ways[way]!, start)
    if (match !== undefined) return match
  }
  return undefined
}

function matchOf(run: PatternRun, { first }: Walk, start: number): Match | undefined {
  run.open = -1
  run.close = -1
  const end = run.match(first, start)
  if (end < 0) return undefined
  return {
    span: { start, end },
    underlined: {
      start: run.open < 0 ? start : run.open,
      end: run.close < 0 ? end : Math.max(run.close, run.open + 1),
    },
  }
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

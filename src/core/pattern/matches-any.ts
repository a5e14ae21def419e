/**
 * Whether any of some patterns matches within a range of a text, remembered: a text of many detections would otherwise
 * be searched from end to end for each of them.
 */
import type { CompiledPattern } from './compiled-pattern.ts'
import { matchesWithin } from './match-pattern.ts'
import type { Matchable } from './matchable.ts'

/**
 * What is known of the ranges with one end: from `holds` back, each holds a match; from `lacks` on, none does. (A range
 * that begins earlier holds whatever a later one holds.)
 */
interface Known {
  holds: number
  lacks: number
}

const known = new WeakMap<Matchable, Map<readonly CompiledPattern[], Map<number, Known>>>()

function knownOf(text: Matchable, patterns: readonly CompiledPattern[], to: number): Known {
  let byPatterns = known.get(text)
  if (byPatterns === undefined) {
    byPatterns = new Map()
    known.set(text, byPatterns)
  }
  let byEnd = byPatterns.get(patterns)
  if (byEnd === undefined) {
    byEnd = new Map()
    byPatterns.set(patterns, byEnd)
  }
  let ranges = byEnd.get(to)
  if (ranges === undefined) {
    ranges = { holds: -1, lacks: to }
    byEnd.set(to, ranges)
  }
  return ranges
}

/** Whether a match starts in `[from, to)` and ends at `to` at the latest. The list itself is what is remembered by. */
export function matchesAny(
  patterns: readonly CompiledPattern[],
  text: Matchable,
  from: number,
  to: number,
): boolean {
  if (from >= to) return false
  const ranges = knownOf(text, patterns, to)
  if (from <= ranges.holds) return true
  if (from >= ranges.lacks) return false
  const matches = patterns.some((pattern) => matchesWithin(pattern, text, from, to))
  if (matches) ranges.holds = from
  else ranges.lacks = from
  return matches
}

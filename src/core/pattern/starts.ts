/** Where in a text a pattern's matches can start: seldom at every character. */
import { partitionPoint } from '../text/partition-point.ts'
import type { Matchable } from './matchable.ts'
import { isPassedOver } from './pattern-run.ts'
import type { Walk } from './steps.ts'
import type { UnitSet } from './unit-set.ts'

const byPlace = (one: number, other: number): number => one - other

/** Where a match of the pattern can start, in order. */
export function startsOf(walk: Walk, text: Matchable, from: number, to: number): readonly number[] {
  const starts: number[] = []
  if (walk.isAtStart) {
    for (let at = from; at < to; ) {
      if (text.sentenceStart(at) === at) starts.push(at)
      const next = text.sentenceEnd(at)
      at = next > at ? next : at + 1
    }
    return starts
  }
  const { units, classes, test, any } = walk.begins
  if (any) {
    for (let at = from; at < to; at++) starts.push(at)
    return starts
  }
  if (units.size > 0) addUnits(starts, units, text.folded, from, to)
  for (const name of classes) {
    const annotations = text.annotations(name)
    let i = annotations.indexFrom(from)
    for (; i < annotations.starts.length && annotations.starts[i]! < to; i++)
      starts.push(annotations.starts[i]!)
  }
  if (test !== undefined) {
    const { tokens } = text
    for (let i = partitionPoint(tokens.length, (one) => tokens[one]!.start >= from); i < tokens.length; i++) {
      const token = tokens[i]!
      if (token.start >= to) break
      if (test.passes(token)) starts.push(token.start)
    }
  }
  const kinds = Number(units.size > 0) + classes.length + Number(test !== undefined)
  return kinds < 2 ? starts : inOrder(starts)
}

/** A few units are searched for one by one, which engines do many places at a time. */
const FEW_UNITS = 4

/** Where one of the units stands, in order. */
function addUnits(starts: number[], units: UnitSet, folded: string, from: number, to: number): void {
  if (units.size > FEW_UNITS) {
    for (let at = from; at < to; at++) if (units.has(folded.charCodeAt(at))) starts.push(at)
    return
  }
  for (const word of units.asText)
    for (let at = folded.indexOf(word, from); at >= 0 && at < to; at = folded.indexOf(word, at + 1))
      starts.push(at)
  if (units.size > 1) starts.sort(byPlace)
}

/**
 * Where a match by one of the ways can start, in order. Behind what is passed over any way of the whole may begin: where
 * that can begin with anything, such places are starts too.
 */
export function startsOfWays(
  ways: readonly Walk[],
  whole: Walk,
  text: Matchable,
  from: number,
  to: number,
): readonly number[] {
  if (ways.length === 1 && ways[0] === whole) return startsOf(whole, text, from, to)
  const starts = ways.flatMap((way) => startsOf(way, text, from, to))
  if (whole.begins.any) {
    const { folded } = text
    for (let at = from; at < to; at++) if (isPassedOver(folded.charCodeAt(at))) starts.push(at)
  }
  return inOrder(starts)
}

function inOrder(starts: number[]): readonly number[] {
  if (starts.length < 2) return starts
  starts.sort(byPlace)
  return starts.filter((start, index) => start !== starts[index - 1])
}

/** Where in a text a pattern's matches can start: seldom at every character. */
import { partitionPoint } from '../text/partition-point.ts'
import type { Matchable } from './matchable.ts'
import type { Walk } from './steps.ts'

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
  if (units.size > 0) {
    const { folded } = text
    for (let at = from; at < to; at++) if (units.has(folded.charCodeAt(at))) starts.push(at)
  }
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
  if (kinds < 2 || starts.length < 2) return starts
  starts.sort(byPlace)
  return starts.filter((start, index) => start !== starts[index - 1])
}

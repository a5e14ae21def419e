/** What a pattern's matches can begin with, and so where in a text they can start: seldom at every character. */
import { partitionPoint } from '../text/partition-point.ts'
import type { Matchable } from './matchable.ts'
import { anyTestOf } from './passes.ts'
import type { Atom, MorphemeTest, Pattern } from './pattern.ts'
import { UnitSet } from './unit-set.ts'

/** What a match of a pattern can begin with. */
export interface Beginnings {
  /** Code units that a literal begins with. */
  readonly units: UnitSet
  readonly classes: Set<string>
  readonly tests: MorphemeTest[]
  /** Whether it may be anything, or nothing at all. */
  any: boolean
}

const beginningsByPattern = new WeakMap<Pattern, Beginnings>()
const beginningsByAtom = new WeakMap<Atom, Beginnings>()

export function beginningsOfAtom(atom: Atom): Beginnings {
  let found = beginningsByAtom.get(atom)
  if (found === undefined) {
    found = beginningsOf([atom])
    beginningsByAtom.set(atom, found)
  }
  return found
}

export function beginningsOf(pattern: Pattern): Beginnings {
  const known = beginningsByPattern.get(pattern)
  if (known !== undefined) return known
  const found: Beginnings = { units: new UnitSet(), classes: new Set(), tests: [], any: false }
  let isOpen = true
  for (const atom of pattern) {
    if (atom.type === 'open' || atom.type === 'close' || atom.type === 'not' || atom.type === 'not-behind')
      continue
    isOpen = false
    if (atom.type === 'literal') found.units.add(atom.text.charCodeAt(0))
    else if (atom.type === 'class') found.classes.add(atom.name)
    else if (atom.type === 'morpheme') found.tests.push(...atom.tests)
    else if (atom.type === 'group') {
      for (const option of atom.options) {
        const inner = beginningsOf(option)
        for (const unit of inner.units) found.units.add(unit)
        for (const name of inner.classes) found.classes.add(name)
        found.tests.push(...inner.tests)
        if (inner.any) found.any = true
      }
      isOpen = atom.optional
    } else found.any = true
    if (!isOpen) break
  }
  if (isOpen) found.any = true
  beginningsByPattern.set(pattern, found)
  return found
}

/** Where a match of the pattern can start, in order. */
export function startsOf(pattern: Pattern, text: Matchable, from: number, to: number): readonly number[] {
  const starts: number[] = []
  if (isAtStart(pattern)) {
    for (let at = from; at < to; ) {
      if (text.sentenceStart(at) === at) starts.push(at)
      const next = text.sentenceEnd(at)
      at = next > at ? next : at + 1
    }
    return starts
  }
  const { units, classes, tests, any } = beginningsOf(pattern)
  if (any) {
    for (let at = from; at < to; at++) starts.push(at)
    return starts
  }
  for (const unit of units) {
    const places = text.index.places(unit)
    let i = partitionPoint(places.length, (index) => places[index]! >= from)
    for (; i < places.length && places[i]! < to; i++) starts.push(places[i]!)
  }
  for (const name of classes) {
    const annotations = text.annotations(name)
    let i = annotations.indexFrom(from)
    for (; i < annotations.starts.length && annotations.starts[i]! < to; i++)
      starts.push(annotations.starts[i]!)
  }
  if (tests.length > 0) {
    const { tokens } = text
    const any = anyTestOf(tests)
    for (let i = partitionPoint(tokens.length, (one) => tokens[one]!.start >= from); i < tokens.length; i++) {
      const token = tokens[i]!
      if (token.start >= to) break
      if (any.passes(token)) starts.push(token.start)
    }
  }
  const kinds = units.size + classes.size + Number(tests.length > 0)
  if (kinds < 2 || starts.length < 2) return starts
  starts.sort((a, b) => a - b)
  return starts.filter((start, index) => start !== starts[index - 1])
}

/** Whether the pattern begins with `^`. */
function isAtStart(pattern: Pattern): boolean {
  for (const { type } of pattern) {
    if (type !== 'open' && type !== 'not' && type !== 'not-behind') return type === 'start'
  }
  return false
}

/** What a pattern's matches can begin with. */
import { AnyTest } from './passes.ts'
import type { MorphemeTest, Pattern } from './pattern.ts'
import { UnitSet } from './unit-set.ts'

/** What a match of a pattern can begin with. */
export interface Beginnings {
  /** Code units that a literal begins with. */
  readonly units: UnitSet
  readonly classes: readonly string[]
  readonly test: AnyTest | undefined
  /** Whether it may be anything, or nothing at all. */
  readonly any: boolean
}

interface Gathered {
  readonly units: UnitSet
  readonly classes: Set<string>
  readonly tests: MorphemeTest[]
  any: boolean
}

export function beginningsOf(pattern: Pattern): Beginnings {
  const found: Gathered = { units: new UnitSet(), classes: new Set(), tests: [], any: false }
  gather(pattern, found)
  const { units, classes, tests, any } = found
  return { units, classes: [...classes], test: tests.length === 0 ? undefined : new AnyTest(tests), any }
}

function gather(pattern: Pattern, found: Gathered): void {
  let isOpen = true
  for (const atom of pattern) {
    if (atom.type === 'open' || atom.type === 'close' || atom.type === 'not' || atom.type === 'not-behind')
      continue
    isOpen = false
    if (atom.type === 'literal') found.units.add(atom.text.charCodeAt(0))
    else if (atom.type === 'class') found.classes.add(atom.name)
    else if (atom.type === 'morpheme') found.tests.push(...atom.tests)
    else if (atom.type === 'group') {
      for (const option of atom.options) gather(option, found)
      isOpen = atom.optional
    } else found.any = true
    if (!isOpen) break
  }
  if (isOpen) found.any = true
}

/** Whether the pattern begins with `^`. */
export function isAtStart(pattern: Pattern): boolean {
  for (const { type } of pattern) {
    if (type !== 'open' && type !== 'not' && type !== 'not-behind') return type === 'start'
  }
  return false
}

/** Services and contact data as the nouns that they are in a sentence. */
import type { Datum } from '../contact-data/common/datum.ts'
import type { Mention } from '../services/mention.ts'
import type { Named } from '../statement/words.ts'

const sets = new Map<string, ReadonlySet<string>>()

function classesOf(...names: readonly string[]): ReadonlySet<string> {
  const key = names.join(' ')
  let classes = sets.get(key)
  if (classes === undefined) {
    classes = new Set(names)
    sets.set(key, classes)
  }
  return classes
}

/** In the order of their start, none overlapping: what begins first stays, of two the longer. */
export function namedThings(mentions: readonly Mention[], data: readonly Datum[]): Named[] {
  const all: Named[] = [
    ...mentions.map(({ span, capability, certainty, trail }) => ({
      ...span,
      classes: classesOf(
        `@${capability}`,
        ...(certainty === 'weak' ? ['weak-name'] : []),
        ...(trail.some(({ disguise }) => disguise) ? ['disguised'] : []),
      ),
    })),
    // What only shows the shape of a number or an address reaches nobody.
    ...data.map(({ span, kind, sample }) => ({
      ...span,
      classes: classesOf(sample ? '#sample' : `#${kind}`),
    })),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Named[] = []
  for (const one of all) if (kept.length === 0 || kept.at(-1)!.end <= one.start) kept.push(one)
  return kept
}

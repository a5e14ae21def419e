/** Weighs a reading by what was needed to read it. */
import type { Evidence, Hints } from './evidence.ts'
import type { Reading } from './name-walk.ts'
import type { Surroundings } from './surroundings.ts'
import { oddGaps, weighGaps } from './weigh-gaps.ts'
import { weighLookAlikes, weighMasks, weighSpelling } from './weigh-letters.ts'
import { weighPlain } from './weigh-plain.ts'
import { weighTurned } from './weigh-turned.ts'

export function weigh(reading: Reading, around: Surroundings, hints: Hints): Evidence | undefined {
  const { name, span } = reading
  if (name.turned !== undefined) return weighTurned(reading, around, hints)
  const odd = oddGaps(reading)
  const isPlain = odd.length === 0 && reading.alike === 0 && reading.masked === 0 && reading.spelled === 0
  if (isPlain) return weighPlain(reading, around, hints)
  if (!name.hideable || name.strength === 'code') return undefined
  if (name.letters.length < 3) return weighPair(reading, odd, around)
  if (!around.isWord(span, false) && !(isTornApart(reading) && around.followsParticle(span))) return undefined
  const apart = odd.length > 0 ? weighGaps(reading, odd, around) : undefined
  if (odd.length > 0 && apart === undefined) return undefined
  const parts = [
    reading.masked > 0 ? weighMasks(reading, around) : undefined,
    reading.spelled > 0 ? weighSpelling(reading, around) : undefined,
    reading.alike > 0 ? weighLookAlikes(reading, around) : undefined,
  ]
  const needed = [reading.masked, reading.spelled, reading.alike]
  if (needed.some((count, index) => count > 0 && parts[index] === undefined)) return undefined
  const all = [...parts, apart].filter((part) => part !== undefined)
  const main = all[0] as Evidence
  return { ...main, certainty: all.every((part) => part.certainty === 'sure') ? 'sure' : 'weak' }
}

/** The same mark between all letters: no word goes on into such a one, nor out of it. */
const isTornApart = ({ gaps }: Reading): boolean =>
  gaps.length > 1 && gaps.every((gap) => gap === gaps[0] && gap.trim() !== '')

/** 微 信: two characters with a space between and around them. */
function weighPair(reading: Reading, odd: readonly string[], around: Surroundings): Evidence | undefined {
  const { name, span, alike, masked, spelled } = reading
  if (name.script !== 'other' || name.strength !== 'sure' || alike + masked + spelled > 0) return undefined
  const isApart =
    odd.length === 1 && odd[0] !== '\n' && !/\p{Script=Han}/u.test(around.before(span) + around.after(span))
  return isApart ? { form: 'separated', certainty: 'weak', step: 'separators' } : undefined
}

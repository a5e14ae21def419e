/** Names as they are written, in their own script or another one. */

import { CARRIES_CONTACT, type Evidence, type Hints, KATAKANA } from './evidence.ts'
import type { Capability } from './mention.ts'
import type { Reading } from './name-walk.ts'
import type { Surroundings } from './surroundings.ts'

const HIRAGANA = /^[ぁ-ゖー〜~]+$/
const SMALL_VOWEL = /[ぁぃぅぇぉァィゥェォ]/g

export function weighPlain(reading: Reading, around: Surroundings, hints: Hints): Evidence | undefined {
  const { name, span } = reading
  const surface = around.text.slice(span.start, span.end)
  const isSame = reading.lengthened === 0 && lettersOf(surface) === lettersOf(name.alias)
  // Capitals tell LINE from line where both are listed.
  const isOrdinary = name.strength !== 'sure' || name.service.weak.includes(surface)
  if (!around.isWord(span, isOrdinary)) return undefined
  if (name.script === 'latin') {
    const isLower = isOrdinary && surface === surface.toLowerCase()
    if (!hints.isDecoded && around.isInsideIdentifier(span, isLower)) return undefined
    if (name.letters.length === 1 && (surface !== name.alias || !around.isLoneLetter(span))) return undefined
    // Two letters are an abbreviation only as it is written.
    if (name.letters.length === 2 && surface !== name.alias) return undefined
  }
  const certainty = isOrdinary ? 'weak' : 'sure'
  if (isSame) {
    return { form: name.strength === 'code' ? 'code-word' : 'name', certainty, step: undefined }
  }
  return weighKana(reading, around, surface, certainty)
}

/** The name in other kana: らいん, らぃん, ラーイン, ずうむ. */
function weighKana(
  reading: Reading,
  around: Surroundings,
  surface: string,
  certainty: 'sure' | 'weak',
): Evidence | undefined {
  const { name, span } = reading
  const { letters, strength } = name
  // つい, すら, かか: too short to be told from other words.
  if (letters.length < 3 && !(strength === 'sure' && letters.length === 2 && reading.lengthened === 0))
    return undefined
  if (letters.filter((letter) => letter !== 'ー').length < 2) return undefined
  if (name.script !== 'kana') return { form: 'folded', certainty, step: 'fold' }
  const isHiragana = HIRAGANA.test(surface)
  const isOneKana = isHiragana || KATAKANA.test(surface.replace(/[〜~]/g, 'ー')) || isDrawnOutInside(surface)
  // Short words in hiragana are verbs and particles; only what people call each other by is worth a look.
  if (!isOneKana && reading.lengthened > 0 && letters.length < 5) return undefined
  if (isHiragana && (!name.hideable || isTooShortInHiragana(reading, around))) return undefined
  const isOdd = !isOneKana || reading.lengthened > 0 || hasOddSmallKana(surface, name.alias)
  if (isHiragana && !isOdd && strength !== 'sure' && letters.length < 4 && !isSetOff(around, span))
    return undefined
  return {
    form: strength === 'code' ? 'code-word' : 'folded',
    certainty: isOdd && strength !== 'code' ? 'sure' : certainty,
    step: 'kana',
  }
}

/** ラぁイン: a small vowel of hiragana between katakana draws nothing else out. */
const isDrawnOutInside = (surface: string): boolean =>
  /^[ァ-ヶ][ァ-ヶーぁぃぅぇぉ]*$/.test(surface) && /[ァ-ヶー][ぁぃぅぇぉ]+[ァ-ヶー]/.test(surface)

/** すぷし is nothing else where a particle follows. */
const isTooShortInHiragana = ({ name, span }: Reading, around: Surroundings): boolean => {
  const missing = shortestInHiragana(name.service.capability) - name.letters.length
  const isPlain = name.strength === 'sure' && name.letters.length >= 3 && around.startsWithParticle(span.end)
  return missing > 1 || (missing === 1 && !isPlain)
}

/** ここなら is no marketplace, ぬって no shop. */
const shortestInHiragana = (capability: Capability): number =>
  CARRIES_CONTACT.has(capability) ? 2 : capability === 'self' || capability === 'market' ? 5 : 4

/** Whether a short word in hiragana is followed by a particle or a pause, and begins after one. */
function isSetOff(around: Surroundings, span: { start: number; end: number }): boolean {
  const after = around.after(span)
  return !/[ぁ-ゖ]/.test(after) || around.startsWithParticle(span.end)
}

function hasOddSmallKana(surface: string, alias: string): boolean {
  return (surface.match(SMALL_VOWEL)?.length ?? 0) > (alias.match(SMALL_VOWEL)?.length ?? 0)
}

/** A text's letters and digits alone, without regard to case. */
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}ー]/gu, '').toLowerCase()

/** Names written backwards, in ROT13, in romaji, or with the keyboard set to the other script. */
import { CARRIES_CONTACT, type Evidence, type Hints, KATAKANA } from './evidence.ts'
import type { Reading } from './name-walk.ts'
import type { Surroundings } from './surroundings.ts'
import { oddGaps } from './weigh-gaps.ts'

const UPSIDE_DOWN = /^[ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ⅃∀Ǝ]+$/

export function weighTurned(reading: Reading, around: Surroundings, hints: Hints): Evidence | undefined {
  const { name, span } = reading
  // ɯooz: letters turned upside down are read backwards.
  const isUpsideDown = name.turned === 'reversed' && reading.alike > 0 && UPSIDE_DOWN.test(reading.alikes)
  const isAsWritten =
    (isUpsideDown ? 0 : reading.alike) + reading.masked + reading.spelled + reading.lengthened === 0 &&
    oddGaps(reading).length === 0
  if (!isAsWritten) return undefined
  if (name.turned === 'typed') return weighTyped(reading, around, hints)
  if (!around.isWord(span, true)) return undefined
  const surface = around.text.slice(span.start, span.end)
  if (/[A-Za-z]/.test(surface) && around.isInsideIdentifier(span, !hints.tellsReversal)) return undefined
  if (isUpsideDown) return { form: 'reversed', certainty: 'sure', step: 'upside-down' }
  if (name.turned === 'reversed') {
    const isOneScript = KATAKANA.test(surface) || /^[A-Za-z]+$/.test(surface)
    if (!hints.tellsReversal && (!isOneScript || !CARRIES_CONTACT.has(name.service.capability)))
      return undefined
    return { form: 'reversed', certainty: hints.tellsReversal ? 'sure' : 'weak', step: 'reversed' }
  }
  if (name.turned === 'rotated') {
    return name.strength === 'sure' ? { form: 'encoded', certainty: 'sure', step: 'rot13' } : undefined
  }
  return isAmongRomaji(around, span, hints)
    ? { form: 'spelled', certainty: 'weak', step: 'romaji' }
    : undefined
}

/** りにみい: noise that no word ends, so where it ends is all that can be asked. */
function weighTyped({ name, span }: Reading, around: Surroundings, hints: Hints): Evidence | undefined {
  if (!hints.tellsKeyboard || name.strength === 'code') return undefined
  const isEnded = !/[\p{L}\p{N}ー]/u.test(around.after(span)) || around.startsWithParticle(span.end)
  return isEnded ? { form: 'spelled', certainty: 'sure', step: 'keyboard' } : undefined
}

function isAmongRomaji(around: Surroundings, span: { start: number; end: number }, hints: Hints): boolean {
  const after = /^[ ]?([A-Za-z]+|[ぁ-ん])/.exec(around.text.slice(span.end, span.end + 16))?.[1]
  if (after !== undefined && (hints.romajiBeside.has(after.toLowerCase()) || /[ぁ-ん]/.test(after)))
    return true
  const before = /(?<![A-Za-z])([A-Za-z]{1,12}) $/.exec(
    around.text.slice(Math.max(0, span.start - 16), span.start),
  )?.[1]
  return before !== undefined && hints.romajiBeside.has(before.toLowerCase())
}

/** Names with letters that are missing, spelled out, or others that look alike. */
import type { Evidence } from './evidence.ts'
import type { Reading } from './name-walk.ts'
import type { Surroundings } from './surroundings.ts'
import { oddGaps } from './weigh-gaps.ts'

/** Kana that are taken for each other by accident. */
const LIKE_ANOTHER_KANA = /[ソンツシ]/

/** Letters left out: ら〇ん. */
export function weighMasks(reading: Reading, around: Surroundings): Evidence | undefined {
  const { name, exact, alike, masked, masks, maskedAtEdge, span } = reading
  const count = name.letters.length
  const surface = around.text.slice(span.start, span.end)
  const seen = exact + alike - (surface.match(/[ー〜]/g)?.length ?? 0)
  if (exact < 2 || seen < 2 || masked > exact) return undefined
  if (name.script !== 'kana' && /[xXoO0丸]/.test(masks)) return undefined
  if (name.script === 'other' && count < 4 && !/^\p{Script=Han}+$/u.test(surface.replace(masks, '')))
    return undefined
  // A question goes on into the next sentence: ですか?おすすめ.
  if (/[?_…]/.test(masks) && /[ぁ-ゖ]/.test(surface)) return undefined
  if (maskedAtEdge && /[*_?]/.test(masks)) return undefined
  if (oddGaps(reading).length > 0 && !reading.gaps.every((gap) => gap !== '')) return undefined
  if (name.strength !== 'sure' && name.service.capability !== 'messenger' && count <= 3 && masked > 1)
    return undefined
  const evidence = (certainty: 'sure' | 'weak'): Evidence => ({
    form: 'masked',
    certainty,
    step: 'masked-letter',
  })
  if (maskedAtEdge) {
    if (name.strength === 'sure' && seen >= 3 && masked === 1) {
      const isLast = masks.endsWith(surface.slice(-1))
      return evidence(isLast && around.startsWithParticle(span.end) ? 'sure' : 'weak')
    }
    const isFirst = /^[^\p{L}\p{N}ー]|^〇/u.test(surface)
    return !isFirst && masked === 1 && around.startsWithParticle(span.end) ? evidence('weak') : undefined
  }
  const isClear = masked === 1 ? exact >= 2 : exact >= 3
  return evidence(isClear ? 'sure' : 'weak')
}

/** Letters written by their sound: エルアイエヌイー, らin, 羅イン. */
export function weighSpelling(
  { name, spelled, exact, span }: Reading,
  around: Surroundings,
): Evidence | undefined {
  const count = name.letters.length
  if (spelled + exact !== count || count < 3) return undefined
  const evidence = (certainty: 'sure' | 'weak'): Evidence => ({ form: 'spelled', certainty, step: 'sound' })
  if (name.script === 'latin') {
    if (exact > 0) return count >= 4 ? evidence('weak') : undefined
    return evidence('sure')
  }
  const surface = around.text.slice(span.start, span.end)
  // Wholly in Latin letters it is romaji, which stands in the tree by itself.
  if (name.script !== 'kana' || /^[A-Za-z]+$/.test(surface)) return undefined
  if (/\p{Script=Han}/u.test(surface)) {
    // 頼んで is a verb; kanji for their sound stand among katakana, and no kanji beside them.
    const isAlone = !/\p{Script=Han}/u.test(around.before(span) + around.after(span))
    return isAlone && /^[\p{Script=Han}ァ-ヺー]+$/u.test(surface) ? evidence('weak') : undefined
  }
  return evidence(exact >= 2 ? 'sure' : 'weak')
}

/** Letters that look like others: 力カオ卜ーク, 1ine, LΙΝΕ. */
export function weighLookAlikes(reading: Reading, around: Surroundings): Evidence | undefined {
  const { name, exact, alike, span } = reading
  const count = name.letters.length
  const surface = around.text.slice(span.start, span.end)
  const evidence = (certainty: 'sure' | 'weak'): Evidence => ({
    form: 'folded',
    certainty,
    step: 'look-alike',
  })
  if (name.script === 'latin') {
    if (count < 4) return undefined
    // A whole word of another alphabet, or of letters on flags.
    if (/^[\p{Script=Greek}\p{Script=Cyrillic}\p{Regional_Indicator}\p{Script=Latin}]+$/u.test(surface)) {
      const isRoman = /^[A-Za-z]+$/.test(surface)
      if (!isRoman) return evidence('sure')
      const isBesideJapanese = /[ぁ-ゖァ-ヺ一-龠]/.test(around.before(span) + around.after(span))
      return exact >= 3 || count >= 6 ? evidence(isBesideJapanese || count >= 6 ? 'sure' : 'weak') : undefined
    }
    return exact >= 2 && exact >= alike ? evidence('sure') : undefined
  }
  const seen = exact - (surface.match(/ー/g)?.length ?? 0)
  // 力力才卜一ク: so many that look alike in a row are no chance.
  const isWholly =
    count >= 6 &&
    exact >= 1 &&
    exact + alike === count &&
    /^[\p{Script=Han}\p{Script=Katakana}]+$/u.test(surface)
  // ズ_ー_厶: letters kept apart throughout make up for one that only looks like itself.
  const isApart = reading.gaps.every((gap) => gap !== '') && exact >= 2 && alike === 1
  if (!isWholly && !isApart && (seen < 2 || exact < alike)) return undefined
  return evidence(count >= 4 || !LIKE_ANOTHER_KANA.test(reading.alikes) ? 'sure' : 'weak')
}

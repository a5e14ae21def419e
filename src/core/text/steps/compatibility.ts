/**
 * NFKC, one character with its marks at a time, so that ｶﾞ is one ガ and ㍿ is 株式会社 with the way back to one
 * character. Where NFKC would hurt ordinary Japanese it is not followed: see `KEPT`.
 */
import type { Edit, Step } from '../text-builder.ts'

/** Left as they are: … is a word of Japanese, ABC™ is not ABCTM, ① is the number of an item. */
const KEPT = /^[…‥™℠①-⑳⓪㉑-㉟㊱-㊿]/u
/** Half-width kana have their voicing marks as characters of their own; alone they are faces: (ﾟдﾟ). */
const LOOSE_VOICING = /^[ﾞﾟ]/
const HALF_WIDTH_KANA = /^[ｦ-ﾝ]/

export const compatibility: Step = {
  name: 'compatibility',
  touches: (character) =>
    isMark(character, 0) ||
    LOOSE_VOICING.test(character) ||
    isJamo(character.codePointAt(0)!) ||
    normalized(character) !== character,
  edits(text) {
    const edits: Edit[] = []
    for (let start = 0; start < text.length; ) {
      const unit = text.charCodeAt(start)
      if (isStable(unit) && !mayJoin(text.charCodeAt(start + 1))) {
        start++
        continue
      }
      const end = clusterEnd(text, start)
      if (end - start > 1 || !stays(unit)) {
        const cluster = text.slice(start, end)
        const to = normalized(cluster)
        if (to !== cluster) {
          edits.push({ start, end, to, disguise: isDisguise(cluster, text, start, end) })
        }
      }
      start = end
    }
    return edits
  },
}

function normalized(cluster: string): string {
  if (KEPT.test(cluster) || LOOSE_VOICING.test(cluster)) return cluster
  // One wave dash: the full-width tilde is how Windows types it.
  if (cluster === '～') return '〜'
  const to = cluster.normalize('NFKC').replace(/[\u3099\u309a]/g, '')
  // Spacing accents (´ ¨ ￣ ゛) become a space and a mark: faces fall apart, nothing is won.
  if (to.startsWith(' ') && to.length > 1) return cluster
  return to === '' ? cluster : to
}

/** Where the character at `start` ends, with its marks; runs of Korean letters compose with each other. */
function clusterEnd(text: string, start: number): number {
  const point = text.codePointAt(start) as number
  let end = start + (point > 0xffff ? 2 : 1)
  if (isJamo(point)) {
    while (end < text.length && isJamo(text.charCodeAt(end))) end++
    return end
  }
  const next = text.charCodeAt(end)
  if (next < 0x300 || Number.isNaN(next)) return end
  if ((next === 0xff9e || next === 0xff9f) && HALF_WIDTH_KANA.test(text[start] as string)) return end + 1
  if (next >= 0x3040 && next <= 0x9fff && next !== 0x3099 && next !== 0x309a) return end
  while (end < text.length && isMark(text, end)) end += (text.codePointAt(end) as number) > 0xffff ? 2 : 1
  return end
}

/** By code unit: what is known of it alone. */
const known = new Uint8Array(0x10000)
const STAYS = 1
const CHANGES = 2

/** Whether a character of one code unit is what NFKC makes of it, here. */
function stays(unit: number): boolean {
  if (known[unit] === 0) {
    const character = String.fromCharCode(unit)
    known[unit] = normalized(character) === character ? STAYS : CHANGES
  }
  return known[unit] === STAYS
}

/** Whether a code unit may belong to the character before it; false at the end of the text. */
const mayJoin = (unit: number): boolean =>
  unit >= 0x300 &&
  !(unit >= 0x3000 && unit <= 0x9fff && unit !== 0x3099 && unit !== 0x309a && !isToneMark(unit))
/** 〪 to 〯 are marks among the punctuation. */
const isToneMark = (unit: number): boolean => unit >= 0x302a && unit <= 0x302f

const isMark = (text: string, at: number): boolean => /^\p{M}/u.test(text.slice(at, at + 2))

const isJamo = (point: number): boolean =>
  (point >= 0x1100 && point <= 0x11ff) || (point >= 0xffa0 && point <= 0xffdc)

/** Characters that NFKC leaves, by far the most of any text. */
const isStable = (unit: number): boolean =>
  unit < 0x80 || (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x30fe) || isKanji(unit)
const isKanji = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff

const FANCY_LETTER = /^[\u{1d400}-\u{1d7ff}\u{1d2c}-\u{1d6a}\u{2071}\u{207f}\u{2090}-\u{209c}]/u
const LETTERLIKE = /^[\u{2100}-\u{214f}]/u
const SMALL_DIGIT = /^[⁰¹²³⁴-⁹₀-₉⁻₋]$/u

/** Whether a character is one of those that people use to hide words; full and half width are not. */
function isDisguise(cluster: string, text: string, start: number, end: number): boolean {
  if (FANCY_LETTER.test(cluster)) return true
  if (LETTERLIKE.test(cluster))
    return LETTERLIKE.test(text.slice(end)) || LETTERLIKE.test(text.slice(start - 1, start))
  // m² and 10⁻³ are honest; ⁰⁹⁰ is not.
  if (SMALL_DIGIT.test(cluster)) {
    const from = Math.max(0, start - 2)
    return /[⁰¹²³⁴-⁹₀-₉⁻₋]{3}/u.test(text.slice(from, end + 2))
  }
  return false
}

/**
 * Whether letters that touch a number make another thing of it. An id mixes figures and letters (0A12, IMG_0901…,
 * INV-090…); a sentence that is merely glued to a number (09033334444please call, a090-3333-4444) does not.
 */

/** A word for a phone that may be glued to a number's front. */
const GLUED = /(?:tel|phone|fax|fon|mobile|line|sms|no|call|cell|(?:^|[^A-Za-z])[tT])[.:]?$/i
/** Longer than any word that is glued to a number by accident. */
const REACH = 24
const WORD = /[A-Za-z0-9_]/
const MOBILE_GROUPS = /^3-4-4$/

/**
 * @param groups how the number's figures are grouped: `3-4-4`
 * @param isCued whether words for a phone stand beside it
 */
export const isIdShape = (
  text: string,
  start: number,
  end: number,
  groups: string,
  isCued: boolean,
): boolean => {
  let from = start
  while (start - from < REACH && WORD.test(text[from - 1] ?? '')) from--
  let to = end
  while (to - end < REACH && WORD.test(text[to] ?? '')) to++
  const before = text.slice(from, start)
  const after = text.slice(end, to)
  if (before === '' && after === '') return false
  if (GLUED.test(text.slice(Math.max(0, start - 9), start))) return false
  // 見積_090…_v2: the underscore joins Japanese words of a file's name, the number is one of them.
  if (before === '_' && /[ぁ-んァ-ヶー一-龠]/.test(text[from - 1] ?? '')) return false
  if (/[\d_]/.test(before) || /[\d_]/.test(after)) return true
  // IMG-090…: the word before is joined to another by a hyphen.
  if (/[-/#=]/.test(text[from - 1] ?? '')) return true
  const isGrouped = MOBILE_GROUPS.test(groups)
  if (before !== '') return !(isCued || (isGrouped && before.length <= 3 && before === before.toLowerCase()))
  // A lone capital behind is a suffix of a code; a word is the sentence that goes on.
  return !(isCued || isGrouped || /^[a-z]{3,}$/i.test(after))
}

/** Names with something between their letters: L_I_N_E, ライ ン, one letter a line. */
import type { Evidence } from './evidence.ts'
import type { Reading } from './name-walk.ts'
import type { Surroundings } from './surroundings.ts'

/** What people put between the words of one name. */
const WORD_GAP = /^[ ・\-_.!:()の]{1,2}$/
/** What parts words, not letters, when it stands in one place only. */
const BETWEEN_WORDS = /[のとや\s「」『』()[\]【】〈〉《》]/
/** What tears no word apart on purpose: it may have come between two words. */
const SOFT_GAP = /^[ \n、。,.!?！？…]+$/
const LATIN_GAP = /[ \u3000]/

/** Places in the name where something stands that does not belong there. */
export function oddGaps({ name, gaps }: Reading): readonly string[] {
  const filled = gaps.filter((gap) => gap !== '')
  const odd = gaps.filter((gap, index) => gap !== '' && !(name.gaps[index] === true && WORD_GAP.test(gap)))
  // One soft place in a long word: チャット・ワーク, カカオ トーク.
  const isTwoWords =
    odd.length === 1 && filled.length === 1 && name.letters.length >= 6 && /^[ ・]$/.test(odd[0] as string)
  return isTwoWords ? [] : odd
}

/** Letters apart: every two of them, or in the middle of a long word. */
export function weighGaps(
  reading: Reading,
  odd: readonly string[],
  around: Surroundings,
): Evidence | undefined {
  const { name, gaps, span } = reading
  const count = name.letters.length
  // A character that no text has, in the middle of a word.
  if (odd.every((gap) => gap === '\ufffd'))
    return { form: 'separated', certainty: 'sure', step: 'separators' }
  const isVertical = odd.every((gap) => gap.includes('\n'))
  const isThroughout = gaps.every((gap) => gap !== '')
  if (isVertical) return weighVertical(reading, around, isThroughout)
  if (odd.some((gap) => gap.includes('\n'))) {
    return isThroughout && count >= 4 && isOneMarkOverLines(gaps)
      ? { form: 'separated', certainty: name.strength === 'sure' ? 'sure' : 'weak', step: 'separators' }
      : undefined
  }
  if (isThroughout) {
    if (continues(around, span, odd[0] as string)) return undefined
    const isUniform = new Set(gaps).size === 1
    return { form: 'separated', certainty: isUniform || count >= 4 ? 'sure' : 'weak', step: 'separators' }
  }
  if (odd.length === 1 && SOFT_GAP.test(odd[0] as string)) {
    // ライ ン: spaces come into words by themselves; two letters on each side at least.
    const place = gaps.findIndex((gap) => gap !== '') + 1
    const isSplit = place >= 2 && count - place >= 2 && /^ +$/.test(odd[0] as string)
    return isSplit && name.strength === 'sure'
      ? { form: 'separated', certainty: 'weak', step: 'separators' }
      : undefined
  }
  if (odd.some((gap) => BETWEEN_WORDS.test(gap))) return undefined
  return {
    form: 'separated',
    certainty: count >= 5 && name.strength === 'sure' ? 'sure' : 'weak',
    step: 'separators',
  }
}

/** Z.o.⏎o.m: one mark between all letters, which a line end among them does not change. */
const isOneMarkOverLines = (gaps: readonly string[]): boolean =>
  new Set(gaps.map((gap) => [...new Set(gap.replace(/\n/g, ''))].join(''))).size === 1

/** Whether the same separator goes on with another single letter: O.N.L.I.N.E. */
function continues(around: Surroundings, span: { start: number; end: number }, gap: string): boolean {
  const before = around.text.slice(Math.max(0, span.start - gap.length - 2), span.start)
  const after = around.text.slice(span.end, span.end + gap.length + 2)
  const left = before.endsWith(gap) && /[\p{L}\p{N}ー]$/u.test(before.slice(0, -gap.length))
  const right = after.startsWith(gap) && /^[\p{L}\p{N}ー](?![\p{L}\p{N}ー])/u.test(after.slice(gap.length))
  // Words that stand apart from the next by a space, or end with a mark, do not go on.
  const isLetterAlone = left && !/[\p{L}\p{N}ー]{2}$/u.test(before.slice(0, -gap.length))
  return (
    (gap.trim() === '' ? isLetterAlone && LATIN_GAP.test(around.before(span)) : left && isLetterAlone) ||
    (right && gap.trim() !== '')
  )
}

/** One letter a line, or a word broken over two. */
function weighVertical(reading: Reading, around: Surroundings, isThroughout: boolean): Evidence | undefined {
  const { text } = around
  const { start, end } = reading.span
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const before = text.slice(lineStart, start)
  const after = text.slice(end, lineEnd < 0 ? text.length : lineEnd)
  if (before.trim() !== '' || (!isThroughout && reading.name.letters.length > 4)) return undefined
  const { name } = reading
  // LI⏎NEで: a name in capitals is cut in two only on purpose.
  const isCut =
    !isThroughout &&
    name.script === 'latin' &&
    name.strength === 'sure' &&
    text.slice(start, end).replace(/\s/g, '') === name.alias &&
    around.startsWithParticle(end)
  const isSure = isCut || (isThroughout && after.trim().length <= 1)
  return { form: 'vertical', certainty: isSure ? 'sure' : 'weak', step: 'lines' }
}

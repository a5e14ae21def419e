/**
 * What a reading of a text as a name is worth: nothing, a hint (`weak`) or certainty (`sure`), and which disguise it
 * was. A reading that needs much to be read must give much in return: letters that stand as themselves, a pattern kept
 * up through the whole word, a place where a word may stand.
 */
import type { Capability, MentionForm } from '../mention.ts'
import type { Reading } from './name-search.ts'
import type { Surroundings } from './surroundings.ts'

export interface Evidence {
  readonly form: MentionForm
  readonly certainty: 'sure' | 'weak'
  /** The name of the step that undid the disguise; undefined where there was none. */
  readonly step: string | undefined
}

/** Whether the text as a whole tells how to read a puzzle. */
export interface Hints {
  readonly tellsReversal: boolean
  /** Whether it speaks of a keyboard's other script. */
  readonly tellsKeyboard: boolean
  readonly romajiBeside: ReadonlySet<string>
  /** What an encoded block holds was not written to be read, so it stands like an identifier: line:taro. */
  readonly isDecoded: boolean
}

/** Kana that are taken for each other by accident. */
const LIKE_ANOTHER_KANA = /[ソンツシ]/
const CARRIES_CONTACT: ReadonlySet<Capability> = new Set(['messenger', 'social', 'meeting', 'mail'])
const KATAKANA = /^[ァ-ヺー]+$/
const HIRAGANA = /^[ぁ-ゖー〜~]+$/
/** What people put between the words of one name. */
const WORD_GAP = /^[ ・\-_.!:()の]{1,2}$/
/** What parts words, not letters, when it stands in one place only. */
const BETWEEN_WORDS = /[のとや\s「」『』()[\]【】〈〉《》]/
/** What tears no word apart on purpose: it may have come between two words. */
const SOFT_GAP = /^[ \n、。,.!?！？…]+$/

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

/** Places in the name where something stands that does not belong there. */
function oddGaps({ name, gaps }: Reading): readonly string[] {
  const filled = gaps.filter((gap) => gap !== '')
  const odd = gaps.filter((gap, index) => gap !== '' && !(name.gaps[index] === true && WORD_GAP.test(gap)))
  // One soft place in a long word: チャット・ワーク, カカオ トーク.
  const isTwoWords =
    odd.length === 1 && filled.length === 1 && name.letters.length >= 6 && /^[ ・]$/.test(odd[0] as string)
  return isTwoWords ? [] : odd
}

function weighPlain(reading: Reading, around: Surroundings, hints: Hints): Evidence | undefined {
  const { name, span } = reading
  const surface = around.text.slice(span.start, span.end)
  const isSame = reading.lengthened === 0 && lettersOf(surface) === lettersOf(name.alias)
  // Capitals tell LINE from line where both are listed.
  const isOrdinary = name.strength !== 'sure' || name.service.weak.includes(surface)
  if (!around.isWord(span, isOrdinary)) return undefined
  if (name.script === 'latin') {
    const isLower = isOrdinary && surface === surface.toLowerCase()
    if (!hints.isDecoded && around.isInsideIdentifier(span, isLower)) return undefined
    if (name.letters.length === 1 && (!isSameCase(surface, name.alias) || !around.isLoneLetter(span)))
      return undefined
    // Two letters are an abbreviation only as it is written.
    if (name.letters.length === 2 && !isSameCase(surface, name.alias)) return undefined
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
  const isOneKana = isHiragana || KATAKANA.test(surface.replace(/[〜~]/g, 'ー'))
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

const SMALL_VOWEL = /[ぁぃぅぇぉァィゥェォ]/g

function hasOddSmallKana(surface: string, alias: string): boolean {
  return (surface.match(SMALL_VOWEL)?.length ?? 0) > (alias.match(SMALL_VOWEL)?.length ?? 0)
}

/** Letters apart: every two of them, or in the middle of a long word. */
function weighGaps(reading: Reading, odd: readonly string[], around: Surroundings): Evidence | undefined {
  const { name, gaps, span } = reading
  const count = name.letters.length
  const isVertical = odd.every((gap) => gap.includes('\n'))
  const isThroughout = gaps.every((gap) => gap !== '')
  if (isVertical) return weighVertical(reading, around, isThroughout)
  if (odd.some((gap) => gap.includes('\n'))) return undefined
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

const LATIN_GAP = /[ \u3000]/

/** One letter a line, or a word broken over two. */
function weighVertical(reading: Reading, around: Surroundings, isThroughout: boolean): Evidence | undefined {
  const { text } = around
  const { start, end } = reading.span
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const before = text.slice(lineStart, start)
  const after = text.slice(end, lineEnd < 0 ? text.length : lineEnd)
  if (before.trim() !== '' || (!isThroughout && reading.name.letters.length > 4)) return undefined
  const isSure = isThroughout && after.trim().length <= 1
  return { form: 'vertical', certainty: isSure ? 'sure' : 'weak', step: 'lines' }
}

/** Letters left out: ら〇ん. */
function weighMasks(reading: Reading, around: Surroundings): Evidence | undefined {
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
function weighSpelling({ name, spelled, exact, span }: Reading, around: Surroundings): Evidence | undefined {
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
function weighLookAlikes(reading: Reading, around: Surroundings): Evidence | undefined {
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

function weighTurned(reading: Reading, around: Surroundings, hints: Hints): Evidence | undefined {
  const { name, span } = reading
  const isAsWritten =
    reading.alike + reading.masked + reading.spelled + reading.lengthened === 0 &&
    oddGaps(reading).length === 0
  if (!isAsWritten) return undefined
  if (name.turned === 'typed') return weighTyped(reading, around, hints)
  if (!around.isWord(span, true)) return undefined
  const surface = around.text.slice(span.start, span.end)
  if (/[A-Za-z]/.test(surface) && around.isInsideIdentifier(span, !hints.tellsReversal)) return undefined
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

/** A text's letters and digits alone, without regard to case. */
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}ー]/gu, '').toLowerCase()

const isSameCase = (surface: string, alias: string): boolean => surface === alias

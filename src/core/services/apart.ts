/**
 * Puts together names whose letters stand apart by one and the same run of marks (Z*.*o*.*o*.*m, エ.ル.ア.イ…), stand
 * twice each (LLIINNEE), stand on their heads (ǝuᴉl), or are broken by the end of a line (オープン⏎チャット). Only where a
 * service's name comes out.
 */
import type { Span } from '../text/span.ts'
import type { Edit, Step } from '../text/text-builder.ts'
import type { Recognizer } from './service-mentions.ts'

const LETTER = /[\p{L}ー]/u
const IS_LETTER = 1
const IS_NONE = 2
/** By code unit: whether it is a letter, as far as it was asked. */
const letters = new Uint8Array(0x10000)

function isLetter(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false
  const unit = text.charCodeAt(at)
  if (letters[unit] === 0) letters[unit] = LETTER.test(text[at]!) ? IS_LETTER : IS_NONE
  return letters[unit] === IS_LETTER
}
/** A word is of one script; the dot of エ・ル may stand between marks as a letter does. */
const SCRIPTS: readonly RegExp[] = [/[A-Za-z]/, /[ァ-ヺー・]/, /[ぁ-ゖー]/, /\p{Script=Han}/u]
const PARTICLE = /[はがをにでのもとへ]/
const MOST_MARKS = 4
const FEWEST = 4
const LONGEST = 120
/** Two of every letter; fewer pairs are words (cooooom is none). */
const DOUBLED = /(?<![A-Za-z])(?:([A-Za-z])\1){4,24}(?![A-Za-z])/g
const DOUBLED_WORD = /^(?:([A-Za-z])\1){4,24}$/
const onceEach = (doubled: string): string => [...doubled].filter((_, place) => place % 2 === 0).join('')
const HAS_LETTERS = /[A-Za-z]{8}/
/** Letters on their heads are read from the right; i (an ı made plain), l, o, s, x and z look as before, n and u, p and d like each other. */
const HAS_TURNED = /[ɐɔǝɟƃɥᴉıɾʞɯɹʇʌʍʎ⅃∀Ǝ]/
const TURNED = /[ɐɔǝɟƃɥᴉıɾʞɯɹʇʌʍʎ⅃∀Ǝbdilnopqsuxz]{3,16}/g
const UPRIGHT: Readonly<Record<string, string>> = {
  ɐ: 'a',
  ɔ: 'c',
  ǝ: 'e',
  ɟ: 'f',
  ƃ: 'g',
  ɥ: 'h',
  ᴉ: 'i',
  ı: 'i',
  ɾ: 'j',
  ʞ: 'k',
  ɯ: 'm',
  ɹ: 'r',
  ʇ: 't',
  ʌ: 'v',
  ʍ: 'w',
  ʎ: 'y',
  '⅃': 'l',
  '∀': 'a',
  Ǝ: 'e',
  b: 'q',
  q: 'b',
  d: 'p',
  p: 'd',
  n: 'u',
  u: 'n',
}
/** One word may go on from line to line so. */
const GOES_ON = /^(?:[ァ-ヺー]{2}|[A-Za-z]{2})$/
const WINDOW = 24

/** @param reverseHints words that ask to read backwards. */
export function createApart(recognizer: Recognizer, reverseHints: readonly string[]): Step {
  return {
    name: 'separators',
    edits(text) {
      const tellsReversal = (): boolean => reverseHints.some((hint) => text.includes(hint))
      const names = (joined: string): boolean =>
        recognizer.names(joined) || (tellsReversal() && recognizer.names([...joined].reverse().join('')))
      const edits: Edit[] = []
      // What the search for names can read with its marks is put back with all that it knows of the word.
      for (const { start, end, joined, isEven, places } of apartIn(text)) {
        const once = DOUBLED_WORD.test(joined) ? onceEach(joined) : ''
        if (once !== '' && names(once)) {
          edits.push({ start, end, to: once, disguise: true, as: 'doubled' })
          continue
        }
        if (names(joined)) {
          if (!(isEven && recognizer.names(text.slice(start, end))))
            edits.push({ start, end, to: joined, disguise: true })
          continue
        }
        // は ぺ い ぺ い で: the particles around it stand apart as well.
        const from = PARTICLE.test(joined[0]!) ? 1 : 0
        const to = joined.length - (PARTICLE.test(joined.at(-1)!) ? 1 : 0)
        const inner = joined.slice(from, to)
        if (from + joined.length - to > 0 && inner.length >= FEWEST && names(inner))
          edits.push({ start: places[from]!, end: places[to - 1]! + 1, to: inner, disguise: true })
      }
      for (const { 0: found, index } of HAS_LETTERS.test(text) ? text.matchAll(DOUBLED) : []) {
        const once = onceEach(found)
        if (names(once))
          edits.push({ start: index, end: index + found.length, to: once, disguise: true, as: 'doubled' })
      }
      for (const { 0: found, index } of HAS_TURNED.test(text) ? text.matchAll(TURNED) : []) {
        const upright = [...found]
          .reverse()
          .map((letter) => UPRIGHT[letter] ?? letter)
          .join('')
        if (HAS_TURNED.test(found) && recognizer.names(upright.toUpperCase()))
          edits.push({
            start: index,
            end: index + found.length,
            to: upright.toUpperCase(),
            disguise: true,
            as: 'upside-down',
          })
      }
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
        if (!GOES_ON.test((text[at - 1] ?? '') + (text[at + 1] ?? ''))) continue
        const before = text.slice(Math.max(0, at - WINDOW), at)
        if (recognizer.namesAcross(before + text.slice(at + 1, at + 1 + WINDOW), before.length))
          edits.push({ start: at, end: at + 1, to: '', disguise: true, as: 'lines' })
      }
      return withoutOverlap(edits.sort((a, b) => a.start - b.start))
    },
  }
}

interface Apart extends Span {
  readonly joined: string
  /** Nothing but the marks stands between any two letters. */
  readonly isEven: boolean
  /** Where each letter stands. */
  readonly places: readonly number[]
}

/** Letters of one script with the same marks between every two of them: every place is looked at once. */
function* apartIn(text: string): Iterable<Apart> {
  for (let at = 0; at < text.length; at++) {
    // Most letters stand beside another.
    if (isLetter(text, at + 1) || !isLetter(text, at) || isLetter(text, at - 1)) continue
    const script = SCRIPTS.find((one) => one.test(text[at]!))
    const marks = script === undefined ? '' : marksAt(text, at + 1)
    if (marks === '') continue
    let joined = text[at]!
    const places = [at]
    let isEven = true
    let end = at + 1
    for (
      let next = letterBehind(text, end, marks);
      end - at < LONGEST;
      next = letterBehind(text, end, marks)
    ) {
      if (next < 0 || !script!.test(text[next]!)) break
      // A longer word is no letter; only the last may go on into the sentence: Z.o.o.mで.
      const goesOn = isLetter(text, next + 1)
      if (goesOn && (joined.length < FEWEST - 1 || script!.test(text[next + 1]!))) break
      joined += text[next]
      places.push(next)
      isEven &&= next - end === marks.length
      end = next + 1
      if (goesOn) break
    }
    if (joined.length >= FEWEST)
      yield marks.includes('\n')
        ? { ...lineEndsAround(text, at, end), joined, isEven, places }
        : { start: at, end, joined, isEven, places }
    at = Math.max(at, end - 1)
  }
}

/** A word written down the page stands in a sentence that it cuts in two: its line ends go with it. */
const lineEndsAround = (text: string, start: number, end: number): Span => ({
  start: /[^\s。!?！？]\n$/.test(text.slice(Math.max(0, start - 2), start)) ? start - 1 : start,
  end: /^\n\S/.test(text.slice(end, end + 2)) ? end + 1 : end,
})

/** Where the letter behind the marks stands, the end of a line before or behind them; -1 where there is none. */
function letterBehind(text: string, at: number, marks: string): number {
  for (const gap of [marks, `${marks}\n`, `\n${marks}`]) if (text.startsWith(gap, at)) return at + gap.length
  return -1
}

/** The marks from a place to the next letter; none where they are too many. */
function marksAt(text: string, from: number): string {
  let to = from
  while (to < text.length && to - from <= MOST_MARKS && !isLetter(text, to)) to++
  return to - from > MOST_MARKS || to === text.length ? '' : text.slice(from, to)
}

function withoutOverlap(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = []
  for (const edit of edits) if ((kept.at(-1)?.end ?? 0) <= edit.start) kept.push(edit)
  return kept
}

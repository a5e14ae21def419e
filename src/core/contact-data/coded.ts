/**
 * Data in the symbols of a codebook, in lists of character codes and in formulas that put text together. They count
 * beside words that ask to decode, to ring or to write there.
 */
import type { DecodedRun } from '../text/code-reader.ts'
import type { CueFinder } from './common/cue-finder.ts'
import type { Draft } from './common/draft.ts'
import { OPEN, QUOTE, signsOf } from './common/signs.ts'
import { isNumber } from './phone/phone-number.ts'

/** How far from a code it may be said what it is for, UTF-16 code units. */
const REACH = 80
/** chr(107), [107,117,109,97,64,…]: five codes of characters at least. */
const CHARACTER_CODES = /(?<![\d.])(?:\d{2,3}[, ]{1,2}){5,80}\d{2,3}(?![\d.])/g
/** Figures that six codes have at least. */
const FEWEST_CODES = 12
const ADDRESS = /^[a-z0-9._-]{3,64}@[a-z0-9-]{2,64}\.[a-z]{2,}$/
const NO_CODES: readonly RegExpExecArray[] = []
/** "shift"&CHAR(64)&"example"&CHAR(46)&"com" */
const FORMULA =
  /(?:"[^"\n]{1,40}"|(?:CHAR|CHR|chr)\(\d{2,3}\))(?:\s?[&+.]\s?(?:"[^"\n]{1,40}"|(?:CHAR|CHR|chr)\(\d{2,3}\))){2,30}/g

export const findCoded = (
  text: string,
  folded: string,
  runs: readonly DecodedRun[],
  find: (decoded: string) => readonly Draft[],
  cues: readonly CueFinder[],
): Draft[] => {
  const isAsked = (start: number, end: number): boolean =>
    cues.some((cue) => cue.within(folded, Math.max(0, start - REACH), Math.min(folded.length, end + REACH)))
  const { figures, marks } = signsOf(text)
  const found: Draft[] = []
  const add = (start: number, end: number, step: string, decoded: string) => {
    if ((found.at(-1)?.end ?? 0) > start) return
    // A whole address in the symbols of a book comes about by no chance.
    if (!isAsked(start, end) && !ADDRESS.test(decoded)) return
    const steps = [{ step, from: text.slice(start, end), to: decoded, disguise: true }]
    if (/^\d{10,11}$/.test(decoded)) {
      if (isNumber(decoded)) found.push({ kind: 'phone', start, end, value: decoded, steps })
      return
    }
    const inner = find(decoded).find((draft) => !draft.partial && draft.kind !== 'handle')
    if (inner !== undefined)
      found.push({ ...inner, sample: false, start, end, steps: [...steps, ...(inner.steps ?? [])] })
  }
  for (const { span, code, decoded } of runs) add(span.start, span.end, code, decoded)
  for (const { 0: codes, index } of figures < FEWEST_CODES ? NO_CODES : text.matchAll(CHARACTER_CODES)) {
    const points = codes.split(/[, ]+/).map(Number)
    if (points.every((point) => point > 31 && point < 127))
      add(index, index + codes.length, 'character-codes', String.fromCharCode(...points))
  }
  for (const { 0: formula, index } of (marks & (QUOTE | OPEN)) === 0 ? NO_CODES : text.matchAll(FORMULA)) {
    const parts = [...formula.matchAll(/"([^"\n]{1,40})"|\((\d{2,3})\)/g)]
    const decoded = parts.map(([, words, code]) => words ?? String.fromCharCode(Number(code))).join('')
    add(text[index - 1] === '=' ? index - 1 : index, index + formula.length, 'formula', decoded)
  }
  return found
}

/**
 * Phone and FAX numbers in one piece: as they are, in words, in mixed scripts, with any separators.
 *
 * Ten or eleven digits that begin with a Japanese prefix hardly come by chance when they are written in words; digits
 * in ASCII do (orders, dates, codes), so those also need the grouping of a number or a cue beside them.
 */
import { SpanSet } from '../../text/span-set.ts'
import { CueFinder } from '../common/cue-finder.ts'
import type { DigitAtom, DigitRun } from '../common/digit-reader.ts'
import type { Draft } from '../common/draft.ts'
import type { NumberWords } from '../common/tables.ts'
import { isSummed } from './counted.ts'
import { foreignNumbers } from './foreign-number.ts'
import { isIdShape } from './id-shape.ts'
import {
  isCountingRow,
  isCutBehindAreaCode,
  isSampleNumber,
  japaneseLength,
  japaneseValidity,
} from './phone-number.ts'

/** How far from a number its cue may stand, in code units. */
const CUE_BEFORE = 30
const CUE_AFTER = 40
const OTHER_CUE_BEFORE = 16
const OTHER_CUE_AFTER = 8
/** 参考番号 080-…: what is numbered, unless by whom the number is rung. */
const NUMBERED = /([一-龠ァ-ヶー]{2,6})番号(?:は|が|の|:)?\s?[「『"]?$/
const ALIKE = /\d{2,5}-\d{2,4}-\d{3,4}/g
const ALIKE_REACH = 40
/** A number in words may lean on so many words that have another sense. */
const MAX_WEAK = 4
const MAX_LETTERS = 5

const EXTENSION = /^\s?[,、(]?\s?(?:内線|ext\.?|x)\s?(?:番号)?[:は]?\s?\d{1,5}(?!\d)/i
/** Groupings in which Japanese numbers are written. */
const LANDLINE_GROUPS = /^(?:2-4-4|3-3-4|4-2-4|5-1-4|4-3-3|4-6|3-7|2-8|3-2-4-1|4-2-2-2|6-4)$/

const LETTER_GROUPS = /^(?:1[01]|3-4-4|3-8|7-4|4-7|4-3-4)$/

export interface PhoneContext {
  readonly numbers: NumberWords
  readonly phone: CueFinder
  readonly ring: CueFinder
  readonly fax: CueFinder
  readonly other: CueFinder
  readonly otherBehind: CueFinder
  readonly denial: CueFinder
  readonly messenger: CueFinder
}

export const phoneContext = (numbers: NumberWords): PhoneContext => ({
  numbers,
  phone: new CueFinder(numbers.phone_cues),
  ring: new CueFinder(numbers.ring_cues),
  fax: new CueFinder(numbers.fax_cues),
  other: new CueFinder(numbers.other_number_cues),
  otherBehind: new CueFinder([...numbers.other_number_cues, ...numbers.marked_cues]),
  denial: new CueFinder(numbers.phone_denials),
  messenger: new CueFinder(numbers.number_messengers),
})

const isLoose = (gap: string): boolean => /[\s、。,「」『』()[\]/・→|]/.test(gap)

export const findPhones = (
  text: string,
  folded: string,
  runs: readonly DigitRun[],
  context: PhoneContext,
  /** ASCII figures of the text. */
  figures: number,
): Draft[] => {
  const foreign = foreignNumbers(text, folded, runs, context, figures).map((draft) => ({
    ...draft,
    kind: kindAt(folded, draft.start, context),
  }))
  const taken = new SpanSet<Draft>(foreign)
  const found: Draft[] = []
  for (const run of runs) {
    for (let at = 0; at < run.length; ) {
      const size = numberAt(text, folded, run, at, context)
      if (size === 0) {
        at++
        continue
      }
      const atoms = run.slice(at, at + size)
      const draft = describe(text, folded, atoms, context)
      if (!taken.hasOverlap(draft)) found.push(draft)
      at += size
    }
  }
  return [...foreign, ...found]
}

const digitsOf = (atoms: readonly DigitAtom[]): string => atoms.map((atom) => atom.digit).join('')

/** How many atoms from `at` are a number, or 0. */
const numberAt = (text: string, folded: string, run: DigitRun, at: number, context: PhoneContext): number => {
  const first = run[at]!
  if (first.digit !== '0' || first.form === 'weak') return 0
  const before = run[at - 1]
  if (before) {
    const loose =
      isLoose(first.gap) || before.form === 'weak' || (before.form !== 'ascii' && first.form === 'ascii')
    if (!loose) return 0
  }
  if (!mayStart(text, first.start)) return 0
  const head = digitsOf(run.slice(at, at + 14))
  const allZero = /^0{10,11}(?!0)/.exec(head)?.[0].length
  const landline = isCutBehindAreaCode(grouping(run.slice(at, at + 10)), head) ? 10 : undefined
  const size = allZero ?? landline ?? japaneseLength(head)
  if (size === 0 || head.length < size) return 0
  const atoms = run.slice(at, at + size)
  const next = run[at + size]
  const last = atoms.at(-1)!
  if (next) {
    const loose =
      isLoose(next.gap) ||
      next.form === 'weak' ||
      (next.form !== last.form && next.gap === '' && next.form !== 'ascii')
    if (!loose) return 0
  }
  if (!mayEnd(text, last.end)) return 0
  const isCued = hasPhoneCue(folded, first.start, last.end, context)
  if (isIdShape(text, first.start, last.end, grouping(atoms), isCued)) return 0
  return isConvincing(text, folded, atoms, context) ? size : 0
}

/** What may not stand right before or behind a number: more figures, a price's sign, a unit. */
const mayStart = (text: string, start: number): boolean => {
  const before = text[start - 1] ?? ''
  if (/[\d¥$#%\\+.]/.test(before))
    return /(?:tel|phone|fax|no)\.$/i.test(text.slice(Math.max(0, start - 6), start))
  // A hyphen or an equals sign glued to a word: part of a code.
  return !/[A-Za-z\d][-=/]$/.test(text.slice(Math.max(0, start - 2), start))
}

const mayEnd = (text: string, end: number): boolean =>
  !/^(?:[-.,]\d|px|mm|cm|kg|%)/.test(text.slice(end, end + 3))

/** The digits as groups: `3-4-4`. */
const grouping = (atoms: readonly DigitAtom[]): string => {
  const sizes: number[] = []
  for (const [index, atom] of atoms.entries()) {
    if (index === 0 || atom.gap !== '') sizes.push(1)
    else sizes[sizes.length - 1]!++
  }
  return sizes.join('-')
}

const isConvincing = (
  text: string,
  folded: string,
  atoms: readonly DigitAtom[],
  context: PhoneContext,
): boolean => {
  const digits = digitsOf(atoms)
  const start = atoms[0]!.start
  const end = atoms.at(-1)!.end
  if (isCountingRow(digits)) return false
  const count = (form: string) => atoms.filter((atom) => atom.form === form).length
  const sample = isSampleNumber(digits)
  const isCut = isCutBehindAreaCode(grouping(atoms), digits)
  const validity = sample ? 'valid' : isCut ? 'possible' : japaneseValidity(digits)
  if (validity === 'none') return false
  const ring = hasRingCue(folded, start, end, context)
  const isOfThing =
    isOther(folded, start, end, context) ||
    isNumbered(text, start, context) ||
    isLikeAnother(text, folded, start, grouping(atoms), context)
  if (isOfThing && !ring) return false
  if (count('weak') > MAX_WEAK || count('letter') > MAX_LETTERS) return false
  const mobile = digits.length === 11 && (validity === 'valid' || !digits.startsWith('020'))
  const cue = ring || hasPhoneCue(folded, start, end, context)
  if (count('ascii') < atoms.length) {
    // In words. A landline that no plan knows needs to be announced.
    if (count('letter') > 0) {
      // Letters are digits only in a number's own shape: [O2] … [S2] is no part of one.
      const shape = grouping(atoms)
      if (
        atoms.some((atom) => atom.gap.includes('\n')) ||
        !(LETTER_GROUPS.test(shape) || LANDLINE_GROUPS.test(shape))
      )
        return false
    }
    if (count('letter') + count('ascii') === atoms.length) return mobile || cue
    return validity === 'valid' || cue
  }
  const groups = grouping(atoms)
  const gaps = atoms
    .slice(1)
    .map((atom) => atom.gap)
    .filter((gap) => gap !== '')
  if (gaps.some((gap) => /\n/.test(gap))) {
    return cue || groups === '3-4-4' || /^1(?:-1){9,10}$/.test(groups)
  }
  // Figures in a list are no number: 0, 2, 0, 95, 7.
  const isListed = gaps.some((gap) => /[,、]/.test(gap))
  if (isListed && !cue && (groups !== '3-4-4' || isSummed(text, end))) return false
  // A point among other marks is a decimal's: 0.90 / 0.92 | 98.24.
  if (gaps.some((gap) => gap === '.') && gaps.some((gap) => gap !== '.') && groups !== '3-4-4') return false
  // `0.90.12345678` is a version: nobody cuts a number behind its first zero.
  if (/^1-(?!1)/.test(groups) && !cue) return false
  if (mobile) return gaps.length <= 4 || cue || new Set(gaps).size <= 2
  if (gaps.length === 0) return validity === 'valid' && cue
  if (LANDLINE_GROUPS.test(groups) && gaps.every((gap) => /^\s?[-‐‑–—−ー()の]\s?$/.test(gap) || gap === ') '))
    return true
  return cue && (validity === 'valid' || LANDLINE_GROUPS.test(groups))
}

/** 製造番号 090-…; 090-… は管理番号です; 「090-…」と刻印があります, where nobody says that it can be rung. */
const isOther = (folded: string, start: number, end: number, context: PhoneContext): boolean => {
  if (context.other.before(folded, start, OTHER_CUE_BEFORE)) return true
  const close = /^[」』)\]]?\s?(?:は|が|も|って|という|との?|の)\s?/.exec(folded.slice(end, end + 6))?.[0]
    .length
  return close !== undefined && context.otherBehind.after(folded, end + close, OTHER_CUE_AFTER)
}

const isDenied = (folded: string, start: number, end: number, context: PhoneContext): boolean =>
  context.denial.after(folded, end, CUE_AFTER) || context.denial.before(folded, start, CUE_BEFORE)

const isNumbered = (text: string, start: number, { numbers }: PhoneContext): boolean => {
  const what = NUMBERED.exec(text.slice(Math.max(0, start - 14), start))?.[1]
  return what !== undefined && !numbers.rung_numbers.some((word) => what.endsWith(word))
}

/** 品番 0802-294-7713 が3、0802-294-7714 が0: what is cut as the one before it, which numbers something else. */
const isLikeAnother = (
  text: string,
  folded: string,
  start: number,
  groups: string,
  context: PhoneContext,
): boolean => {
  const from = Math.max(0, start - ALIKE_REACH)
  const near = text.slice(from, start)
  const line = near.slice(Math.max(near.lastIndexOf('。'), near.lastIndexOf('\n')) + 1)
  const last = [...line.matchAll(ALIKE)].at(-1)
  if (last === undefined) return false
  const shape = last[0]
    .split('-')
    .map((group) => group.length)
    .join('-')
  const at = from + near.lastIndexOf(last[0])
  return shape === groups && context.other.before(folded, at, OTHER_CUE_BEFORE)
}

const hasRingCue = (folded: string, start: number, end: number, context: PhoneContext): boolean => {
  if (isDenied(folded, start, end, context)) return false
  // A number down the page goes on in the next line.
  const behind = folded[end] === '\n' ? end + 1 : end
  return context.ring.before(folded, start, CUE_BEFORE) || context.ring.after(folded, behind, CUE_AFTER)
}

const hasPhoneCue = (folded: string, start: number, end: number, context: PhoneContext): boolean =>
  !isDenied(folded, start, end, context) &&
  (context.phone.before(folded, start, CUE_BEFORE) || context.phone.after(folded, end, CUE_AFTER))

const kindAt = (folded: string, start: number, context: PhoneContext): 'phone' | 'fax' =>
  context.fax.before(folded, start, 12) ? 'fax' : 'phone'

const describe = (
  text: string,
  folded: string,
  atoms: readonly DigitAtom[],
  context: PhoneContext,
): Draft => {
  const start = atoms[0]!.start
  const end = atoms.at(-1)!.end
  const digits = digitsOf(atoms)
  const open = text[start - 1] === '(' && atoms.some((atom) => atom.gap.includes(')')) ? 1 : 0
  const extension = EXTENSION.exec(text.slice(end, end + 20))?.[0] ?? ''
  const spelled = atoms.some((atom) => atom.form !== 'ascii')
  const marked = atoms.some((atom) => /[★☆*●◆◇■□♪♡&^=_|]/.test(atom.gap))
  const from = text.slice(start, end)
  return {
    kind: kindAt(folded, start, context),
    start: start - open,
    end: end + extension.length,
    value: digits,
    steps:
      spelled || marked
        ? [{ step: spelled ? 'spelled-number' : 'separators', from, to: digits, disguise: true }]
        : [],
    sample: isSampleNumber(digits),
  }
}

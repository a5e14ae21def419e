/**
 * Numbers of other countries: with a plus sign (or the word for it, or the 00 that is dialled instead), Korean mobile
 * numbers, and North American ones, which are written without their country's code.
 *
 * A plus sign before a number that a plan knows tells enough. Everything else needs the words around it to invite.
 */
import { SpanSet } from '../../text/span-set.ts'
import type { CueFinder } from '../common/cue-finder.ts'
import type { DigitRun } from '../common/digit-reader.ts'
import type { Draft } from '../common/draft.ts'
import { american, international, isSampleNumber, possiblyInternational } from './phone-number.ts'

const PLUS = /\+\s?\(?\d{1,3}\)?[\d\s\-().]{5,20}\d/g
/** 「プラス81のあとに80、5562、9013」, `0044 20 7946 0958`, `001-1-415-555-2671`. */
const PLUS_WORD =
  /(?:プラス|ぷらす|国番号(?:は|が|の)?|\+)\s?(\d{1,3})(?:のあとに|の後に|のあと|の後|に続けて|につづけて|、|,|\s|で|-){1,3}(?:続けて|つづけて|そのあと|次に)?\s?((?:\d{2,4}[、,・\s-]{1,2}){1,4}\d{3,4})(?!\d)/g
const DIALLED = /(?<![\d.:/-])00\d{1,3}[\s-](?:\d{1,4}[\s-]){1,4}\d{3,4}(?![\d-])/g
const KOREAN = /(?<![\d-])010[-\s.]\d{4}[-\s.]\d{4}(?![\d-])/g
const AMERICAN =
  /(?<![\dA-Za-z+(])(?:1[-\s.])?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[-.\s])\d{3}[-.\s]\d{4}(?![\d-])/g

/** Of a pattern that the text has too few figures for. */
const NOTHING: readonly RegExpExecArray[] = []
const BEFORE = 30
const AFTER = 24

export interface ForeignCues {
  /** Words for ringing someone. */
  readonly phone: CueFinder
  /** Words that say that a number is no phone's. */
  readonly other: CueFinder
  /** Messengers that know people by their number: WhatsApp: +1555…. */
  readonly messenger: CueFinder
}

export const foreignNumbers = (
  text: string,
  folded: string,
  runs: readonly DigitRun[],
  cues: ForeignCues,
  /** ASCII figures of the text. */
  figures: number,
): Draft[] => {
  const found: Draft[] = []
  const taken = new SpanSet()
  const add = (start: number, length: number, value: string | undefined, disguised = false) => {
    const end = start + length
    if (value === undefined || taken.hasOverlap({ start, end })) return
    taken.add({ start, end })
    const steps = disguised
      ? [{ step: 'spelled-number', from: text.slice(start, end), to: value, disguise: true }]
      : []
    found.push({ kind: 'phone', start, end, value, steps, sample: isSampleNumber(value) })
  }
  const isInvited = (start: number, end: number): boolean =>
    !cues.other.before(folded, start, BEFORE) &&
    (cues.phone.before(folded, start, BEFORE) ||
      cues.phone.after(folded, end, AFTER) ||
      cues.messenger.before(folded, start, BEFORE))

  for (const { 0: raw, index } of text.includes('+') ? text.matchAll(PLUS) : NOTHING) {
    const before = text[index - 1] ?? ''
    // `a+8190…` of a name and a number; `1+23…` of a sum.
    if (/[\d+]/.test(before) || /\d/.test(text[index + raw.length] ?? '')) continue
    const glued = /[A-Za-z]/.test(before) || /[A-Za-z]/.test(text[index + raw.length] ?? '')
    const value = international(raw)
    if (value !== undefined && (!glued || /^\+\d{11,13}$/.test(value))) add(index, raw.length, value)
    else if (!glued && isInvited(index, index + raw.length))
      add(index, raw.length, possiblyInternational(raw))
  }
  for (const { 0: raw, 1: country, 2: rest, index } of figures < 6 ? NOTHING : text.matchAll(PLUS_WORD)) {
    add(index, raw.length, possiblyInternational(`+${country}${rest!.replace(/\D/g, '')}`), true)
  }
  for (const { 0: raw, index } of figures < 7 ? NOTHING : text.matchAll(DIALLED)) {
    if (isInvited(index, index + raw.length)) add(index, raw.length, international(`+${raw.slice(2)}`))
  }
  for (const { 0: raw, index } of figures < 11 ? NOTHING : text.matchAll(KOREAN)) {
    add(index, raw.length, international(`+82${raw.slice(1)}`))
  }
  for (const { 0: raw, index } of figures < 10 ? NOTHING : text.matchAll(AMERICAN)) {
    if (isInvited(index, index + raw.length)) add(index, raw.length, american(raw))
  }
  for (const run of runs) {
    const told = withCountry(text, run)
    if (told !== undefined && (told.isMarked || isInvited(told.start, told.end)))
      add(told.start, told.end - told.start, told.value, true)
    const spelled = americanInWords(run)
    if (spelled !== undefined && isInvited(spelled.start, spelled.end))
      add(spelled.start, spelled.end - spelled.start, spelled.value, true)
  }
  return found
}

/** Without the words at both ends that are also particles: 番号は八一…. */
const betweenWeak = (run: DigitRun): DigitRun =>
  run.slice(
    run.findIndex((atom) => atom.form !== 'weak'),
    run.findLastIndex((atom) => atom.form !== 'weak') + 1,
  )

/** `+81 90 ‐ 44O7 ‐ 8l26`, 八一・九〇・一二三四・五六七八: Japan's code before figures that are not all figures. */
const withCountry = (text: string, whole: DigitRun) => {
  const run = betweenWeak(whole)
  if (run.length < 11 || run.length > 12 || run.every((atom) => atom.form === 'ascii')) return undefined
  const digits = run.map((atom) => atom.digit).join('')
  if (!/^81(?:[5-9]0\d{8}|[1-9]\d{8})$/.test(digits)) return undefined
  const value = international(`+${digits}`)
  const isMarked = text[run[0]!.start - 1] === '+'
  const start = run[0]!.start - (isMarked ? 1 : 0)
  return value === undefined ? undefined : { start, end: run.at(-1)!.end, value, isMarked }
}

/** `4 1 5 5 5 5 0 1 7 3`, `7 one 7 8 8 8 8 9 8`: one figure at a time, which nobody writes of an amount. */
const americanInWords = (whole: DigitRun): { start: number; end: number; value: string } | undefined => {
  const run = betweenWeak(whole)
  if (run.length < 9 || run.length > 11 || run.some((atom) => atom.form === 'weak')) return undefined
  const isApart = run.slice(1).every((atom) => /^[\s.-]$/.test(atom.gap))
  if (!isApart) return undefined
  const digits = run.map((atom) => atom.digit).join('')
  // One figure that slipped makes it no other thing: it is still a number that is read out.
  const value = american(digits) ?? (/^[2-9]\d[0-9][2-9]\d{5,6}$/.test(digits) ? `+1${digits}` : undefined)
  return value === undefined ? undefined : { start: run[0]!.start, end: run.at(-1)!.end, value }
}

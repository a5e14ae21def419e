/**
 * Mobile numbers whose figures are strewn over a list that speaks of something else: 「伏せ目0、かけ目7、伏せ目0、表編み5…この段は
 * 編まずに、押してください」, and those that stand in signs which the text itself reads as figures: 「猫(ゼロ)、未、猫、卯…子を1と
 * 数えれば」, 「白 九索 白|三萬 一筒…白をゼロとして」. Eleven figures, no more and no fewer, beside words that ring or call.
 */
import type { SpanSet } from '../../text/span-set.ts'
import type { Draft } from '../common/draft.ts'
import { isNumber } from './phone-number.ts'

const LENGTH = 11
/** Nothing else stands between two figures of one number for longer than this, UTF-16 code units. */
const MOST_BETWEEN = 18
/** A group of more figures is one of its own. */
const LONGEST_GROUP = 4
/** Fewer groups are the matter of who looks for pieces. */
const FEWEST_GROUPS = 3
/** Three of a list, each behind its word, are as many quantities: フック 090、金具 4471、板 8820. */
const NAMED_QUANTITY = /^[、,，]\s?[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}ー]+\s?$/u
/** How far off it is said what to do with them. */
const BEFORE = 60
const BEHIND = 80
/** Words that ring or call, said of a number as of much else. */
const RINGS =
  /押[せしす]|鳴[りらるいっ]|起き|取り次|替わりま|回し|通じ|声|出ます|出られ|取れ|つなが|繋が|電話|でんわ|かけて|ダイヤル|コール|呼び出|TEL|tel/
/** Where figures are to be worked out, each sum is one: 0、3×3、0、1+1. */
const WORKED = /計算|答え|算[でのを]|暗算/
const SUM = /(?<![\d×x*÷/+−-])(\d{1,2})\s?([+×x*÷/−-])\s?(\d{1,2})(?![\d×x*÷/+−-])/g
const FIGURE = /^\d$/
const SERIES: readonly string[] = [
  '子丑寅卯辰巳午未申酉戌亥',
  '甲乙丙丁戊己庚辛壬癸',
  'ABCDEFGHIJ',
  'あいうえおかきくけこ',
]
/** 子を1と数えれば, A=0 */
const FIRST_OF_SERIES = /([子甲Aあ])\s?(?:を|は|が|=|→)\s?([01])(?!\d)/g
/** ド=1, 赤は0 */
const PAIR = /([^\s=→、。,・「」『』()|/0-9はがを]{1,5})\s?(?:=|→|は|が|を)\s?(\d)(?![\d.:,%])/g
/** 猫(干支に入れなかったのでゼロ), スペードのK(ゼロと読みます), 白をゼロとして */
const ZERO =
  /([\p{L}]{1,6})(?:\([^()\n]{0,16}?(?:ゼロ|零|0)(?:と読[^()\n]{0,6}|です)?\)|を(?:ゼロ|零|0)(?:と|に))/gu
const SUITED = /[一二三四五六七八九](?=[萬万筒索])/g
const KANJI = '〇一二三四五六七八九'
/** Where figures are counted in old words, each stands alone between marks. */
const OLD: Readonly<Record<string, string>> = {
  れい: '0',
  ぜろ: '0',
  まる: '0',
  ひい: '1',
  ひとつ: '1',
  ふう: '2',
  みい: '3',
  よお: '4',
  よう: '4',
  いつ: '5',
  むう: '6',
  なな: '7',
  やあ: '8',
  ここの: '9',
}
const OLD_WORD = new RegExp(`(?<![ぁ-ゖ])(?:${Object.keys(OLD).join('|')})(?=[、,・/\\s。])`, 'g')
/** So many of them say that one counts so. */
const FEWEST_OLD = 8

interface Atom {
  readonly start: number
  readonly end: number
  readonly digits: string
  /** Read by what the text says of it. */
  readonly isTold: boolean
}

export function findStrewnDigits(text: string, counted: SpanSet): readonly Draft[] {
  if (!RINGS.test(text)) return NOTHING
  const atoms = atomsOf(text)
  if (atoms.length < FEWEST_GROUPS) return NOTHING
  const found: Draft[] = []
  for (let at = 0; at < atoms.length; at++) {
    if (atoms[at]!.digits[0] !== '0') continue
    const row = rowFrom(text, atoms, at, counted)
    if (row === undefined) continue
    found.push(row.draft)
    at = row.last
  }
  return found
}

const NOTHING: readonly Draft[] = []

function rowFrom(text: string, atoms: readonly Atom[], at: number, counted: SpanSet) {
  let digits = ''
  for (let to = at; to < atoms.length; to++) {
    const atom = atoms[to]!
    if (to > at && atom.start - atoms[to - 1]!.end > MOST_BETWEEN) return undefined
    if (atom.digits.length > LONGEST_GROUP || (!atom.isTold && counted.hasOverlap(atom))) return undefined
    digits += atom.digits
    if (digits.length < LENGTH) continue
    const { start } = atoms[at]!
    const { end } = atom
    const next = atoms[to + 1]
    const goesOn = next !== undefined && next.start - end <= 3
    const groups = atoms.slice(at, to + 1)
    if (digits.length > LENGTH || goesOn || groups.length < FEWEST_GROUPS) return undefined
    if (groups.length === FEWEST_GROUPS && areQuantities(text, groups)) return undefined
    if (!/^0[5-9]0[1-9]/.test(digits) || !isNumber(digits)) return undefined
    // What is written as numbers are is somebody else's matter.
    if (/^[\d\s().-]+$/.test(text.slice(start, end))) return undefined
    const around = text.slice(Math.max(0, start - BEFORE), start) + text.slice(end, end + BEHIND)
    if (!RINGS.test(around)) return undefined
    const steps = [{ step: 'strewn-digits', from: text.slice(start, end), to: digits, disguise: true }]
    const draft: Draft = { kind: 'phone', start, end, value: digits, steps }
    return { draft, last: to }
  }
  return undefined
}

const areQuantities = (text: string, groups: readonly Atom[]): boolean =>
  groups.every(
    ({ start, isTold }, at) =>
      !isTold && (at === 0 || NAMED_QUANTITY.test(text.slice(groups[at - 1]!.end, start))),
  )

/** The figures of a text, and the signs that it reads as figures, in their order. */
function atomsOf(text: string): readonly Atom[] {
  const atoms: Atom[] = WORKED.test(text)
    ? [...text.matchAll(SUM)].flatMap(({ 0: sum, 1: left, 2: sign, 3: right, index }) => {
        const digit = worked(Number(left), sign!, Number(right))
        return FIGURE.test(digit)
          ? [{ start: index, end: index + sum.length, digits: digit, isTold: true }]
          : []
      })
    : []
  const add = (start: number, word: string, digit: string): void => {
    const end = start + word.length
    if (!atoms.some((one) => one.start < end && start < one.end))
      atoms.push({ start, end, digits: digit, isTold: true })
  }
  for (const { 0: digits, index } of text.matchAll(/(?<!\d)\d+/g)) {
    const end = index + digits.length
    if (!atoms.some((one) => one.start < end && index < one.end))
      atoms.push({ start: index, end, digits, isTold: false })
  }
  const { symbols, keys } = toldSymbols(text)
  // The longest first: 高いド before ド.
  for (const [symbol, digit] of [...symbols].sort(([a], [b]) => b.length - a.length))
    for (let place = text.indexOf(symbol); place >= 0; place = text.indexOf(symbol, place + symbol.length))
      if (!keys.some(({ start, end }) => start <= place && place < end)) add(place, symbol, digit)
  if (/牌|麻雀/.test(text))
    for (const { 0: figure, index } of text.matchAll(SUITED))
      add(index, figure, String(KANJI.indexOf(figure)))
  const old = [...text.matchAll(OLD_WORD)]
  if (old.length >= FEWEST_OLD) for (const { 0: word, index } of old) add(index, word, OLD[word]!)
  return atoms
    .filter(({ start }) => !keys.some((key) => key.start <= start && start < key.end))
    .sort((a, b) => a.start - b.start)
}

/** The result of a sum, division without rest; nothing where there is none. */
const worked = (left: number, sign: string, right: number): string => {
  if (sign === '+') return String(left + right)
  if (sign === '-' || sign === '−') return String(left - right)
  if (sign === '÷' || sign === '/') return right === 0 ? '' : String(left / right)
  return String(left * right)
}

/** What the text reads as figures, and where it says so. */
function toldSymbols(text: string) {
  const symbols = new Map<string, string>()
  const keys: { start: number; end: number }[] = []
  const add = (symbol: string, digit: string): void => {
    if (!symbols.has(symbol) && !FIGURE.test(symbol)) symbols.set(symbol, digit)
  }
  for (const { 0: whole, 1: first, 2: from, index } of text.matchAll(FIRST_OF_SERIES)) {
    keys.push({ start: index, end: index + whole.length })
    const series = SERIES.find((row) => row.startsWith(first!))!
    for (let digit = Number(from); digit < 10; digit++) {
      const symbol = series[digit - Number(from)]
      if (symbol !== undefined) add(symbol, String(digit))
    }
  }
  for (const { 0: whole, 1: symbol, index } of text.matchAll(ZERO)) {
    const name = symbol!.replace(/^.*の(?=.)/, '')
    // The sign itself is one of the figures where its reading stands behind it.
    keys.push({ start: index + symbol!.length, end: index + whole.length })
    if (whole.includes('を')) keys.push({ start: index, end: index + whole.length })
    add(name, '0')
  }
  const pairs = [...text.matchAll(PAIR)]
  if (pairs.length > 1)
    for (const { 0: whole, 1: symbol, 2: digit, index } of pairs) {
      keys.push({ start: index, end: index + whole.length })
      add(symbol!, digit!)
    }
  if (/トランプ|スペード|ハートの|ダイヤの|クラブの/.test(text))
    for (const [card, digit] of CARDS) add(card, digit)
  return { symbols, keys }
}

const CARDS: readonly (readonly [string, string])[] = [['A', '1']]

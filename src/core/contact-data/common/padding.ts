/**
 * Characters that are to be taken out of what is written: 「大文字は消して」, 「★を抜いて」, 「『NOSPAM』を削除」, and
 * letters set apart by spaces (s a k u r a @ …), which need no word.
 */
import { AnyWord } from '../../text/any-word.ts'
import { DerivedText } from './derived-text.ts'
import type { ContactWords } from './tables.ts'
import { WordMatcher } from './word-matcher.ts'

/** What the classes of dictionaries/contact-words.yaml (remove_classes) take out. */
const CLASSES: Readonly<Record<string, RegExp>> = {
  upper: /[A-Z]/,
  lower: /[a-z]/,
  digit: /[0-9]/,
  kanji: /\p{Script=Han}/u,
  hiragana: /\p{Script=Hiragana}/u,
  katakana: /[\p{Script=Katakana}ー]/u,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u,
  space: /[ \t　]/,
  line: /\n/,
  point: /[.．]/,
  hyphen: /[-‐−ー]/,
  symbol: /[^\p{L}\p{N}\s@._+/:?=&#%、。「」-]/u,
  japanese: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u,
}
/** How far before 「抜いて」 its object may stand, in code units. */
const REACH = 24
/** More kinds of padding than these nobody explains. */
const MAX_LITERALS = 8
/** So many words are looked for elsewhere in the text. */
const MAX_LOOKED = 64
const LITERAL = /[「『"“(]([^「」『』"“”()\n]{1,16})[」』"”)]|(?<![A-Za-z])([A-Z]{3,})(?![a-z])/g
const SPACED = /(?<![A-Za-z0-9])(?:[A-Za-z0-9@._:/-] ){4,}[A-Za-z0-9@._:/-](?![A-Za-z0-9])/g
/** The same with a mark between: s-o-u-z-o-k-u. Where one word is so, shorter ones are too. */
const APART_MARKS = '-*~_|+♡♥☆★・,·'
const LONE = /[A-Za-z0-9@._]/
const SHORTEST_APART = 5
/** Lines of nothing but letters and signs, one below the other. */
const BROKEN = /(?<![^\n])[!-~]{1,40}(?:\n[!-~]{1,40}){1,8}(?![^\n])/g
const VERTICAL = /(?<![^\n])(?:[A-Za-z0-9@._:/-]{1,2}\n){4,}[A-Za-z0-9@._:/-]{1,2}(?![^\n])/g

export class Padding {
  readonly #removals: WordMatcher<true>
  readonly #classes: WordMatcher<string>
  readonly #joins: AnyWord

  constructor(words: ContactWords) {
    this.#joins = new AnyWord(words.join_lines)
    this.#removals = new WordMatcher(words.remove_words.map((word) => [word, true] as const))
    this.#classes = new WordMatcher(
      Object.entries(words.remove_classes).flatMap(([name, list]) =>
        list.map((word): [string, string] => [word, name]),
      ),
    )
  }

  /** What is left once the text's own instructions to take something out are followed. */
  told(text: string, folded: string): DerivedText[] {
    const derived: DerivedText[] = []
    const { classes, literals } = this.#instructions(text, folded)
    if (classes.size > 0) {
      const patterns = [...classes].map((name) => CLASSES[name]).filter((pattern) => pattern !== undefined)
      derived.push(new DerivedText(text, (at) => !patterns.some((pattern) => pattern.test(text[at]!))))
    }
    if (literals.size > 0) {
      const gone = new Set<number>()
      for (const literal of literals) {
        for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + literal.length)) {
          // Brackets around what goes go with it: sakura(NOSPAM)@….
          const wrapped =
            /^[([{「【<]$/.test(text[at - 1] ?? '') && /^[)\]}」】>]$/.test(text[at + literal.length] ?? '')
              ? 1
              : 0
          for (let unit = at - wrapped; unit < at + literal.length + wrapped; unit++) gone.add(unit)
        }
      }
      derived.push(new DerivedText(text, (at) => !gone.has(at)))
    }
    return derived
  }

  /** The same, with signs put back for the words that stand for them, and letters put together that stand apart. */
  undo(text: string, folded: string): DerivedText[] {
    const derived = this.told(text, folded)
    const swapped = SIGN.test(text) ? swaps(text) : undefined
    if (swapped !== undefined && swapped.size > 0)
      derived.push(new DerivedText(text, (at) => swapped.get(at) !== '', swapped))
    const isBroken = this.#joins.in(text)
    if (!isBroken && fewLetters(text)) return derived
    const blanks = new Set<number>()
    for (const pattern of isBroken ? [SPACED, VERTICAL, BROKEN] : [SPACED, VERTICAL]) {
      for (const match of text.matchAll(pattern)) {
        for (let at = match.index; at < match.index + match[0].length; at++)
          if (/\s/.test(text[at]!)) blanks.add(at)
      }
    }
    for (const at of marksApart(text)) blanks.add(at)
    if (blanks.size > 0) derived.push(new DerivedText(text, (at) => !blanks.has(at)))
    return derived
  }

  #instructions(text: string, folded: string): { classes: Set<string>; literals: Set<string> } {
    const classes = new Set<string>()
    const literals = new Set<string>()
    let looked = 0
    for (let at = 0; at < text.length; at++) {
      if (!this.#removals.longest(folded, at)) continue
      const near = text.slice(Math.max(0, at - REACH), at)
      const from = at - near.length + Math.max(near.lastIndexOf('\n'), near.lastIndexOf('。')) + 1
      for (let word = from; word < at; word++) {
        const hit = this.#classes.longest(folded, word)
        if (hit && word + hit.length <= at) classes.add(hit.value)
      }
      for (const match of text.slice(from, at).matchAll(LITERAL)) {
        if (literals.size === MAX_LITERALS || ++looked > MAX_LOOKED) break
        const literal = match[1] ?? match[2]!
        if (text.indexOf(literal) < from + match.index || text.indexOf(literal, at) >= 0)
          literals.add(literal)
      }
      const word = latinBefore(text, at) ?? characterBefore(text, at)
      if (word === undefined || literals.size === MAX_LITERALS || ++looked > MAX_LOOKED) continue
      if (text.indexOf(word) < at - word.length) literals.add(word)
    }
    return { classes, literals }
  }
}

/** The Latin word that is the object of what stands at `at`: delete を抜いて. */
const latinBefore = (text: string, at: number): string | undefined => {
  let end = at
  for (const particle of ['を', 'の文字', 'という文字', ' '])
    if (text.endsWith(particle, end)) end -= particle.length
  let start = end
  while (start > 0 && end - start < 13 && /[A-Za-z]/.test(text[start - 1]!)) start--
  const word = text.slice(start, end)
  return word.length >= 3 && word.length <= 12 ? word : undefined
}

/** The one character that is the object of what stands at `at`, 犬を取って, た抜き, where it was put in more than once. */
const characterBefore = (text: string, at: number): string | undefined => {
  const character = ALONE.exec(text.slice(Math.max(0, at - 6), at))?.[1]
  if (character === undefined) return undefined
  const first = text.indexOf(character)
  const second = text.indexOf(character, first + 1)
  return second >= 0 && text.indexOf(character, second + 1) >= 0 ? character : undefined
}
const ALONE =
  /(?:^|[\s、。!?！？「『"(])([\p{L}\p{N}])[」』")]?(?:の字|の文字|という字|って字)?(?:を|は|だけ)?(?:全部|全て|すべて)?$/u

/** 「山は@に変えて」, 「「し」はハイフンの代わりです」, ★＝@. */
const SWAP =
  /[「『"(]?([^\s「」『』"()、。はをが=→]{1,3})[」』")]?\s?(?:は|を|が|=|→)\s?[「『"]?(@|アットマーク|アット|あっと|ドット|点|\.|ハイフン|-|スラッシュ|\/|アンダーバー|_)[」』"]?(?:\s?に(?:変え|かえ|置き換え|置換|読み替え|読みかえ|直し|なおし|変換|して)|の(?:代わり|かわり|つもり|意味|こと)|と読|です|だと思|(?=[、,]\s?[「『"(]?[^\s「」『』"()、。]{1,3}[」』")]?(?:は|を|が|=|→)\s?[「『"]?(?:@|\.|アット|あっと|ドット|点)))/g
const SIGNS: Readonly<Record<string, string>> = {
  アットマーク: '@',
  アット: '@',
  あっと: '@',
  ドット: '.',
  点: '.',
  ハイフン: '-',
  スラッシュ: '/',
  アンダーバー: '_',
}

/** A sign or a word for one: without any the text exchanges nothing. */
const SIGN = /[@.\-/_点]|アット|あっと|ドット|ハイフン|スラッシュ|アンダーバー/

/** Whether the text has too few of the characters that addresses are made of to set them apart. */
function fewLetters(text: string): boolean {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x20 && unit < 0x7f && ++count >= SHORTEST_APART) return false
  }
  return true
}

/** By place: the sign that the text says stands there instead, or nothing for the rest of the word. */
const swaps = (text: string): ReadonlyMap<number, string> => {
  const swapped = new Map<number, string>()
  const known = new Set<string>()
  for (const match of text.matchAll(SWAP)) {
    const word = match[1]!
    const sign = SIGNS[match[2]!] ?? match[2]!
    const own = match.index
    if (known.has(word)) continue
    if (known.size === MAX_LITERALS) break
    known.add(word)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      if (at >= own && at < own + match[0].length) continue
      // Beside Japanese it is a word of the sentence.
      const beside = `${text[at - 1] ?? ' '}${text[at + word.length] ?? ' '}`
      if (!/^[\w\s.「」ー[\]()【】][\w\s.「」ー[\]()【】]$/.test(beside)) continue
      swapped.set(at, sign)
      for (let unit = at + 1; unit < at + word.length; unit++) swapped.set(unit, '')
    }
  }
  const inTurn = IN_TURN.exec(text)
  if (inTurn !== null) swapInTurn(text, inTurn, swapped)
  return swapped
}

/** 「一つ目の「の」はアットマーク、あとは点」: one word for both signs. */
const IN_TURN =
  /(?:一つ目|1つ目|ひとつ目|最初|はじめ)の[「『"]?([^\s「」『』"()、。]{1,3})[」』"]?(?:が|は)(?:@|アットマーク|アット|あっと)(?:で)?[、,]?(?:あと|残り|のこり|ほか|他|それ以外|二つ目|2つ目)(?:の[「『"]?\1[」』"]?)?(?:が|は)(?:全部|すべて)?(?:\.|点|ドット|ピリオド)/

const swapInTurn = (text: string, told: RegExpExecArray, swapped: Map<number, string>): void => {
  const word = told[1]!
  let sign = '@'
  for (let at = text.indexOf(word); at >= 0 && at < told.index; at = text.indexOf(word, at + word.length)) {
    // Only where it stands between two parts of an address: soumu の kinzoku-oba の co.
    const before = text.slice(Math.max(0, at - 2), at)
    const after = text.slice(at + word.length, at + word.length + 2)
    if (!/[\w-] ?$/.test(before) || !/^ ?[\w-]/.test(after)) continue
    const from = before.endsWith(' ') ? at - 1 : at
    const to = at + word.length + (after.startsWith(' ') ? 1 : 0)
    for (let unit = from; unit < to; unit++) swapped.set(unit, unit === from ? sign : '')
    sign = '.'
  }
}

/** Where marks stand between single letters, in a text that has a whole word of such. */
const marksApart = (text: string): number[] => {
  const marks = [...APART_MARKS].filter((mark) => {
    const at = text.indexOf(mark)
    return at >= 0 && text.indexOf(mark, at + 1) >= 0
  })
  return marks.flatMap((mark) => {
    const runs: number[][] = []
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      const isBetween = LONE.test(text[at - 1] ?? '') && LONE.test(text[at + 1] ?? '')
      const isLone = text[at - 2] === mark || !LONE.test(text[at - 2] ?? '')
      const endsLone = text[at + 2] === mark || !LONE.test(text[at + 2] ?? '')
      if (!isBetween || !isLone || !endsLone) continue
      const last = runs.at(-1)
      if (last?.at(-1) === at - 2) last.push(at)
      else runs.push([at])
    }
    return runs.some((run) => run.length >= SHORTEST_APART - 1) ? runs.flat() : []
  })
}

/**
 * Characters that are to be taken out of what is written: 「大文字は消して」, 「★を抜いて」, 「『NOSPAM』を削除」, and
 * letters set apart by spaces (s a k u r a @ …), which need no word.
 */
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
  symbol: /[^\p{L}\p{N}\s@._+/:?=&#%、。「」-]/u,
  japanese: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u,
}
/** How far before 「抜いて」 its object may stand, in code units. */
const REACH = 24
/** More kinds of padding than these nobody explains. */
const MAX_LITERALS = 8
const LITERAL = /[「『"“(]([^「」『』"“”()\n]{1,16})[」』"”)]|(?<![A-Za-z])([A-Z]{3,})(?![a-z])/g
const SPACED = /(?<![A-Za-z0-9])(?:[A-Za-z0-9@._:/-] ){4,}[A-Za-z0-9@._:/-](?![A-Za-z0-9])/g
/** Lines of nothing but letters and signs, one below the other. */
const BROKEN = /(?<![^\n])[!-~]{1,40}(?:\n[!-~]{1,40}){1,8}(?![^\n])/g
const VERTICAL = /(?<![^\n])(?:[A-Za-z0-9@._:/-]{1,2}\n){4,}[A-Za-z0-9@._:/-]{1,2}(?![^\n])/g

export class Padding {
  readonly #removals: WordMatcher<true>
  readonly #classes: WordMatcher<string>
  readonly #joins: readonly string[]

  constructor(words: ContactWords) {
    this.#joins = words.join_lines
    this.#removals = new WordMatcher(words.remove_words.map((word) => [word, true] as const))
    this.#classes = new WordMatcher(
      Object.entries(words.remove_classes).flatMap(([name, list]) =>
        list.map((word): [string, string] => [word, name]),
      ),
    )
  }

  /** The texts that are left once the text's own instructions are followed. */
  undo(text: string, folded: string): DerivedText[] {
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
    const blanks = new Set<number>()
    const isBroken = this.#joins.some((word) => text.includes(word))
    for (const pattern of isBroken ? [SPACED, VERTICAL, BROKEN] : [SPACED, VERTICAL]) {
      for (const match of text.matchAll(pattern)) {
        for (let at = match.index; at < match.index + match[0].length; at++)
          if (/\s/.test(text[at]!)) blanks.add(at)
      }
    }
    if (blanks.size > 0) derived.push(new DerivedText(text, (at) => !blanks.has(at)))
    return derived
  }

  #instructions(text: string, folded: string): { classes: Set<string>; literals: Set<string> } {
    const classes = new Set<string>()
    const literals = new Set<string>()
    for (let at = 0; at < text.length; at++) {
      if (!this.#removals.longest(folded, at)) continue
      const near = text.slice(Math.max(0, at - REACH), at)
      const from = at - near.length + Math.max(near.lastIndexOf('\n'), near.lastIndexOf('。')) + 1
      for (let word = from; word < at; word++) {
        const hit = this.#classes.longest(folded, word)
        if (hit && word + hit.length <= at) classes.add(hit.value)
      }
      for (const match of text.slice(from, at).matchAll(LITERAL)) {
        if (literals.size === MAX_LITERALS) break
        const literal = match[1] ?? match[2]!
        if (text.indexOf(literal) < from + match.index || text.indexOf(literal, at) >= 0)
          literals.add(literal)
      }
    }
    return { classes, literals }
  }
}

/**
 * Finds everything in a text that can be read as a name: a walk through a tree of names from each place of the text,
 * in which a character may be itself, look like a letter, stand for one that is left out, lengthen a vowel or stand
 * between two letters. It proposes; what the finding is worth is judged by others (see evidence.ts).
 *
 * Linear: from one place at most `MOST_STEPS` steps are taken, whatever the text; the tree's depth and the bounds on
 * gaps, masks and look-alikes keep ordinary walks far below.
 */
import type { Span } from '../../text/span.ts'
import { type Glyphs, vowelOf } from './glyphs.ts'
import type { Name } from './service.ts'

/** How a candidate's characters had to be read to make the name. */
export interface Reading {
  readonly name: Name
  readonly span: Span
  /** What stands between each two letters of the name. */
  readonly gaps: readonly string[]
  /** Letters that stand as themselves, in whatever case, width or kana. */
  readonly exact: number
  /** Letters read from characters that look or sound like them. */
  readonly alike: number
  /** Those characters. */
  readonly alikes: string
  /** Letters that are left out, with a sign in their place. */
  readonly masked: number
  /** The signs in their place. */
  readonly masks: string
  /** Whether the first or the last letter is one of those. */
  readonly maskedAtEdge: boolean
  /** Latin letters spelled with their names: エル for L. */
  readonly spelled: number
  /** Lengthening marks that the name does not have. */
  readonly lengthened: number
}

interface Node {
  readonly children: Map<string, Node>
  readonly names: Name[]
}

/** LのIのNのE, LとIとNとE. */
const BETWEEN_LETTERS = /^[のとや]$/
const SMALL_VOWEL = /^[ぁぃぅぇぉァィゥェォ]$/
const IS_FLAG_LETTER = /^\p{Regional_Indicator}$/u
const MOST_STEPS = 2000
const LONGEST_GAP = 3
const MOST_MASKED = 3
const MOST_ALIKE = 6
const MOST_LENGTHENED = 3

/** A way to write some letters of a name by their sound. */
interface Spelling {
  readonly letters: readonly string[]
  /** The symbols that are written instead. */
  readonly word: readonly string[]
}

export class NameSearch {
  private readonly root: Node = node()
  /** Second letter → where names are that have it, whatever their first. */
  private readonly seconds = new Map<string, Node[]>()
  /** First kana symbol → the Latin letters whose spelled names begin with it. */
  private readonly spelling = new Map<string, Spelling[]>()

  constructor(
    names: readonly Name[],
    sounds: Readonly<Record<string, readonly string[]>>,
    private readonly glyphs: Glyphs,
  ) {
    for (const name of names) {
      let at = this.root
      for (const letter of name.letters) {
        let next = at.children.get(letter)
        if (next === undefined) {
          next = node()
          at.children.set(letter, next)
        }
        at = next
      }
      at.names.push(name)
    }
    for (const first of this.root.children.values()) {
      for (const [letter, second] of first.children) {
        this.seconds.set(letter, [...(this.seconds.get(letter) ?? []), second])
      }
    }
    for (const [letters, words] of Object.entries(sounds)) {
      for (const word of words) {
        const symbols = [...word].map((character) => glyphs.of(character).symbol)
        const first = symbols[0] as string
        const spelling = { letters: [...letters].map((letter) => glyphs.of(letter).symbol), word: symbols }
        this.spelling.set(first, [...(this.spelling.get(first) ?? []), spelling])
      }
    }
  }

  /** All readings that begin at the places of the text, in the order of their start. */
  *readings(text: string): Iterable<Reading> {
    const characters = [...text]
    const starts = new Int32Array(characters.length + 1)
    for (let at = 0, unit = 0; at < characters.length; at++) {
      starts[at] = unit
      unit += (characters[at] as string).length
      starts[at + 1] = unit
    }
    const walk = new Walk(characters, starts, this.root, this.seconds, this.spelling, this.glyphs)
    for (let at = 0; at < characters.length; at++) yield* walk.from(at)
  }
}

const node = (): Node => ({ children: new Map(), names: [] })

/** The walk from one place. Its fields are the reading so far; every step is undone when it leads nowhere further. */
class Walk {
  private found: Reading[] = []
  private steps = 0
  private start = 0
  private gaps: string[] = []
  private exact = 0
  private alike = 0
  private masked = 0
  private masks = ''
  private alikes = ''
  /** Look-alikes that are signs or digits. */
  private signs = 0
  private maskedFirst = false
  private spelled = 0
  private lengthened = 0

  constructor(
    private readonly characters: readonly string[],
    private readonly starts: Int32Array,
    private readonly root: Node,
    private readonly seconds: ReadonlyMap<string, readonly Node[]>,
    private readonly spelling: ReadonlyMap<string, readonly Spelling[]>,
    private readonly glyphs: Glyphs,
  ) {}

  from(at: number): readonly Reading[] {
    this.found = []
    this.steps = 0
    this.start = at
    this.letter(this.root, at, 0)
    return this.found
  }

  /** Reads a letter of the name at a place. */
  private letter(from: Node, at: number, depth: number): void {
    const character = this.characters[at]
    if (character === undefined || ++this.steps > MOST_STEPS) return
    // Nothing comes of a word that has more signs than letters.
    if (this.masked + this.signs > this.exact + 1) return
    const glyph = this.glyphs.of(character)
    const same = from.children.get(glyph.symbol)
    if (same !== undefined) {
      this.exact++
      this.arrive(same, at + 1, depth + 1, false)
      this.exact--
    }
    if (this.alike < MOST_ALIKE) {
      for (const symbol of glyph.alike) {
        const next = from.children.get(symbol)
        if (next === undefined || next === same) continue
        const alikes = this.alikes
        const isSign = (glyph.kind === 'mark' || glyph.kind === 'digit') && !IS_FLAG_LETTER.test(character)
        this.alikes += character
        this.alike++
        if (isSign) this.signs++
        this.arrive(next, at + 1, depth + 1, false)
        if (isSign) this.signs--
        this.alike--
        this.alikes = alikes
      }
    }
    if (depth > 0) this.lengthening(from, at, depth)
    this.spelledLetter(from, at, depth)
    if (glyph.masks) this.maskedLetter(from, at, depth)
  }

  private maskedLetter(from: Node, at: number, depth: number): void {
    if (
      this.masked >= MOST_MASKED ||
      (this.masked > 0 && this.masked > this.exact - (this.maskedFirst ? 2 : 0))
    )
      return
    const character = this.characters[at] as string
    if (depth === 0) {
      this.maskedStart(at, character)
      return
    }
    const masks = this.masks
    this.masks += character
    this.masked++
    for (const next of from.children.values()) this.arrive(next, at + 1, depth + 1, true)
    this.masked--
    this.masks = masks
  }

  /** A first letter that is left out; the second then stands as itself. */
  private maskedStart(at: number, mask: string): void {
    const second = this.characters[at + 1]
    // 〇〇〇 is a blank to be filled in.
    if (second === undefined || second === mask || this.characters[at - 1] === mask) return
    this.maskedFirst = true
    this.masked = 1
    this.masks = mask
    this.exact = 1
    this.gaps.push('')
    for (const next of this.seconds.get(this.glyphs.of(second).symbol) ?? [])
      this.arrive(next, at + 2, 2, false)
    this.gaps.pop()
    this.exact = 0
    this.masks = ''
    this.masked = 0
    this.maskedFirst = false
  }

  /** ズウム and ずぅむ are ズーム; スカイプ may be drawn out where the name is not. */
  private lengthening(from: Node, at: number, depth: number): void {
    const long = from.children.get('ー')
    if (long === undefined) return
    const glyph = this.glyphs.of(this.characters[at] as string)
    if (glyph.symbol === 'ー') return
    const before = this.glyphs.of(this.characters[at - 1] as string).symbol
    const isVowel = vowelOf(before) === glyph.symbol || (vowelOf(before) === 'オ' && glyph.symbol === 'ウ')
    if (!isVowel && !(vowelOf(before) === 'エ' && glyph.symbol === 'イ')) return
    this.exact++
    this.arrive(long, at + 1, depth + 1, false)
    this.exact--
  }

  private spelledLetter(from: Node, at: number, depth: number): void {
    const glyph = this.glyphs.of(this.characters[at] as string)
    for (const { letters, word } of this.spelling.get(glyph.symbol) ?? []) {
      let next: Node | undefined = from
      for (const letter of letters) next = next?.children.get(letter)
      if (next === undefined) continue
      const end = this.endOfWord(word, at)
      if (end < 0) continue
      this.spelled += letters.length
      for (let more = letters.length; more > 1; more--) this.gaps.push('')
      this.arrive(next, end, depth + letters.length, false)
      for (let more = letters.length; more > 1; more--) this.gaps.pop()
      this.spelled -= letters.length
    }
  }

  /** Where a letter's spelled name ends, read with small kana and long vowels as they come; -1 if it is not there. */
  private endOfWord(word: readonly string[], at: number): number {
    let place = at
    for (let index = 0; index < word.length; index++) {
      const symbol = word[index] as string
      const character = this.characters[place]
      if (character === undefined)
        return symbol === 'ー' && index === word.length - 1 && index > 0 ? place : -1
      const glyph = this.glyphs.of(character)
      const isLong =
        symbol === 'ー' &&
        (glyph.lengthens ||
          glyph.symbol === vowelOf(this.glyphs.of(this.characters[place - 1] as string).symbol))
      if (glyph.symbol === symbol || isLong) place++
      // えぬいー, えるあいえぬい: a last long vowel is often left out.
      else if (!(symbol === 'ー' && index === word.length - 1 && index > 0)) return -1
    }
    return place
  }

  /** A letter has been read; the name may end here, go on, or go on after something that is none. */
  private arrive(at: Node, place: number, depth: number, isMask: boolean): void {
    for (const name of at.names) this.report(name, place, isMask)
    if (at.children.size === 0 || ++this.steps > MOST_STEPS) return
    this.gaps.push('')
    this.letter(at, place, depth)
    this.gaps.pop()
    this.drawnOut(at, place, depth)
    this.apart(at, place, depth)
  }

  /** らーいん, LIINE: marks that lengthen and letters that repeat where the name has none. */
  private drawnOut(at: Node, place: number, depth: number): void {
    if (this.lengthened >= MOST_LENGTHENED) return
    const character = this.characters[place]
    if (character === undefined) return
    const glyph = this.glyphs.of(character)
    const before = this.glyphs.of(this.characters[place - 1] as string).symbol
    const vowel = vowelOf(before)
    const isSmallVowel = vowel !== undefined && vowel === glyph.symbol && character !== glyph.symbol
    const isLong = vowel !== undefined && (glyph.lengthens || glyph.alike.includes('ー'))
    const isRepeated = glyph.kind === 'latin' && glyph.symbol === before && !at.children.has(before)
    if (!isLong && !isSmallVowel && !isRepeated) return
    this.lengthened++
    this.gaps.push('')
    this.letter(at, place + 1, depth)
    this.gaps.pop()
    this.drawnOut(at, place + 1, depth)
    this.lengthened--
  }

  /** L.I.N.E: what stands between two letters. */
  private apart(at: Node, place: number, depth: number): void {
    let gap = ''
    let pictures = 0
    const isLatin = this.glyphs.of(this.characters[place - 1] as string).kind === 'latin'
    for (let length = 1; length <= LONGEST_GAP; length++) {
      const character = this.characters[place + length - 1]
      if (character === undefined) return
      const { kind, masks } = this.glyphs.of(character)
      const isBetween = isLatin && BETWEEN_LETTERS.test(character)
      if (kind !== 'mark' && kind !== 'line' && !isBetween) return
      if (masks && ++pictures > 1) return
      gap += character
      this.gaps.push(gap)
      this.letter(at, place + length, depth)
      this.gaps.pop()
    }
  }

  private report(name: Name, until: number, isMaskedLast: boolean): void {
    const end = isMaskedLast ? until : this.endOfVowel(until)
    this.found.push({
      name,
      span: { start: this.starts[this.start] as number, end: this.starts[end] as number },
      gaps: [...this.gaps],
      exact: this.exact,
      alike: this.alike,
      alikes: this.alikes,
      masked: this.masked,
      masks: this.masks,
      maskedAtEdge: this.maskedFirst || isMaskedLast,
      spelled: this.spelled,
      lengthened: this.lengthened + (end - until),
    })
  }

  /** いんすたぁ, ライーンー: the last vowel may be drawn out too. */
  private endOfVowel(until: number): number {
    let end = until
    for (; end - until < MOST_LENGTHENED; end++) {
      const character = this.characters[end]
      const before = this.glyphs.of(this.characters[end - 1] as string)
      if (character === undefined) break
      const glyph = this.glyphs.of(character)
      if (before.kind === 'latin' && glyph.symbol === before.symbol) continue
      if (before.kind !== 'kana') break
      const isSmallVowel =
        glyph.symbol !== character && glyph.symbol === vowelOf(before.symbol) && SMALL_VOWEL.test(character)
      if (!isSmallVowel && character !== 'ー') break
    }
    return end
  }
}

/**
 * The walk through the tree of names from one place of a text: a character may be itself, look like a letter, stand for
 * one that is left out, lengthen a vowel or stand between two letters.
 *
 * At most `MOST_STEPS` steps are taken, whatever the text; the tree's depth and the bounds on gaps, masks and look-alikes
 * keep ordinary walks far below.
 */
import type { Span } from '../text/span.ts'
import type { Glyph } from './glyphs.ts'
import type { NameTree, Node } from './name-tree.ts'
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

const SMALL_VOWEL = /^[ぁぃぅぇぉァィゥェォ]$/
const MOST_STEPS = 2000
const LONGEST_GAP = 3
const MOST_MASKED = 3
const MOST_ALIKE = 6
const MOST_LENGTHENED = 5

/** The walk from one place. Its fields are the reading so far; every step is undone when it leads nowhere further. */
export class NameWalk {
  readonly found: Reading[] = []
  private steps = 0
  private start = 0
  /** The last place that was looked at. */
  private furthest = 0
  private gaps: string[] = []
  private exact = 0
  private alike = 0
  private alikes = ''
  /** Look-alikes that are signs or digits. */
  private signs = 0
  private masked = 0
  private masks = ''
  private maskedFirst = false
  private spelled = 0
  private lengthened = 0

  constructor(
    private readonly row: readonly Glyph[],
    private readonly starts: readonly number[],
    private readonly tree: NameTree,
  ) {}

  /** Gives how many characters from there on were looked at. */
  from(at: number): number {
    this.steps = 0
    this.start = at
    this.furthest = at
    this.letter(this.tree.root, at, 0)
    return this.furthest - at + 1
  }

  private glyphAt(at: number): Glyph | undefined {
    if (at > this.furthest) this.furthest = at
    return this.row[at]
  }

  /** Reads a letter of the name at a place. */
  private letter(from: Node, at: number, depth: number): void {
    const glyph = this.glyphAt(at)
    if (glyph === undefined || ++this.steps > MOST_STEPS) return
    // Nothing comes of a word that has more signs than letters.
    if (this.masked + this.signs > this.exact + 1) return
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
        this.alikes += glyph.character
        this.alike++
        if (glyph.isSign) this.signs++
        this.arrive(next, at + 1, depth + 1, false)
        if (glyph.isSign) this.signs--
        this.alike--
        this.alikes = alikes
      }
    }
    if (depth > 0) this.lengthening(from, at, glyph, depth)
    this.spelledLetter(from, at, glyph, depth)
    if (glyph.masks) this.maskedLetter(from, at, glyph, depth)
  }

  private maskedLetter(from: Node, at: number, glyph: Glyph, depth: number): void {
    if (
      this.masked >= MOST_MASKED ||
      (this.masked > 0 && this.masked > this.exact - (this.maskedFirst ? 2 : 0))
    )
      return
    if (depth === 0) {
      this.maskedStart(at, glyph)
      return
    }
    const masks = this.masks
    this.masks += glyph.character
    this.masked++
    for (const next of from.children.values()) this.arrive(next, at + 1, depth + 1, true)
    this.masked--
    this.masks = masks
  }

  /** A first letter that is left out; the second then stands as itself. */
  private maskedStart(at: number, mask: Glyph): void {
    const second = this.glyphAt(at + 1)
    // 〇〇〇 is a blank to be filled in.
    if (second === undefined || second === mask || this.row[at - 1] === mask) return
    this.maskedFirst = true
    this.masked = 1
    this.masks = mask.character
    this.exact = 1
    this.gaps.push('')
    for (const next of this.tree.withSecond(second.symbol)) this.arrive(next, at + 2, 2, false)
    this.gaps.pop()
    this.exact = 0
    this.masks = ''
    this.masked = 0
    this.maskedFirst = false
  }

  /** ズウム and ずぅむ are ズーム; スカイプ may be drawn out where the name is not. */
  private lengthening(from: Node, at: number, glyph: Glyph, depth: number): void {
    if (glyph.symbol === 'ー') return
    const vowel = this.letterBefore(at)?.vowel
    const { symbol } = glyph
    const isLong =
      vowel === symbol || (vowel === 'オ' && symbol === 'ウ') || (vowel === 'エ' && symbol === 'イ')
    const long = vowel !== undefined && isLong ? from.children.get('ー') : undefined
    if (long === undefined) return
    this.exact++
    this.arrive(long, at + 1, depth + 1, false)
    this.exact--
  }

  /** The letter before a place, over what stands between letters: ず⏎う⏎む. */
  private letterBefore(at: number): Glyph | undefined {
    for (let place = at - 1; place >= Math.max(this.start, at - 1 - LONGEST_GAP); place--) {
      const glyph = this.row[place]
      if (glyph !== undefined && glyph.kind !== 'mark' && glyph.kind !== 'line') return glyph
    }
    return undefined
  }

  private spelledLetter(from: Node, at: number, glyph: Glyph, depth: number): void {
    for (const { letters, word } of this.tree.spelledFrom(glyph.symbol)) {
      let next: Node | undefined = from.children.get(letters[0] as string)
      for (let more = 1; more < letters.length; more++) next = next?.children.get(letters[more] as string)
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
      const glyph = this.glyphAt(place)
      const isLong =
        symbol === 'ー' &&
        glyph !== undefined &&
        (glyph.lengthens || glyph.symbol === this.row[place - 1]?.vowel)
      if (glyph?.symbol === symbol || isLong) place++
      // えぬいー, えるあいえぬい: a last long vowel is often left out.
      else if (symbol !== 'ー' || index < word.length - 1 || index === 0) return -1
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
    const glyph = this.glyphAt(place)
    const before = this.row[place - 1]
    if (glyph === undefined || before === undefined || this.lengthened >= MOST_LENGTHENED) return
    const vowel = before.isStop ? undefined : before.vowel
    const isSmallVowel = vowel !== undefined && vowel === glyph.symbol && glyph.character !== glyph.symbol
    const isLong =
      (vowel !== undefined && (glyph.lengthens || glyph.alike.includes('ー'))) ||
      // オープンーチャット: after a stop or ン nothing is long, and all the less meant.
      (glyph.lengthens && (before.lengthens || before.isStop || before.isNasal))
    const isRepeated = glyph.kind === 'latin' && glyph.symbol === before.symbol
    // らっっいん: a stop that the name does not have.
    const isStop = before.kind === 'kana' && glyph.isStop && !at.children.has('ツ')
    if (!isLong && !isSmallVowel && !isRepeated && !isStop) return
    this.lengthened++
    this.gaps.push('')
    this.letter(at, place + 1, depth)
    this.gaps.pop()
    this.drawnOut(at, place + 1, depth)
    // ちぃ・むぅ・ずぅ
    if (isSmallVowel) this.apart(at, place + 1, depth)
    this.lengthened--
  }

  /** L.I.N.E: what stands between two letters. */
  private apart(at: Node, place: number, depth: number): void {
    let gap = ''
    let pictures = 0
    // エルとアイとエヌとイー
    const isLatin = this.row[place - 1]?.kind === 'latin' || this.spelled > 0
    for (let length = 1; length <= LONGEST_GAP; length++) {
      const glyph = this.glyphAt(place + length - 1)
      if (glyph === undefined) return
      const { kind, masks, character } = glyph
      if (kind !== 'mark' && kind !== 'line' && !(isLatin && glyph.joins)) return
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
      const glyph = this.glyphAt(end)
      const before = this.row[end - 1]
      if (glyph === undefined || before === undefined) break
      if (before.kind === 'latin' && glyph.symbol === before.symbol) continue
      const isSmallVowel = glyph.symbol === before.vowel && SMALL_VOWEL.test(glyph.character)
      if (before.kind !== 'kana' || (!isSmallVowel && glyph.character !== 'ー')) break
    }
    return end
  }
}

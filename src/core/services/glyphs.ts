/**
 * What each character may stand for inside a candidate for a name. Names and texts are compared by the *symbol* of
 * their characters: Latin in lower case without accents, kana as large katakana, anything else as itself.
 */
export type Kind = 'latin' | 'kana' | 'han' | 'digit' | 'mark' | 'line'

export interface Glyph {
  /** Its number, from 1. */
  readonly id: number
  /** The character itself, as it stands in the text. */
  readonly character: string
  readonly symbol: string
  readonly kind: Kind
  /** The symbols that it may look like. */
  readonly alike: readonly string[]
  /** Whether it can stand for a letter that is left out. */
  readonly masks: boolean
  /** Whether it is read as the lengthening of the vowel before it. */
  readonly lengthens: boolean
  /** The vowel that the kana ends in, as large katakana. */
  readonly vowel: string | undefined
  /** A sign or a digit: no letter of any kind. */
  readonly isSign: boolean
  /** っ, and ん: sounds that nothing draws out. */
  readonly isStop: boolean
  readonly isNasal: boolean
  /** Whether it may stand between Latin letters: LのIのNのE, LとIとNとE. */
  readonly joins: boolean
}

export interface GlyphTables {
  readonly kanaLookAlikes: ReadonlyMap<string, readonly string[]>
  readonly latinLookAlikes: ReadonlyMap<string, readonly string[]>
  readonly masks: ReadonlySet<string>
  readonly letterMasks: ReadonlySet<string>
  /** Letters of other alphabets that look Latin. */
  readonly confusables: ReadonlyMap<string, string>
}

const SMALL = 'ァィゥェォッャュョヮヵヶ'
const LARGE = 'アイウエオツヤユヨワカケ'
const MERGED = new Map([
  ...[...SMALL].map((small, index) => [small, LARGE[index] as string] as const),
  ['ヴ', 'ブ'],
  ['ヰ', 'イ'],
  ['ヱ', 'エ'],
  ['ヂ', 'ジ'],
  ['ヅ', 'ズ'],
])
const ROWS = [
  'アカガサザタダナハバパマヤラワ',
  'イキギシジチヂニヒビピミリ',
  'ウクグスズツヅヌフブプムユルブ',
  'エケゲセゼテデネヘベペメレ',
  'オコゴソゾトドノホボポモヨロヲ',
]
const VOWEL_OF = new Map(
  ROWS.flatMap((row, index) => [...row].map((kana) => [kana, 'アイウエオ'[index] as string] as const)),
)
const LONG_MARKS = /^[ー〜~～\-‐–—―−─━ｰ]$/
const LATIN = /^\p{Script=Latin}$/u
const KANA = /^[\u3041-\u3096\u30a1-\u30fa\u30fc]$/
const HAN = /^[\p{Script=Han}\p{Script=Hangul}々]$/u
const OTHER_LETTER = /^[\p{L}\p{M}]$/u

/** The symbol of a character: how a name's letters are compared. */
export function symbolOf(character: string): string {
  if (KANA.test(character)) {
    const point = character.charCodeAt(0)
    const katakana = point >= 0x3041 && point <= 0x3096 ? String.fromCharCode(point + 0x60) : character
    return MERGED.get(katakana) ?? katakana
  }
  const base = LATIN.test(character) ? (character.normalize('NFD')[0] as string) : character
  return base.toLowerCase()
}

/** Signs and pictures; marks of punctuation separate. */
const SYMBOL = /^[\p{So}\p{Extended_Pictographic}]$/u
const REGIONAL = /^\p{Regional_Indicator}$/u
const REGIONAL_A = 0x1f1e6

/** Reads characters; remembers what it has read. */
export class Glyphs {
  private readonly known = new Map<string, Glyph>()
  /** Those of one code unit, by it. */
  private readonly byUnit: (Glyph | undefined)[] = new Array(0x10000)

  constructor(private readonly tables: GlyphTables) {}

  /** The character that begins at a place of a text. */
  at(text: string, at: number): Glyph {
    const unit = text.charCodeAt(at)
    const known = this.byUnit[unit]
    if (known !== undefined) return known
    const glyph = this.of(String.fromCodePoint(text.codePointAt(at)!))
    if (glyph.character.length === 1 && (unit < 0xd800 || unit > 0xdfff)) this.byUnit[unit] = glyph
    return glyph
  }

  of(character: string): Glyph {
    let glyph = this.known.get(character)
    if (glyph === undefined) {
      glyph = this.read(character)
      this.known.set(character, glyph)
    }
    return glyph
  }

  private read(character: string): Glyph {
    const { kanaLookAlikes, latinLookAlikes, masks, letterMasks, confusables } = this.tables
    const symbol = symbolOf(character)
    const kind = kindOf(character)
    const alike = new Set([
      ...(kanaLookAlikes.get(character) ?? []),
      ...(latinLookAlikes.get(character) ?? []),
    ])
    const latin = confusables.get(character)
    if (latin !== undefined) alike.add(latin.toLowerCase())
    if (REGIONAL.test(character)) {
      alike.add(String.fromCharCode(0x61 + (character.codePointAt(0) as number) - REGIONAL_A))
    }
    alike.delete(symbol)
    return {
      id: this.known.size + 1,
      character,
      vowel: VOWEL_OF.get(symbol),
      isSign: (kind === 'mark' || kind === 'digit') && !REGIONAL.test(character),
      isStop: /^[っッ]$/.test(character),
      isNasal: /^[んン]$/.test(character),
      joins: /^[のとや]$/.test(character),
      symbol,
      kind,
      alike: [...alike],
      masks:
        masks.has(character) || letterMasks.has(character) || (kind === 'mark' && SYMBOL.test(character)),
      lengthens: LONG_MARKS.test(character),
    }
  }
}

function kindOf(character: string): Kind {
  if (character === '\n') return 'line'
  if (KANA.test(character)) return 'kana'
  if (LATIN.test(character)) return 'latin'
  if (/^[0-9]$/.test(character)) return 'digit'
  if (HAN.test(character) && character !== '〇') return 'han'
  return OTHER_LETTER.test(character) ? 'latin' : 'mark'
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterSteps, createNormalizer, isSettled } from '../../../src/core/text/normalize.ts'
import { normalizationTables } from '../../support/dictionaries.ts'

const normalize = createNormalizer(normalizationTables)

describe('what the plain view makes of a text', () => {
  it.each([
    ['full width is made half', 'ＬＩＮＥ　０９０－１２３４', 'LINE 090-1234'],
    ['half-width kana with their marks become kana', 'ﾗｲﾝ ﾒｱﾄﾞ ｶﾞﾊﾟ ｳﾞ', 'ライン メアド ガパ ヴ'],
    ['circled letters spell', 'ⓁⒾⓃⒺで', 'LINEで'],
    ['negative letters spell, circled and squared', '🅛🅘🅝🅔 🅻🅸🅽🅴', 'LINE LINE'],
    ['squared and parenthesised letters spell', '🄻🄸🄽🄴 ⒧⒤⒩⒠', 'LINE line'],
    ['negative digits are digits', '⓿❽⓿ ❷❷❸❸', '080 2233'],
    ['one parenthesised digit is a number of a list', '⑴最初 ⒈最初', '(1)最初 1.最初'],
    ['a circled digit that numbers an item stays', '①最初 ②次', '①最初 ②次'],
    ['a circled digit beside digits is one', '0九ゼロ①2さん④', '0九ゼロ12さん4'],
    ['letters of blood types and car parks are signs', '🅰型 🅿あり', '🅰型 🅿あり'],
    ['regional letters with spaces spell', '🇱 🇮 🇳 🇪 🇹🇼🇮🇹🇹🇪🇷', 'L I N E TWITTER'],
    ['flags are flags', '🇯🇵🇺🇸で', '🇯🇵🇺🇸で'],
    ['mathematical letters and digits are folded', '𝐙𝐨𝐨𝐦 𝟎𝟖𝟎', 'Zoom 080'],
    ['small capitals spell', 'ʟɪɴᴇ ᴅɪsᴄᴏʀᴅ', 'LINE DIsCORD'],
    ['a Greek letter in a Latin word is Latin', 'LIΝE', 'LINE'],
    ['Cyrillic letters in a Latin word are Latin', 'Zооm LINЕ', 'Zoom LINE'],
    ['Greek and Cyrillic words stay', 'Λόγος Москва Δt βテスト', 'Λόγος Москва Δt βテスト'],
    ['zero-width characters go', 'L\u200bI\u2060N\u00adE\ufeff', 'LINE'],
    ['emoji sequences stay whole', '👨‍👩‍👧と❤️と🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👨‍👩‍👧と❤️と🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['a kanji with a selector is the kanji', '葛󠄀飾区', '葛飾区'],
    ['strike-through goes', 'L̶I̶N̶E̶ P̶a̶y̶', 'LINE Pay'],
    ['accents compose', 'cafe\u0301', 'café'],
    ['decomposed kana compose', 'インスタク\u3099ラム は\u309a', 'インスタグラム ぱ'],
    ['spacing voicing marks are given back', 'テ゛ィスコート゛ か゛ ハ゜', 'ディスコード が パ'],
    ['a groan loses its mark', 'あ゛ー゛', 'あー'],
    ['keycaps are digits', '0️⃣9️⃣0️⃣-1⃣ 🔟', '090-1 10'],
    ['digits of other scripts are digits', '٠٨٠ ०९०', '080 090'],
    ['superscripts and Roman numerals', '⁰⁸⁰⁻⁶ Ⅹ', '080−6 X'],
    ['signs are written out', '℡ ㍿ ㎡ ㊙', 'TEL 株式会社 m2 秘'],
    ['dots, wave dashes and trade marks stay', 'えっと…〜～LINE™', 'えっと…〜〜LINE™'],
    ['faces stay', '(´・ω・`) (ﾟдﾟ) (￣ー￣)', '(´・ω・`) (ﾟдﾟ) (￣ー￣)'],
    ['small kana, long vowels, case and 〇 stay', 'らぃんスーパー Line 〇', 'らぃんスーパー Line 〇'],
    ['line ends are one kind', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['what is no text is marked', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['a NUL is nothing to a reader', 'LI\u0000NE', 'LINE'],
    ['control characters go', 'a\u0008b\u0085', 'ab\n'],
  ])('%s', (_, original, plain) => {
    expect(normalize(original).text).toBe(plain)
  })
})

it('settled characters are those that no step changes, alone or beside each other', () => {
  const settled = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter((one) =>
    isSettled(one),
  )
  const changed = (text: string) =>
    characterSteps(normalizationTables).filter((step) => step.edits(text).length > 0)
  expect(settled.length).toBeGreaterThan(20_000)
  expect(settled.filter((one) => changed(one).length > 0)).toEqual([])
  const others = ['#', '*', '0', 'a', 'A', 'か', 'ハ', 'ー', '一', '\n', ' ']
  const text = fc.array(fc.oneof(fc.constantFrom(...others), fc.constantFrom(...settled)), { maxLength: 12 })
  fc.assert(fc.property(text, (characters) => changed(characters.join('')).length === 0))
})

/** The original words of a piece of the plain text. */
function originalOf(original: string, words: string): string {
  const view = normalize(original)
  const start = view.text.indexOf(words)
  const span = view.toOriginal({ start, end: start + words.length })
  return original.slice(span.start, span.end)
}

describe('the way back', () => {
  it.each([
    ['through an expanded character: all of it', '弊㍿です', '式会', '㍿'],
    ['after emoji and ligatures', '😀😀㍿のﾗｲﾝﾞﾞで', 'ライン', 'ﾗｲﾝﾞ'],
    [
      'with zero-width characters inside, none outside',
      'の\u200bL\u200bI\u200bN\u200bE\u200bで',
      'LINE',
      'L\u200bI\u200bN\u200bE',
    ],
    ['with the last mark', 'S̶k̶y̶p̶e̶で', 'Skype', 'S̶k̶y̶p̶e̶'],
    ['through keycaps', '番号0️⃣9️⃣です', '09', '0️⃣9️⃣'],
    ['half a surrogate pair is the pair', 'x😀y', '\ud83d', '😀'],
    ['through regional letters', '🇹🇼🇮で', 'WI', '🇼🇮'],
  ])('%s', (_, original, words, expected) => {
    expect(originalOf(original, words)).toBe(expected)
  })
})

describe('the trail', () => {
  it.each([
    ['nothing for words as they are', 'LINEで', 'LINE', []],
    ['full width is no disguise', 'ＬＩＮＥで', 'LINE', [['compatibility', 'ＬＩＮＥ', 'LINE', false]]],
    ['half-width kana are no disguise', 'ﾃﾞｨｽｺで', 'ディスコ', [['compatibility', 'ﾃﾞｨｽｺ', 'ディスコ', false]]],
    ['circles around a word are', 'ⓁⒾⓃⒺで', 'LINE', [['enclosed', 'ⓁⒾⓃⒺ', 'LINE', true]]],
    ['a number in a circle is none', '写真①', '1', [['enclosed', '①', '1', false]]],
    [
      'two steps stand in the order in which they ran',
      'Ｌ\u200bIΝE',
      'LINE',
      [
        ['invisible', 'Ｌ\u200bIΝE', 'ＬIΝE', true],
        ['compatibility', 'ＬIΝE', 'LIΝE', false],
        ['confusable', 'LIΝE', 'LINE', true],
      ],
    ],
    ['what changed elsewhere does not count', 'ⓁⒾⓃⒺとZoom', 'Zoom', []],
  ])('%s', (_, original, words, expected) => {
    const view = normalize(original)
    const start = view.text.indexOf(words)
    const steps = view.trail({ start, end: start + words.length })
    expect(steps.map(({ step, from, to, disguise }) => [step, from, to, disguise])).toEqual(expected)
  })
})

/** Strings with what is likely to break things, beside any other. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '\ud800',
        '\udc00',
        '\u0000',
        'L̶',
        'か゛',
        'ｶﾞ',
        '㍿',
        '🇱🇮',
        '0️⃣',
        '\u200b',
        '👨‍👩‍👧',
        '\r\n',
        '\u3099',
        '⒧⒤',
        'Δ',
        'ﷺ',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('for any text', () => {
  it('every span of the plain view maps to a valid, non-empty, monotone span of the original', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (original, a, b) => {
        const view = normalize(original)
        if (view.text.length === 0) return
        const start = a % view.text.length
        const end = start + 1 + (b % (view.text.length - start))
        const span = view.toOriginal({ start, end })
        expect(span.start).toBeGreaterThanOrEqual(0)
        expect(span.end).toBeLessThanOrEqual(original.length)
        expect(span.start).toBeLessThan(span.end)
        const wider = view.toOriginal({ start: 0, end })
        expect(wider.start).toBeLessThanOrEqual(span.start)
        expect(wider.end).toBe(span.end)
        const rest = view.toOriginal({ start, end: view.text.length })
        expect(rest.start).toBe(span.start)
        expect(rest.end).toBeGreaterThanOrEqual(span.end)
      }),
      { numRuns: 2000 },
    )
  })

  it('the original words, normalised alone, contain what the span held', () => {
    const piece = fc.constantFrom(
      'ＬＩ',
      'ﾗｲﾝ',
      'ⓁⒾⓃⒺ',
      '㍿',
      'か゛',
      '😀',
      'は\u309a',
      '漢字',
      'L̶I̶',
      'です。',
      '0️⃣9️⃣',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const original = pieces.join('')
        const view = normalize(original)
        const start = a % view.text.length
        const end = start + 1 + (b % (view.text.length - start))
        const span = view.toOriginal({ start, end })
        const words = normalize(original.slice(span.start, span.end)).text
        expect(words.normalize('NFKC')).toContain(view.text.slice(start, end))
      }),
      { numRuns: 500 },
    )
  })

  it('the plain view is well formed and its trail agrees with it', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const view = normalize(original)
        expect(view.text.isWellFormed()).toBe(true)
        const whole = { start: 0, end: view.text.length }
        const trail = view.trail(whole)
        if (view.text.length > 0 && trail.length > 0) {
          expect(trail.at(-1)?.to).toBe(view.text)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

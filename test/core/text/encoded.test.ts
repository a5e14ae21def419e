import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEncoded } from '../../../src/core/text/encoded.ts'

const read = (text: string) =>
  findEncoded(text).map(({ codec, decoded, span }) => [codec, text.slice(span.start, span.end), decoded])

describe('encoded blocks', () => {
  it.each([
    ['percent', 'x %4C%49 y', [['percent', '%4C%49', 'LI']]],
    ['percent with letters between', '%4CIN%45', [['percent', '%4CIN%45', 'LINE']]],
    ['percent of kana', '%E3%81%82%E3%81%84', [['percent', '%E3%81%82%E3%81%84', 'あい']]],
    ['one percent is a share', '50%20歳', []],
    ['entities, decimal and hex', '&#76;&#x49;', [['entity', '&#76;&#x49;', 'LI']]],
    ['one named entity is HTML', 'A &amp; B', []],
    ['escapes', '\\u004c\\u0049', [['escape', '\\u004c\\u0049', 'LI']]],
    ['escapes with braces and \\x', '\\u{4c}\\x49', [['escape', '\\u{4c}\\x49', 'LI']]],
    ['code points by name', 'U+3042 U+3044', [['escape', 'U+3042 U+3044', 'あい']]],
    ['Base64', 'bGluZTphYmMxMjM=', [['base64', 'bGluZTphYmMxMjM=', 'line:abc123']]],
    ['Base64 of other bytes is none', 'SGVsbG8gd29ybGQh8J+Y', []],
    ['hex', '6c 69 6e 65', [['hex', '6c 69 6e 65', 'line']]],
    ['hex of other bytes is none', '9f86d081884c7d65', []],
    ['binary', '01001100 01001001', [['binary', '01001100 01001001', 'LI']]],
    ['octal', '0o114 0o111 0o116', [['octal', '0o114 0o111 0o116', 'LIN']]],
    ['octal with backslashes', '\\114\\111\\116', [['octal', '\\114\\111\\116', 'LIN']]],
    ['calls', 'chr(76)+CHAR(73) & chr(78)', [['call', 'chr(76)+CHAR(73) & chr(78)', 'LIN']]],
    ['a call and a permission are none', 'char(10) と 0o755 と number(3)', []],
    ['Morse', '.-.. .. -. .', [['morse', '.-.. .. -. .', 'LINE']]],
    ['Morse in Japanese dots', '・-・・ ・・ -・ ・', [['morse', '・-・・ ・・ -・ ・', 'LINE']]],
    ['a dotted line is none', '... ... ...', []],
    ['words are none', 'internationalization です', []],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('are read back whatever they held', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 2, maxLength: 20 })
      .filter((text) => /^[\p{L}\p{N} ]+$/u.test(text) && /[\p{L}\p{N}]/u.test(text))
    const percent = (text: string) =>
      [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
    fc.assert(
      fc.property(words, (text) => {
        expect(read(percent(text))).toContainEqual(['percent', percent(text), text])
      }),
    )
  })

  it('never throws, and gives well-formed text, for any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('%', '%E3', '&#', '&#x110000;', '\\u', '\\u{d800}', '=', '01', '.-', ' '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        for (const { decoded } of findEncoded(pieces.join(''))) expect(decoded.isWellFormed()).toBe(true)
      }),
    )
  })
})

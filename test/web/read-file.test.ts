import Encoding from 'encoding-japanese'
import { expect, test } from 'vitest'
import { decode } from '../../src/web/client/read-file.ts'

const TEXT = 'タイトル,説明\r\nロゴ,詳しくはお問い合わせください。\r\n'
const legacy = (name: 'SJIS' | 'EUCJP' | 'JIS') =>
  Uint8Array.from(Encoding.convert(Encoding.stringToCode(TEXT), { from: 'UNICODE', to: name }))
const wide = (bytes: 2 | 4, little: boolean) => {
  const units = [...`\uFEFF${TEXT}`].map((character) => character.codePointAt(0)!)
  const view = new DataView(new ArrayBuffer(units.length * bytes))
  for (const [at, unit] of units.entries()) {
    if (bytes === 2) view.setUint16(at * 2, unit, little)
    else view.setUint32(at * 4, unit, little)
  }
  return new Uint8Array(view.buffer)
}

test.each([
  ['UTF-8', new TextEncoder().encode(TEXT)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TEXT}`)],
  ['UTF-16LE', wide(2, true)],
  ['UTF-16BE', wide(2, false)],
  ['Shift_JIS', legacy('SJIS')],
  ['EUC-JP', legacy('EUCJP')],
  ['ISO-2022-JP', legacy('JIS')],
])('%s is read', (_, bytes) => {
  expect(decode(bytes.buffer)).toBe(TEXT)
})

test.each([
  ['UTF-32LE', wide(4, true)],
  ['UTF-32BE', wide(4, false)],
  ['NULs', new Uint8Array(40)],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)],
  ['mixed encodings', Uint8Array.of(0xe3, 0x81, 0x82, 0x0a, 0x82, 0xa0, 0x0a, 0xa4, 0xff)],
])('%s is refused', (_, bytes) => {
  expect(decode(bytes.buffer)).toBeUndefined()
})

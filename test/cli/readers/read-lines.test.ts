import { describe, expect, it } from 'vitest'
import { readLines } from '../../../src/cli/readers/read-lines.ts'

const linesOf = async (content: string | number[], chunk: number, max?: number) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content)
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  }
  const lines: string[] = []
  for await (const some of readLines(chunks(), { maxBytes: max ?? 1_048_576 })) {
    for (const { line, byte, text, fault } of some) {
      lines.push(`${line}@${byte} ${text ?? ''}${fault === undefined ? '' : `! ${fault}`}`)
    }
  }
  return lines
}

const NUL = '見えない文字(NUL)があります。文字のファイルか確かめてください。読めるところは確かめました。'

const CASES: [string, string | number[], string[]][] = [
  ['no bytes are no lines', '', []],
  ['a last line without a break counts', 'a\nb', ['1@0 a', '2@2 b']],
  ['a break at the end makes no empty line', 'a\n', ['1@0 a']],
  ['empty lines keep the count right', 'a\n\nb\n', ['1@0 a', '2@2 ', '3@3 b']],
  ['CRLF is a break, and so is CR alone', 'a\r\nb\rc\r\rd\r', ['1@0 a', '2@3 b', '3@5 c', '4@7 ', '5@8 d']],
  ['a byte order mark at the start is dropped', '\uFEFFあ\n\uFEFFい', ['1@0 あ', '2@7 \uFEFFい']],
  ['NUL is text that nobody sees, and named', 'a\0b', [`1@0 a\0b! ${NUL}`]],
  ['Shift_JIS', [0x61, 0x0a, 0x82, 0xa0, 0x0a, 0x62], ['1@0 a', '2@2 あ', '3@5 b']],
  [
    'ISO-2022-JP, which is ASCII but for its escapes',
    [0x61, 0x0a, 0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42, 0x0d, 0x62],
    ['1@0 a', '2@2 あ', '3@11 b'],
  ],
  ['EUC-JP', [0xa4, 0xa2, 0x0a, 0xa5, 0xed, 0xa5, 0xb4], ['1@0 あ', '2@3 ロゴ']],
  [
    'a line in another encoding is read and named',
    [0xe3, 0x81, 0x82, 0x0a, 0x82, 0xa0, 0x0a, 0xe3, 0x81, 0x84],
    [
      '1@0 あ',
      '2@4 あ! 文字コードが混ざっています(ファイルはUTF-8、この行はShift_JIS)。UTF-8で保存し直してください。',
      '3@7 い',
    ],
  ],
]

describe('readLines', () => {
  it.each(CASES)('%s', async (_, content, expected) => {
    expect(await linesOf(content, 1)).toEqual(expected)
    expect(await linesOf(content, 4096)).toEqual(expected)
  })

  it('a line over the limit is named with its size, and the next one read', async () => {
    const long = 'a'.repeat(2_097_152)
    const fault = '! 1行が2.0 MiBあります(上限1.0 MiB)。この行は確かめていません。分けてください。'
    expect(await linesOf(`x\n${long}\nb`, 65_536)).toEqual(['1@0 x', `2@2 ${fault}`, '3@2097155 b'])
  })
})

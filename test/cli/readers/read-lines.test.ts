import { describe, expect, it } from 'vitest'
import { readLines } from '../../../src/cli/readers/read-lines.ts'

const linesOf = async (content: string | number[], chunk: number, max?: number) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content)
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  }
  const lines = []
  for await (const line of readLines(chunks(), max)) {
    lines.push(`${line.line}@${line.byte} ${'text' in line ? line.text : `! ${line.fault}`}`)
  }
  return lines
}

const CASES: [string, string | number[], string[]][] = [
  ['no bytes are no lines', '', []],
  ['a last line without a break counts', 'a\nb', ['1@0 a', '2@2 b']],
  ['a break at the end makes no empty line', 'a\n', ['1@0 a']],
  ['empty lines keep the count right', 'a\n\nb\n', ['1@0 a', '2@2 ', '3@3 b']],
  ['CRLF is a break, a lone CR is not', 'a\r\nb\rc', ['1@0 a', '2@3 b\rc']],
  ['a byte order mark at the start is dropped', '\uFEFFあ\n\uFEFFい', ['1@0 あ', '2@7 \uFEFFい']],
  ['NUL is text', 'a\0b', ['1@0 a\0b']],
  [
    'a line that is not UTF-8 is named and the next one read',
    [0x61, 0x0a, 0x82, 0xa0, 0x0a, 0x62],
    ['1@0 a', '2@2 ! UTF-8として読めません。UTF-8で保存し直してください。', '3@5 b'],
  ],
]

describe('readLines', () => {
  it.each(CASES)('%s', async (_, content, expected) => {
    expect(await linesOf(content, 1)).toEqual(expected)
    expect(await linesOf(content, 4096)).toEqual(expected)
  })

  it('a line over the limit is named with its size, and the next one read', async () => {
    const long = 'a'.repeat(2_097_152)
    const fault = '! 1行が2.0 MiBあります(上限1.0 MiB)。分けてください。'
    expect(await linesOf(`x\n${long}\nb`, 65_536)).toEqual(['1@0 x', `2@2 ${fault}`, '3@2097155 b'])
  })
})

import { describe, expect, it } from 'vitest'
import { balanced } from '../../../src/core/text/balance.ts'

/** The span is what stands between the bars. */
const after = (marked: string): string => {
  const [before, inside, behind] = marked.split('|') as [string, string, string]
  const text = before + inside + behind
  const { start, end } = balanced(text, { start: before.length, end: before.length + inside.length })
  return `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`
}

describe('brackets of a span', () => {
  it.each([
    ['X|(@name|)です', '|X(@name)|です'.replace('|X', 'X|')],
    ['|「090」「1234」「5678|」の順', '|「090」「1234」「5678」|の順'],
    ['「|nagare」の後ろは「home.ne.jp|」です', '|「nagare」の後ろは「home.ne.jp」|です'],
    ['(|0418)+@|です', '|(0418)+@|です'],
    ['「|taro@gmail.com|」', '「|taro@gmail.com|」'],
    ['|a(b|]', '|a(b|]'],
    ['|abc|', '|abc|'],
  ])('%s', (marked, expected) => {
    expect(after(marked)).toBe(expected)
  })
})

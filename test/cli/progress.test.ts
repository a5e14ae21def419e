import { describe, expect, it } from 'vitest'
import { duration, progressLine } from '../../src/cli/progress.ts'
import { runWith } from './memory-io.ts'

describe('progressLine', () => {
  it.each([
    [{ elapsedMs: 0, fields: 0, readBytes: 0, totalBytes: 100 }, '[░░░░░░░░░░░░░░░░░░░░] 0% 0か所 0/秒'],
    [
      { elapsedMs: 10_000, fields: 12_345, readBytes: 25, totalBytes: 100 },
      '[█████░░░░░░░░░░░░░░░] 25% 12,345か所 1,235/秒 残り30秒',
    ],
    [
      { elapsedMs: 1000, fields: 5, readBytes: 200, totalBytes: 100 },
      '[████████████████████] 100% 5か所 5/秒 残り0秒',
    ],
    [{ elapsedMs: 1000, fields: 5, readBytes: 200, totalBytes: undefined }, '5か所 5/秒'],
  ])('%o', (state, line) => {
    expect(progressLine(state)).toBe(line)
  })

  it.each([
    [400, '0秒'],
    [59_000, '59秒'],
    [61_000, '1分1秒'],
    [3_660_000, '1時間1分'],
  ])('%i ms are %s', (ms, words) => {
    expect(duration(ms)).toBe(words)
  })
})

describe('a long run', () => {
  const lines = Array.from({ length: 3000 }, () =>
    JSON.stringify({ marketplace: 'coconala', text: 'こんにちは' }),
  )
  const run = (isTerminal: boolean) => {
    let now = 0
    const drawn: string[] = []
    const stderr = { isTerminal, columns: 80, write: async (text: string) => void drawn.push(text) }
    const clock = () => (now += 60)
    return runWith(
      ['lint', '-f', 'jsonl', 'x.jsonl'],
      { 'x.jsonl': lines.join('\n') },
      { stderr, now: clock },
    ).then(() => drawn)
  }

  it('shows on a terminal how far it has come, and leaves nothing behind', async () => {
    const drawn = await run(true)
    expect(drawn.length).toBeGreaterThan(2)
    expect(drawn[0]).toMatch(/^\r\u001b\[K\[[█░]{20}\] \d+% [\d,]+か所 [\d,]+\/秒 残り\d+秒$/)
    expect(drawn.at(-1)).toBe('\r\u001b[K')
  })

  it('is quiet in a pipe', async () => {
    expect(await run(false)).toEqual([])
  })
})

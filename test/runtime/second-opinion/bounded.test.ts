import { describe, expect, it } from 'vitest'
import type { Attempt } from '../../../src/runtime/second-opinion/asker.ts'
import { bounded } from '../../../src/runtime/second-opinion/bounded.ts'

const QUESTION = { system: 's', user: 'u', schema: {} }
const BOUNDS = { seconds: 1, concurrency: 4, failures: 2, restSeconds: 30 }

/** A reader with a list of attempts, and a clock that only moves when told. */
const reader = (...attempts: (Attempt | Error)[]) => {
  let now = 0
  let asked = 0
  const opinion = bounded(
    {
      model: 'm',
      ask: async () => {
        const attempt = attempts[asked] ?? { kind: 'said', text: 'x' }
        asked += 1
        if (attempt instanceof Error) throw attempt
        return attempt
      },
    },
    BOUNDS,
    () => now,
  )
  return {
    ask: async () => (await opinion.ask(QUESTION)).kind,
    pass: (seconds: number) => {
      now += seconds * 1000
    },
    count: () => asked,
  }
}
const FAILED = { kind: 'failed' } as const

describe('a reader within bounds', () => {
  it('rests after failures in a row, then one question tries whether it is back', async () => {
    const { ask, pass, count } = reader(FAILED, new Error('あれで'), FAILED)
    expect([await ask(), await ask(), await ask()]).toEqual(['unavailable', 'unavailable', 'not-asked'])
    pass(30)
    expect(await Promise.all([ask(), ask()])).toEqual(['unavailable', 'not-asked'])
    pass(29)
    expect(await ask()).toBe('not-asked')
    pass(1)
    expect([await ask(), await ask()]).toEqual(['said', 'said'])
    expect(count()).toBe(5)
  })

  it('does not rest where failures are not in a row', async () => {
    const { ask } = reader(FAILED, { kind: 'said', text: '' }, FAILED, { kind: 'said', text: '' })
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([
      'unavailable',
      'said',
      'unavailable',
      'said',
    ])
  })

  it('leaves the reader alone as long as it asks to be, within reason', async () => {
    const { ask, pass } = reader(
      { kind: 'failed', retryAfterMs: 7000 },
      { kind: 'failed', retryAfterMs: 1e12 },
    )
    expect(await ask()).toBe('unavailable')
    pass(6.9)
    expect(await ask()).toBe('not-asked')
    pass(0.1)
    expect(await ask()).toBe('unavailable')
    pass(299)
    expect(await ask()).toBe('not-asked')
    pass(1)
    expect(await ask()).toBe('said')
  })
})

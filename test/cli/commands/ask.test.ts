import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/core/second-opinion/second-opinion.ts'
import { runWith } from '../memory-io.ts'

const QUESTIONS = ['1', '2']
  .map((id) => JSON.stringify({ id, question: `q${id}`, system: 'law', user: `text ${id}` }))
  .join('\n')

const ask = async (reply: (user: string, times: number) => Reply, questions = QUESTIONS) => {
  const waits: number[] = []
  let times = 0
  const run = await runWith(
    ['ask', '--at-once', '1', 'ask.jsonl'],
    { 'ask.jsonl': questions },
    {
      openReader: () => ({
        model: 'm',
        ask: async ({ user, schema }) => {
          expect(schema).toMatchObject({ type: 'object', required: ['verdict', 'findings'] })
          times += 1
          return reply(user, times)
        },
      }),
      sleep: async (ms) => void waits.push(ms),
    },
  )
  return { ...run, waits }
}

describe('sekisho ask', () => {
  it('writes an answer a question, with what it is the answer to', async () => {
    const { code, stdout } = await ask((user) => ({ kind: 'said', text: `answer to ${user}` }))
    expect(code).toBe(0)
    expect(stdout).toBe(
      '{"id":"1","question":"q1","model":"m","answer":"answer to text 1"}\n' +
        '{"id":"2","question":"q2","model":"m","answer":"answer to text 2"}\n',
    )
  })

  it('asks again a reader that is busy', async () => {
    const { code, stdout, waits } = await ask((_, times) =>
      times < 3 ? { kind: 'unavailable' } : { kind: 'said', text: 'x' },
    )
    expect(code).toBe(0)
    expect(stdout.trimEnd().split('\n')).toHaveLength(2)
    expect(waits).toEqual([1000, 4000])
  })

  it('says how many had no answer', async () => {
    const { code, stdout, stderr } = await ask((user) =>
      user.endsWith('1') ? { kind: 'late' } : { kind: 'said', text: 'x' },
    )
    expect(code).toBe(2)
    expect(stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toBe('答えが得られなかった質問: 1件。\n')
  })

  it('refuses what is no question', async () => {
    const { code, stderr } = await ask(() => ({ kind: 'late' }), '{"id":1}')
    expect(code).toBe(2)
    expect(stderr).toContain('ask.jsonl:1: ')
  })
})

import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/core/contract/second-opinion.ts'
import {
  type AskedOnce,
  type ConsultDeps,
  consult,
  replay,
} from '../../../src/core/second-opinion/consult.ts'
import type { Question, Reply } from '../../../src/core/second-opinion/second-opinion.ts'
import { marked, packs } from './ask.ts'

const reader = (reply: (question: Question) => Reply | string) => {
  const asked: Question[] = []
  return {
    asked,
    model: 'reader-1',
    ask: async (question: Question): Promise<Reply> => {
      asked.push(question)
      const said = reply(question)
      return typeof said === 'string' ? { kind: 'said', text: said } : said
    },
  }
}
const PASS = JSON.stringify({ verdict: 'pass', findings: [] })
const HOLD = (words: string) =>
  JSON.stringify({
    verdict: 'hold',
    findings: [{ category: 'contact.exchange', words, reason: '外への案内です。' }],
  })

const items = (...texts: string[]) => texts.map((text) => marked(text))
const ask = (texts: string[], deps: ConsultDeps) => consult(items(...texts), packs(), deps)

describe('a second opinion', () => {
  it('is asked for nothing that the rules have decided', async () => {
    const opinion = reader(() => PASS)
    const given = items('こんにちは', '<<LINEで>>')
    expect(await consult(given, packs(), { opinion })).toEqual(given.map(({ report }) => report))
    expect(opinion.asked).toEqual([])
  })

  it('changes the report, and says who was asked and what it changed', async () => {
    const opinion = reader(() => HOLD('あれで'))
    const [report] = await ask(['[[あれで]]お願いします'], { opinion })
    expect(report).toMatchObject({
      verdict: 'review',
      secondOpinion: {
        asked: true,
        model: 'reader-1',
        outcome: 'answered',
        reason: '外への案内です。',
        changed: [{ change: 'raised', from: 'doubt', to: 'review' }],
      },
    })
  })

  it.each([
    ['late', { kind: 'late' }, 'late', true],
    ['unreachable', { kind: 'unavailable' }, 'unavailable', true],
    ['spared', { kind: 'not-asked' }, 'not-asked', false],
    ['talking', { kind: 'said', text: 'はい' }, 'unusable', true],
  ] as const)(
    'leaves the rules’ report as it was where the reader is %s',
    async (_, reply, outcome, asked) => {
      const [item] = items('((そちらで))、[[あれで]]')
      const [report] = await consult([item!], packs(), { opinion: reader(() => reply) })
      const { secondOpinion, ...rest } = report!
      expect(rest).toEqual(item!.report)
      expect(secondOpinion).toEqual({ asked, model: 'reader-1', outcome, changed: [], thrownAway: [] })
    },
  )

  it('asks about several short texts at once, about the same one only once, and answers in order', async () => {
    const opinion = reader(({ user }) =>
      JSON.stringify({
        answers: JSON.parse(user)
          .文章.map(({ n, 本文: text }: { n: number; 本文: string }) => ({
            n,
            ...JSON.parse(text.includes('悪') ? HOLD('あれで') : PASS),
          }))
          .reverse(),
      }),
    )
    const reports = await ask(['[[あれで]]悪', 'こんにちは', '[[あれで]]良', '[[あれで]]悪'], { opinion })
    expect(reports.map(({ verdict }) => verdict)).toEqual(['review', 'allow', 'allow', 'review'])
    expect(opinion.asked).toHaveLength(1)
  })

  it('asks once for what it keeps an answer to, by model and question', async () => {
    const kept = new Map<string, Answer>()
    const cache = {
      get: async (key: string) => kept.get(key),
      put: async (key: string, answer: Answer) => void kept.set(key, answer),
    }
    const opinion = reader(() => PASS)
    const first = await ask(['[[あれで]]'], { opinion, cache })
    expect(await ask(['[[あれで]]'], { opinion, cache })).toEqual(first)
    expect(opinion.asked).toHaveLength(1)
    await ask(['[[あれで]]'], { opinion: { ...opinion, model: 'reader-2' }, cache })
    await ask(['あれ[[で]]'], { opinion, cache })
    expect(opinion.asked).toHaveLength(3)
  })

  it('does without a cache that fails, and keeps nothing that is no answer', async () => {
    const put: string[] = []
    const cache = {
      get: async () => Promise.reject(new Error('gone')),
      put: async (key: string) => {
        put.push(key)
        throw new Error('gone')
      },
    }
    const [answered] = await ask(['[[あれで]]'], { opinion: reader(() => PASS), cache })
    expect(answered!.secondOpinion!.outcome).toBe('answered')
    await ask(['[[あれで]]'], { opinion: reader(() => 'はい'), cache })
    expect(put).toHaveLength(1)
  })

  it('counts what it asks', async () => {
    const counted: AskedOnce[] = []
    await ask(['[[あれで]]'], { opinion: reader(() => PASS), asked: (one) => counted.push(one) })
    expect(counted).toEqual([{ outcome: 'answered', texts: 1, characters: expect.any(Number) }])
    expect(counted[0]!.characters).toBeGreaterThan(1500)
  })

  it('can be made again of what the report keeps of it', async () => {
    for (const reply of [HOLD('あれで'), PASS, { kind: 'late' } as const]) {
      const [item] = items('((そちらで))、[[あれで]]お願いします')
      const [report] = await consult([item!], packs(), { opinion: reader(() => reply) })
      expect(replay(item!, report!, packs())).toEqual(report)
    }
  })
})

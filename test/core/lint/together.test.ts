/** A message is judged as one: what several of its places half say, and what stands beside the heaviest. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import { packWeights } from '../../../src/core/judge/packed-weights.ts'
import { pooled } from '../../../src/core/judge/pooled.ts'
import { loadDictionary } from '../../../src/core/morph/dictionary.ts'
import { createTokenizer } from '../../../src/core/morph/tokenizer.ts'
import { assembleLinter } from '../../../src/packs/assemble.ts'
import type { LinterData } from '../../../src/packs/linter-data.ts'

const data = JSON.parse(readFileSync('build/data.json', 'utf8')) as LinterData
const bytes = readFileSync('build/dictionary.bin')
const tokenizer = createTokenizer(loadDictionary(new Uint8Array(bytes).buffer))

const NEVER = 1e9
/** By a linter for which every place weighs nothing: log-odds of 0. */
function lint(
  text: string,
  thresholds: Record<string, number>,
  context: object = {},
  sure: Record<string, number> = {},
) {
  const none = { certain: NEVER, read: NEVER, likely: NEVER, possible: NEVER, doubt: NEVER }
  const weights = packWeights({
    made: {},
    weights: {},
    hinges: { bias: [], signs: [] },
    thresholds: { ...none, ...thresholds },
    sure,
  })
  return assembleLinter({ ...data, weights }, tokenizer).lint(
    submissionSchema.parse({ marketplace: 'coconala', text, ...context }),
  )
}

const ONE = 'LINEで話しませんか。'
const TWO = 'LINEで話しませんか。原稿は三枚です。明日、駅前のカフェで打ち合わせしませんか。'

describe('several places', () => {
  it('say more than one of them', () => {
    expect(pooled([0])).toBe(0)
    expect(pooled([0, 0])).toBeCloseTo(Math.log(2))
    expect(pooled([-9, 0, 2])).toBeGreaterThan(2)
    expect(pooled([])).toBe(Number.NEGATIVE_INFINITY)
  })

  it('are at most three: a long message proposes nothing by its length', () => {
    expect(pooled(new Array<number>(50).fill(-1))).toBeCloseTo(-1 + Math.log(3))
  })

  it('are likely together where none is alone', () => {
    expect(lint(ONE, { likely: 0.5, doubt: -1 }).findings).toEqual([])
    const { findings, doubts } = lint(TWO, { likely: 0.5, doubt: -1 })
    expect(findings.map(({ confidence }) => confidence)).toEqual(['likely'])
    expect(doubts.length).toBeGreaterThan(0)
  })

  it('are possible together', () => {
    expect(lint(TWO, { possible: 0.5, doubt: -1 }).findings).toMatchObject([{ confidence: 'possible' }])
  })

  it('say nothing more where the marketplace allows them', () => {
    const there = { marketplace: 'crowdworks', phase: 'in_contract' }
    const likely = { likely: 0.5, doubt: -1 }
    expect(lint(TWO, likely, there).findings).toMatchObject([{ confidence: 'likely' }])
    expect(lint(TWO, likely, { ...there, approvals: ['outside_contact'] }).findings).toEqual([])
  })
})

describe('what a frame reads for certain', () => {
  const certain = { certain: 0, likely: 0.5, possible: 9, doubt: -1 }
  const confidences = (text: string, context: object = {}, sure = { 'contact.in_person': 0 }): string[] =>
    lint(text, certain, context, sure)
      .findings.filter(({ category }) => !category.startsWith('tone.'))
      .map(({ confidence }) => confidence)

  it('is certain where it is all that the message proposes', () => {
    expect(confidences(ONE)).toEqual(['certain'])
  })

  it('is certain only where it names a service, or is of a kind that needs to name none', () => {
    const meeting = '明日、駅前のカフェで打ち合わせしませんか。'
    expect(confidences(meeting)).toEqual(['certain'])
    expect(confidences(meeting, {}, { 'contact.in_person': 0.1 })).toEqual([])
  })

  it('is likely beside something of another kind, which may be what is proposed', () => {
    expect(confidences(TWO)).toEqual(['likely', 'likely'])
    expect(confidences(`${ONE}資料です:https://kurage-zakka.jp/`)).toEqual(['likely', 'certain'])
  })

  it('is certain beside something of its kind', () => {
    expect(confidences(`${ONE}原稿は三枚です。カカオトークで続きを話しましょう。`)).toEqual([
      'certain',
      'certain',
    ])
    expect(confidences(`${ONE}LINEのIDは kurage_88 です。`)).toEqual(['certain', 'certain'])
  })

  it('is certain beside what the marketplace allows there', () => {
    const there = { marketplace: 'lancers', phase: 'in_contract', channel: 'message' }
    expect(confidences(TWO, there)).toEqual(['certain', 'certain'])
  })
})

/** Scores are looked up by digests; they are what the names in rules/weights.json weigh. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import { packWeights } from '../../../src/core/judge/packed-weights.ts'
import { PieceDigest } from '../../../src/core/judge/piece-digest.ts'
import { Weights } from '../../../src/core/judge/weights.ts'
import { STEPS, type WeightsSpec } from '../../../src/core/judge/weights-spec.ts'
import { testLinter } from '../../support/linter.ts'

const spec = JSON.parse(readFileSync('rules/weights.json', 'utf8')) as WeightsSpec
const digest = new PieceDigest()
/** What has one digest is one piece, whatever its name. */
const digestOf = (name: string): number => digest.of(name)
const known = new Map(Object.entries(spec.weights).map(([name, values]) => [digestOf(name), values]))

/** What a place comes to by the names, written out. */
function stepsOf(evidence: readonly string[]): number {
  const { bias, signs } = spec.hinges
  const rows = evidence.map((name) => known.get(digestOf(name)))
  const column = (at: number): number => rows.reduce((sum, values) => sum + (values?.[at] ?? 0), 0)
  return signs.reduce((sum, sign, h) => sum + sign * Math.max(0, bias[h]! + column(h + 1)), column(0))
}

describe('weights', () => {
  it('weigh by their digests what they weigh by their names', () => {
    const weights = new Weights(packWeights(spec))
    const wrong = Object.keys(spec.weights).filter((name) => {
      const tally = weights.tally()
      tally.add(name)
      return tally.score !== stepsOf([name]) / STEPS
    })
    expect(wrong).toEqual([])
  })

  it('weigh nothing by a name that nobody has learnt', () => {
    const weights = new Weights(
      packWeights({
        ...spec,
        hinges: { bias: [], signs: [] },
        weights: { 'act:talk': [6], 'act:send': [-24] },
      }),
    )
    const scores = ['act:talk', 'act:send', 'act:tal', 'act:', ''].map((name) => {
      const tally = weights.tally()
      tally.add(name)
      return tally.score
    })
    expect(scores).toEqual([0.3, -1.2, 0, 0, 0])
  })

  it('let pieces say together what none says alone', () => {
    const weights = new Weights(
      packWeights({
        ...spec,
        hinges: { bias: [-30], signs: [-1] },
        weights: { 'act:talk': [10, 20], 'noun:LINE': [10, 20] },
      }),
    )
    const scoreOf = (...names: string[]): number => {
      const tally = weights.tally()
      for (const name of names) tally.add(name)
      return tally.score
    }
    expect(scoreOf('act:talk')).toBe(0.5)
    expect(scoreOf('act:talk', 'noun:LINE')).toBe(0.5)
    expect(weights.shares(['act:talk', 'noun:LINE'])).toEqual([
      ['act:talk', -0.5],
      ['noun:LINE', -0.5],
    ])
    expect(weights.shares(['act:talk'])).toEqual([['act:talk', 0.5]])
  })

  it('add up over a place as its evidence does, name by name', () => {
    const linter = testLinter()
    const folder = 'test/fixtures/weigh'
    const wrong: string[] = []
    let places = 0
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl'))) {
      const lines = readFileSync(`${folder}/${file}`, 'utf8').split('\n').filter(Boolean)
      for (const line of lines.filter((_, number) => number % 20 === 0)) {
        const { expect: _, note: __, family: ___, id, ...raw } = JSON.parse(line)
        const submission = submissionSchema.safeParse({ marketplace: 'coconala', ...raw })
        if (!submission.success) continue
        for (const { evidence, score, rule } of linter.weigh(submission.data)) {
          places++
          if (score !== stepsOf(evidence) / STEPS) wrong.push(`${file} ${id} ${rule}`)
        }
      }
    }
    expect(places).toBeGreaterThan(300)
    expect(wrong).toEqual([])
  })
})

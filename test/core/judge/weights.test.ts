/** Scores are looked up by digests; they are what the names in rules/weights.json weigh. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import { packWeights } from '../../../src/core/judge/packed-weights.ts'
import { Weights, type WeightsSpec } from '../../../src/core/judge/weights.ts'
import { openLinterLoader } from '../../../src/runtime/load-linter.ts'

const spec = JSON.parse(readFileSync('rules/weights.json', 'utf8')) as WeightsSpec
const known = new Map(Object.entries(spec.weights))

describe('weights', () => {
  it('weigh by their digests what they weigh by their names', () => {
    const weights = new Weights(packWeights(spec))
    const wrong = [...known].filter(([name, weight]) => weights.of(name) !== weight)
    expect(wrong).toEqual([])
  })

  it('weigh nothing by a name that nobody has learnt', () => {
    const weights = new Weights(packWeights({ ...spec, weights: { 'act:talk': 0.3, 'act:send': -1.2 } }))
    expect(['act:talk', 'act:send', 'act:tal', 'act:', ''].map((name) => weights.of(name))).toEqual([
      0.3, -1.2, 0, 0, 0,
    ])
  })

  it('add up over a place as its evidence does, name by name', () => {
    const linter = openLinterLoader().built()
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
          const tenths = evidence.reduce((sum, name) => sum + Math.round((known.get(name) ?? 0) * 10), 0)
          if (score !== tenths / 10) wrong.push(`${file} ${id} ${rule}`)
        }
      }
    }
    expect(places).toBeGreaterThan(300)
    expect(wrong).toEqual([])
  })
})

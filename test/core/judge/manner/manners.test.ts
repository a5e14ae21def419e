/** How sentences speak to their reader, by weights: whether, in which way, and which of their clauses say so. */
import { describe, expect, test } from 'vitest'
import { mannerKind } from '../../../../src/core/judge/kinds/manner.ts'
import { heaviestRun } from '../../../../src/core/judge/manner/heaviest-run.ts'
import { Manners } from '../../../../src/core/judge/manner/manners.ts'
import { packWeights } from '../../../../src/core/judge/packed-weights.ts'
import { Weights } from '../../../../src/core/judge/weights.ts'
import { STEPS } from '../../../../src/core/judge/weights-spec.ts'
import { slice } from '../../../../src/core/text/span.ts'
import { readingBy, runOf } from '../../../support/reading.ts'

const NEVER = 1e9
const mannersOf = (logOdds: Record<string, number>): Manners =>
  new Manners(
    new Weights(
      packWeights({
        made: {},
        thresholds: { certain: NEVER, read: NEVER, likely: 2, possible: 2, doubt: 0 },
        hinges: { bias: [], signs: [] },
        weights: Object.fromEntries(
          Object.entries(logOdds).map(([name, value]) => [name, [Math.round(value * STEPS)]]),
        ),
      }),
    ),
  )
const read = (manners: Manners, text: string) => {
  const document = readingBy().document(text)
  return manners
    .of(document)
    .map(({ span, ...rest }) => ({ ...rest, words: slice(document.plain.text, span) }))
}

describe('manners', () => {
  const manners = mannersOf({
    bias: -3,
    '1壁': 4,
    '1話す': 2,
    '1助かる': -6,
    '1昨日': -1,
    '1悲しい': -1,
    'tone.threat|1壁': 1,
  })

  test('grade a sentence by all of its clauses, and underline the heaviest of them', () => {
    expect(read(manners, '昨日も、壁に話しているようで、悲しいです。')).toEqual([
      { category: 'tone.threat', grade: 'doubt', words: '壁に話しているようで' },
    ])
    expect(read(manners, '壁に話しています。')).toMatchObject([{ grade: 'likely' }])
    expect(read(manners, '壁を塗りました。')).toEqual([
      { category: 'tone.threat', grade: 'doubt', words: '壁を塗りました' },
    ])
  })

  test('are softened by what stands beside', () => {
    expect(read(manners, '壁に話しているようで、助かります。')).toEqual([])
  })

  test('read neither quotations nor single words', () => {
    expect(read(manners, '「壁に話している」という題です。')).toEqual([])
    expect(read(mannersOf({ '1壁': 4 }), '壁')).toEqual([])
  })
})

test('a rule finds them where they are of its category, and they give way to what is found otherwise', () => {
  const manners = mannersOf({ bias: -3, '1壁': 4, '1話す': 2, 'tone.threat|1壁': 1 })
  const threat = runOf(mannerKind, {}, {}, { category: 'tone.threat', manners })
  expect(threat.words('壁に話しています。よろしくお願いします。')).toEqual(['壁に話しています'])
  expect(threat.detections('壁に話しています。')).toMatchObject([{ confidence: 'likely', yields: true }])
  expect(threat.detections('よろしくお願いします。')).toEqual([])
  const scorn = runOf(mannerKind, {}, {}, { category: 'tone.contempt', manners })
  expect(scorn.detections('壁に話しています。')).toEqual([])
})

test('the heaviest run of neighbours', () => {
  expect(heaviestRun([-1, 2, -1, 3, -5, 4])).toEqual({ from: 1, to: 4, sum: 4 })
  expect(heaviestRun([-3, -1, -2])).toEqual({ from: 1, to: 2, sum: -1 })
})

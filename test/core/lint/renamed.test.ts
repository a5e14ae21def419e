/** What is found stands in the report under the name that was learnt for it, and is held no less for that. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import { packWeights } from '../../../src/core/judge/packed-weights.ts'
import type { WeightsSpec } from '../../../src/core/judge/weights-spec.ts'
import { loadDictionary } from '../../../src/core/morph/dictionary.ts'
import { createTokenizer } from '../../../src/core/morph/tokenizer.ts'
import { assembleLinter } from '../../../src/packs/assemble.ts'
import type { LinterData } from '../../../src/packs/linter-data.ts'

const data = JSON.parse(readFileSync('build/data.json', 'utf8')) as LinterData
const bytes = readFileSync('build/dictionary.bin')
const tokenizer = createTokenizer(loadDictionary(new Uint8Array(bytes).buffer))
const NEVER = 1e9
const CATEGORIES = ['contact.call', 'contact.meeting', 'contact.messenger']

/** The finding in a text whose places all weigh nothing: what `thresholds` say of zero. */
function found(
  naming: WeightsSpec['naming'],
  thresholds: Partial<WeightsSpec['thresholds']>,
  context: object = {},
  text = 'LINEで話しませんか。',
) {
  const none = { certain: NEVER, read: NEVER, likely: NEVER, possible: NEVER, doubt: NEVER }
  const weights = packWeights({
    made: {},
    weights: {},
    hinges: { bias: [], signs: [] },
    thresholds: { ...none, ...thresholds },
    ...(naming === undefined ? {} : { naming }),
  })
  const linter = assembleLinter({ ...data, weights }, tokenizer)
  return linter.lint(submissionSchema.parse({ marketplace: 'coconala', text, ...context }))
}

const called = (piece: string, values: number[]): WeightsSpec['naming'] => ({
  categories: CATEGORIES,
  weights: { [piece]: values },
})

describe('what is likely', () => {
  const plain = found(undefined, { likely: 0 })

  it('is called what weighs most there, where nothing was learnt of names', () => {
    expect(plain.findings).toMatchObject([{ category: 'contact.messenger', confidence: 'likely' }])
  })

  it.each([
    ['a word in it', 'word:話す'],
    ['what is named in it', 'at:@messenger'],
    ['what is weighed there', 'way:contact.messenger'],
    ['what is done', 'act:talk'],
  ])('is called by %s, in the same words', (_, piece) => {
    const { findings } = found(called(piece, [1]), { likely: 0 })
    expect(findings).toMatchObject([
      {
        category: 'contact.call',
        rule: 'common-meeting/no-phone-call',
        excerpt: plain.findings[0]!.excerpt,
        confidence: 'likely',
      },
    ])
    expect(findings[0]!.because).not.toHaveProperty('line')
  })

  it('keeps its name where the words say nothing else', () => {
    expect(found(called('word:会う', [1]), { likely: 0 })).toEqual(plain)
    expect(found(called('word:話す', [1, 0, 1]), { likely: 0 })).toEqual(plain)
  })

  it('keeps its name where it would cost less under another', () => {
    const inContract = { marketplace: 'lancers', phase: 'after_contract', channel: 'message' }
    const before = found(undefined, { likely: 0 }, inContract)
    expect(before.findings).toMatchObject([{ category: 'contact.messenger', action: 'review' }])
    expect(found(called('word:話す', [0, 1]), { likely: 0 }, inContract).findings).toEqual(before.findings)
    const warned = found(undefined, { possible: 0 }, inContract)
    expect(warned.findings).toMatchObject([{ category: 'contact.messenger', action: 'warn' }])
    expect(found(called('word:話す', [0, 1]), { possible: 0 }, inContract)).toEqual(warned)
  })
})

describe('what a frame reads for certain', () => {
  it('is certain where people call it so', () => {
    expect(found(called('word:会う', [1]), { certain: 0 }).findings).toMatchObject([
      { category: 'contact.messenger', confidence: 'certain' },
    ])
  })

  it('is likely under the name that they give it otherwise', () => {
    expect(found(called('word:話す', [1]), { certain: 0 }).findings).toMatchObject([
      { category: 'contact.call', confidence: 'likely', action: 'review' },
    ])
  })

  it('is likely, and keeps its name, where it would cost less under the other', () => {
    const inContract = { marketplace: 'lancers', phase: 'after_contract', channel: 'message' }
    expect(found(called('word:話す', [0, 1]), { certain: 0 }, inContract).findings).toMatchObject([
      { category: 'contact.messenger', confidence: 'likely', action: 'review' },
    ])
  })
})

it('a doubt is called by what it is in doubt of', () => {
  expect(found(called('word:話す', [1]), { doubt: 0 }).doubts).toMatchObject([
    { category: 'contact.messenger' },
  ])
})

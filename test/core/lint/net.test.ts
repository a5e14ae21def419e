/** What the weights leave in doubt stands in the report, and nowhere else. */
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
/** A linter that weighs nothing: what a frame does not read is at most what `thresholds` say of zero. */
const linter = (thresholds: Partial<WeightsSpec['thresholds']>) =>
  assembleLinter(
    {
      ...data,
      weights: packWeights({
        made: {},
        weights: {},
        hinges: { bias: [], signs: [] },
        thresholds: {
          certain: NEVER,
          read: NEVER,
          likely: NEVER,
          possible: NEVER,
          doubt: NEVER,
          ...thresholds,
        },
      }),
    },
    tokenizer,
  )

const lint = (text: string, thresholds: Partial<WeightsSpec['thresholds']>, context: object = {}) =>
  linter(thresholds).lint(submissionSchema.parse({ marketplace: 'coconala', text, ...context }))

describe('what is weighed', () => {
  const text = '😀詳しくはLINEで話しませんか。'
  const place = { category: 'contact.messenger', span: { start: 6, end: 17 }, excerpt: 'LINEで話しませんか' }

  it('below every threshold is nothing', () => {
    expect(lint(text, {})).toMatchObject({ verdict: 'allow', findings: [], doubts: [] })
  })

  it('in doubt raises no verdict', () => {
    expect(lint(text, { doubt: 0 })).toMatchObject({ verdict: 'allow', findings: [], doubts: [place] })
  })

  it('possible warns, likely is for a person, certain is the table’s', () => {
    expect(lint(text, { possible: 0 })).toMatchObject({
      verdict: 'warn',
      findings: [{ ...place, confidence: 'possible' }],
    })
    expect(lint(text, { likely: 0 })).toMatchObject({
      verdict: 'review',
      findings: [{ ...place, confidence: 'likely' }],
    })
    expect(lint(text, { certain: 0 })).toMatchObject({
      verdict: 'block',
      findings: [{ ...place, confidence: 'certain', because: { line: expect.stringContaining('by: で') } }],
    })
  })

  it('is never certain where something speaks against it, whatever the weights say', () => {
    const refused = lint('LINEでのやり取りはしておりません。', { certain: -NEVER, likely: -NEVER })
    expect(refused.findings[0]).toMatchObject({
      confidence: 'likely',
      because: { excused: expect.arrayContaining(['refusal']) },
    })
  })

  it('shows how the disguise in its words was undone', () => {
    const disguised = lint('詳しくはら〇んで話しませんか。', { likely: 0 })
    expect(disguised.findings[0]).toMatchObject({
      excerpt: 'ら〇んで話しませんか',
      obfuscated: true,
      trail: ['ら〇ん → ライン → LINE'],
    })
  })

  it('goes by words, not by the spaces and line ends between them', () => {
    const text = 'お急ぎの方は LINEで\u3000ご連絡ください。\n\n素材はあります。'
    const [place] = linter({}).weigh(submissionSchema.parse({ marketplace: 'coconala', text }))
    const words = place!.evidence.filter((one) => /^(?:w[123]|sentence):/.test(one))
    expect(words).toEqual(expect.arrayContaining(['w2:は @messenger', 'w2:で ご', 'w2:。 素材']))
    expect(words.filter((one) => /[\n\u3000]|: | {2}| $/.test(one))).toEqual([])
  })

  it('says nothing of what the marketplace lets pass there', () => {
    const approved = { marketplace: 'crowdworks', approvals: ['outside_contact'] }
    expect(lint(text, { doubt: 0 }, approved).doubts).toEqual([])
  })
})

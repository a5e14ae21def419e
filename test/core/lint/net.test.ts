/** A linter with a net: what it catches stands in the report, and nowhere else. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import { createLinter } from '../../../src/core/lint/create-linter.ts'
import type { FindDoubts } from '../../../src/core/lint/doubts.ts'
import { loadDictionary } from '../../../src/core/morph/dictionary.ts'
import { createTokenizer } from '../../../src/core/morph/tokenizer.ts'
import { packSpecSchema } from '../../../src/core/rules/rule-spec.ts'
import { createNormalizer } from '../../../src/core/text/normalize.ts'
import type { LinterData } from '../../../src/packs/load-sources.ts'
import { normalizationTables } from '../../support/dictionaries.ts'

const data = JSON.parse(readFileSync('build/data.json', 'utf8')) as LinterData
const bytes = readFileSync('build/dictionary.bin')
const tokenizer = createTokenizer(loadDictionary(new Uint8Array(bytes).buffer))
const normalize = createNormalizer(normalizationTables)

const linter = (findDoubts: FindDoubts) =>
  createLinter({
    tokenizer,
    normalize,
    normalizeAuthored: normalize,
    findMentions: () => [],
    findData: () => [],
    joinData: () => [],
    language: data.language,
    packs: data.packs.map(({ raw, digest }) => ({ spec: packSpecSchema.parse(raw), digest })),
    findDoubts,
  })

const net: FindDoubts = ({ plain }) =>
  [...plain.text.matchAll(/あれ/g)].map(({ index }) => ({
    category: 'contact.exchange',
    span: { start: index, end: index + 2 },
    reason: '指すものが読めません。',
  }))

const lint = (text: string, findDoubts: FindDoubts, context: object = {}) =>
  linter(findDoubts).lint(submissionSchema.parse({ marketplace: 'coconala', text, ...context }))

describe('a linter with a net', () => {
  it('says what is in doubt and raises no verdict for it', () => {
    expect(lint('😀ｱﾚでお願いします', () => [])).toMatchObject({ verdict: 'allow', doubts: [] })
    expect(lint('😀あれでお願いします', net)).toMatchObject({
      verdict: 'allow',
      findings: [],
      doubts: [
        {
          category: 'contact.exchange',
          span: { start: 2, end: 4 },
          excerpt: 'あれ',
          reason: '指すものが読めません。',
        },
      ],
    })
  })

  it('says nothing of what the marketplace lets pass there', () => {
    const approved = { marketplace: 'crowdworks', approvals: ['outside_contact'] }
    expect(lint('あれで', net, approved).doubts).toEqual([])
  })

  it('that fails has not looked: the message is held', () => {
    const report = lint('あれで', () => {
      throw new Error('あれ')
    })
    expect(report).toMatchObject({
      verdict: 'review',
      doubts: [],
      incomplete: [{ code: 'rule-failed', detail: 'doubts' }],
    })
  })
})

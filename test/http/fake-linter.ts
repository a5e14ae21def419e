/** A linter simple enough to foresee: every `LINE` is a finding. For tests of what stands around the linter. */

import type { Finding, LintReport } from '../../src/core/contract/report.ts'
import type { Submission } from '../../src/core/contract/submission.ts'
import type { ContactDataReader, Linter, LoadedPack, TextExplainer } from '../../src/core/lint/linter.ts'
import { digestOf } from '../../src/core/lint/parts.ts'
import { packSpecSchema } from '../../src/core/rules/rule-spec.ts'

export const fakePacks: LoadedPack[] = [
  {
    digest: 'a'.repeat(64),
    spec: packSpecSchema.parse({
      kind: 'common',
      id: 'common',
      version: '1',
      title: 'Common',
      rules: [
        {
          id: 'line',
          category: 'contact.messenger',
          says: 'LINEです。',
          detect: { kind: 'fake' },
          examples: { flags: ['[[LINE]]'], allows: ['オンライン'] },
        },
      ],
    }),
  },
  {
    digest: 'b'.repeat(64),
    spec: packSpecSchema.parse({
      kind: 'marketplace',
      id: 'coconala',
      version: '1',
      title: 'ココナラ',
      uses: ['common'],
      columns: [{ name: 'all' }],
      actions: { 'contact.messenger': { all: 'block' } },
      wording: { 'contact.messenger': { why: '規約です。' } },
    }),
  },
]

const fakeParts = fakePacks.map(({ spec, digest }) => ({ id: spec.id, version: spec.version, digest }))

export const fakeLinter: Linter & ContactDataReader & TextExplainer = {
  marketplaces: ['coconala'],
  packs: fakePacks,
  partsOf: () => fakeParts,
  contactData: (text) =>
    [...text.matchAll(/\S+@\S+/g)].map((match) => ({
      kind: 'email' as const,
      span: { start: match.index, end: match.index + match[0].length },
    })),
  explain: (text) => ({
    views: [{ name: 'plain', text }],
    tokens: [...text].map((surface, index) => ({
      surface,
      span: { start: index, end: index + 1 },
      pos: ['名詞', '一般', '*', '*'],
      conjugationType: '*',
      conjugationForm: '*',
      baseForm: surface,
      origin: 'known',
      steps: [],
    })),
    sentences: [],
    statements: [],
    mentions: [],
    data: [],
  }),
  lint(submission: Submission): LintReport {
    const findings: Finding[] = [...submission.text.matchAll(/LINE/g)].map((match) => ({
      category: 'contact.messenger',
      action: 'block',
      confidence: 'certain',
      rule: 'common/line',
      span: { start: match.index, end: match.index + 4 },
      excerpt: match[0],
      says: 'LINEです。',
      why: '規約です。',
    }))
    return {
      ...(submission.id === undefined ? {} : { id: submission.id }),
      verdict: findings.length > 0 ? 'block' : 'allow',
      findings,
      doubts: [],
      incomplete: [],
      pack: { id: 'coconala', version: '1', digest: digestOf(fakeParts) },
    }
  },
}

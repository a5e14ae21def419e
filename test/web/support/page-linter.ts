/**
 * A linter simple enough to foresee, for the tests of the page: a few words, each with one action, a fix, a trail.
 * What the real linter finds is tested elsewhere.
 */
import {
  type Action,
  type Confidence,
  type Doubt,
  type Finding,
  VERDICTS,
} from '../../../src/core/contract/report.ts'
import type { Submission } from '../../../src/core/contract/submission.ts'
import { packSpecSchema } from '../../../src/core/rules/rule-spec.ts'
import { fakeLinter } from '../../http/fake-linter.ts'

interface Word extends Pick<Finding, 'category' | 'rule' | 'trail'> {
  readonly pattern: RegExp
  readonly action: (submission: Submission) => Action
  readonly replacement?: string
  readonly confidence?: Confidence
}

const WORDS: readonly Word[] = [
  { pattern: /LINE/g, category: 'contact.messenger', rule: 'common/line', action: () => 'block' },
  {
    pattern: /ら〇ん/g,
    category: 'contact.messenger',
    rule: 'common/line',
    action: () => 'block',
    trail: ['ら〇ん → らいん → LINE'],
  },
  {
    pattern: /ドライブ/g,
    category: 'link.cloud',
    rule: 'common/drive',
    action: ({ marketplace }) => (marketplace === 'coconala' ? 'block' : 'warn'),
  },
  {
    pattern: /すいません/g,
    category: 'tone.casual',
    rule: 'common/sorry',
    action: () => 'note',
    replacement: 'すみません',
  },
  {
    pattern: /そちらで/g,
    category: 'contact.exchange',
    rule: 'common/accept',
    action: () => 'warn',
    confidence: 'possible',
  },
  { pattern: /番号/g, category: 'contact.phone', rule: 'common/phone', action: () => 'review' },
  // Only with what was said before.
  {
    pattern: /追加しました/g,
    category: 'contact.exchange',
    rule: 'common/accept',
    action: ({ history }) => (history.some(({ text }) => text.includes('LINE')) ? 'block' : 'note'),
  },
]

const rule = (id: string, category: string, says: string, more: object = {}) => ({
  id,
  category,
  says,
  detect: { kind: 'fake' },
  examples: { flags: [`これは[[${says}]]`], allows: ['これは違う'] },
  ...more,
})

const pack = (id: string, title: string, action: Action) =>
  packSpecSchema.parse({
    kind: 'marketplace',
    id,
    version: '1',
    title,
    uses: ['common'],
    columns: [{ name: 'talkroom', when: { channel: ['talkroom'] } }, { name: 'message' }],
    actions: {
      'contact.messenger': { '*': 'block' },
      'link.cloud': { talkroom: action, message: 'block' },
      'contact.phone': { '*': 'review' },
      'contact.exchange': { '*': 'block' },
    },
    wording: {
      'contact.messenger': {
        why: `${title}の規約です。`,
        instead: 'メッセージでお願いします。',
        source: { url: 'https://example.com/rules', read: '2026-11-20', says: '禁止行為' },
      },
    },
  })

const PACKS = [
  packSpecSchema.parse({
    kind: 'common',
    id: 'common',
    version: '1',
    title: '共通',
    rules: [
      rule('line', 'contact.messenger', 'メッセンジャーの誘いです。', {
        cases: [{ if: ['refusal'], use: 'note' }],
      }),
      rule('drive', 'link.cloud', 'クラウドの誘いです。'),
      rule('sorry', 'tone.casual', 'くだけた言葉です。', { action: 'note', where: { role: 'seller' } }),
      rule('phone', 'contact.phone', '電話番号です。'),
      rule('accept', 'contact.exchange', '誘いへの返事です。'),
    ],
  }),
  pack('coconala', 'ココナラ', 'block'),
  pack('crowdworks', 'クラウドワークス', 'warn'),
].map((spec) => ({ spec, digest: 'a'.repeat(64) }))

export const pageLinter: typeof fakeLinter = {
  ...fakeLinter,
  marketplaces: ['coconala', 'crowdworks'],
  packs: PACKS,
  lint(submission) {
    const findings = WORDS.flatMap(
      ({ pattern, category, rule, action, confidence = 'certain', replacement, trail }) =>
        [...submission.text.matchAll(pattern)].map((match): Finding => {
          const span = { start: match.index, end: match.index + match[0].length }
          return {
            category,
            action: action(submission),
            confidence,
            rule,
            span,
            excerpt: match[0],
            says: `${match[0]}です。`,
            why: '規約です。',
            instead: 'メッセージでお願いします。',
            ...(replacement === undefined ? {} : { fix: { span, replacement } }),
            ...(trail === undefined ? {} : { trail, obfuscated: true as const }),
          }
        }),
    ).sort((a, b) => a.span.start - b.span.start)
    const actions = findings.map(({ action }) => (action === 'note' ? 'allow' : action))
    return {
      verdict: VERDICTS.findLast((verdict) => actions.includes(verdict)) ?? 'allow',
      findings,
      doubts: [...submission.text.matchAll(/いつもの/g)].map(
        (match): Doubt => ({
          category: 'contact.exchange',
          span: { start: match.index, end: match.index + match[0].length },
          excerpt: match[0],
          reason: '読めません。',
        }),
      ),
      incomplete: [],
      pack: { id: submission.marketplace, version: '1', digest: 'a'.repeat(64) },
    }
  },
}

import { describe, expect, it } from 'vitest'
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import { checkPolicy, Policy } from '../../../src/core/lint/policy.ts'
import { packSpecSchema, type RuleSpec } from '../../../src/core/rules/rule-spec.ts'

const phone = {
  id: 'no-phone',
  category: 'contact.phone',
  cases: [{ if: ['client-data'], use: 'deliverable' }],
}
const video = { id: 'video', category: 'link.video', cases: [], action: 'note' }
const rules = [phone, video] as unknown as RuleSpec[]

const marketplace = (
  actions: object,
  more: object = {},
  wording: object = { 'contact.phone': { why: '理由' } },
) => {
  const spec = packSpecSchema.parse({
    kind: 'marketplace',
    id: 'sample',
    version: '2026.11.20',
    title: '見本',
    uses: ['common'],
    columns: [{ name: 'before', when: { phase: 'before_contract' } }, { name: 'after' }],
    actions,
    wording,
    rules: [],
    ...more,
  })
  if (spec.kind !== 'marketplace') throw new Error('not a marketplace')
  return spec
}

const pack = (actions: object) =>
  checkPolicy(marketplace(actions), rules).map(({ at, message }) => `${at}: ${message}`)

describe('the ladder', () => {
  const table = { 'contact.phone': { '*': 'block' } }
  it.each([
    ['lets the table decide on what is certain', {}, 'block', 'certain', 'block'],
    ['holds what is likely', {}, 'block', 'likely', 'review'],
    ['warns of what is possible', {}, 'block', 'possible', 'warn'],
    ['raises nothing', {}, 'note', 'likely', 'note'],
    ['leaves off what is off', {}, 'off', 'possible', 'off'],
    ["is the pack's", { confidence: { likely: 'block' } }, 'block', 'likely', 'block'],
    ["is the pack's step by step", { confidence: { likely: 'block' } }, 'block', 'possible', 'warn'],
  ] as const)('%s', (_, more, action, confidence, expected) => {
    expect(new Policy(marketplace(table, more), []).climb(action, confidence)).toBe(expected)
  })
})

describe('a table is refused', () => {
  const full = { 'contact.phone': { '*': 'block' } }
  it.each([
    ['never, where all is there', full, []],
    ['never for a row of a rule with its own action', { ...full, 'link.video': { '*': 'off' } }, []],
    ['never for a row that a case names', { ...full, deliverable: { '*': 'note' } }, []],
    [
      'for a mistyped row',
      { ...full, deliverables: { '*': 'note' } },
      ['actions.deliverables: no rule has this row'],
    ],
    [
      'for a mistyped column',
      { 'contact.phone': { '*': 'block', befor: 'note' } },
      ["actions.contact.phone.befor: there is no column 'befor'"],
    ],
    [
      'for a cell that is missing',
      { 'contact.phone': { before: 'block' } },
      ['actions.contact.phone: no action for after'],
    ],
    ['for a category without a row', {}, ['actions: no row for contact.phone']],
  ])('%s', (_, actions, faults) => {
    expect(pack(actions)).toEqual(faults)
  })
})

describe('the words fit the place', () => {
  const words = new Policy(
    marketplace(
      {},
      {},
      {
        'contact.phone': {
          why: '理由',
          instead: '代わり',
          form: '申請',
          at: [
            { when: { channel: 'portfolio' }, instead: 'ここに' },
            { when: { approval: 'outside_contact' }, why: '承認済み' },
            { when: { channel: 'profile' }, why: '公開', form: false },
            { when: { phase: ['in_contract'] }, why: '契約中の理由', instead: '契約中の代わり' },
          ],
        },
        deliverable: { why: '制作物' },
      },
    ),
    [],
  )
  const asked = (context: object, row?: string) => {
    const submission = submissionSchema.parse({ marketplace: 'sample', text: '', ...context })
    const { why, instead, form } = words.wording('contact.phone', submission, row)!
    return `${why} ${instead} ${form}`
  }
  it.each([
    ['elsewhere, the words for all', {}, '理由 代わり 申請'],
    ['in a channel, with what is said for all', { channel: 'portfolio' }, '理由 ここに 申請'],
    ['in a phase', { phase: 'in_contract' }, '契約中の理由 契約中の代わり 申請'],
    ['in the phase that the channel tells', { channel: 'talkroom' }, '契約中の理由 契約中の代わり 申請'],
    ['where it has been approved', { approvals: ['outside_contact'] }, '承認済み 代わり 申請'],
    ['by the first that holds', { channel: 'portfolio', phase: 'in_contract' }, '理由 ここに 申請'],
  ])('%s', (_, context, expected) => {
    expect(asked(context)).toBe(expected)
  })

  it.each([
    ['no form where none helps', { channel: 'profile' }, undefined, '公開 代わり undefined'],
    ['a case has its own', {}, 'deliverable', '制作物 undefined undefined'],
    ['or, where the pack has none, those of its category', {}, 'quoted', '理由 代わり 申請'],
  ])('%s', (_, context, row, expected) => {
    expect(asked(context, row)).toBe(expected)
  })

  it('a row that no rule and no case has is a fault', () => {
    const spec = marketplace({ 'contact.phone': { '*': 'block' } }, {}, { 'contact.phon': { why: '理由' } })
    expect(checkPolicy(spec, rules).map(({ at, message }) => `${at}: ${message}`)).toEqual([
      'wording.contact.phon: no rule has this row',
      'wording: no wording for contact.phone',
    ])
  })

  it('and a category without words has none', () => {
    expect(
      words.wording('link.video', submissionSchema.parse({ marketplace: 'sample', text: '' })),
    ).toBeUndefined()
  })
})

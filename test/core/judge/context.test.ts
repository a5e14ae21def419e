/** Where a context looks, seen from a detection: each scope on a text of its own, and how clauses work together. */
import { describe, expect, test } from 'vitest'
import type { RawSubmission } from '../../../src/core/contract/submission.ts'
import {
  type ContextSpec,
  contextSpecSchema,
  holds,
  mayHold,
  SCOPES,
} from '../../../src/core/judge/context.ts'
import { parseMarked } from '../../../src/packs/check-examples.ts'
import { readingBy } from '../../support/reading.ts'

type Clause = Partial<ContextSpec[number]>

/** Whether the context `it` holds for the words between [[ and ]]. */
const holdsAt = (
  marked: string,
  contexts: Readonly<Record<string, readonly Clause[]>>,
  submission: Partial<RawSubmission> = {},
  proposed: readonly string[] = [],
): boolean => {
  const { text, spans } = parseMarked(marked)
  const authored = Object.entries(contexts).map(([name, clauses]) => [name, contextSpecSchema.parse(clauses)])
  const { language, document, situation } = readingBy({ contexts: Object.fromEntries(authored) })
  const candidate = {
    span: spans[0]!,
    document: document(text),
    situation: situation({ ...submission, text }, () => new Set(proposed)),
  }
  return holds('it', candidate, language.contexts)
}

const history = (role: 'seller' | 'buyer', text: string) => ({
  role: 'seller' as const,
  history: [{ role, text }],
})

/** Scope → a text where 禁止 is found in it, and the same with 禁止 elsewhere. */
const PLACES: Readonly<
  Record<
    string,
    readonly [inside: string, outside: string, in_?: Partial<RawSubmission>, out?: Partial<RawSubmission>]
  >
> = {
  at: ['[[LINE]]禁止です', '[[LINE]]は禁止です'],
  upto: ['禁止[[LINE]]です', '禁止の[[LINE]]です'],
  after: ['[[LINE]]は今は禁止です', '禁止の[[LINE]]です。禁止です。'],
  before: ['今は禁止の[[LINE]]です', '禁止です。[[LINE]]は禁止です'],
  inside: ['[[LINE禁止]]です', '[[LINE]]禁止です'],
  from: ['[[LINE禁止]]です', '禁止の[[LINE]]です'],
  clause: ['[[LINE]]は禁止なので、電話です', '[[LINE]]が便利なので、電話は禁止です'],
  predicate: ['[[LINE]]は禁止なので、電話です', '禁止の[[LINE]]が便利なので、電話は禁止です'],
  later: ['[[LINE]]が便利なので、電話は禁止です', '[[LINE]]は禁止なので、電話です'],
  sentence: ['禁止です、[[LINE]]は', '禁止です。[[LINE]]です。'],
  next: ['[[LINE]]です。禁止です。', '禁止です。[[LINE]]は禁止です。はい。'],
  previous: ['禁止です。[[LINE]]です。', '[[LINE]]は禁止です。禁止です。'],
  passage: ['禁止です。[[LINE]]です。', '禁止です。はい。[[LINE]]です。'],
  above: ['禁止です。はい。[[LINE]]です。', '[[LINE]]は禁止です。'],
  text: ['[[LINE]]です。はい。はい。禁止です。', '[[LINE]]です。'],
  quotation: ['「[[LINE]]は禁止」と言われました', '「[[LINE]]」は禁止です'],
  'behind-quotation': ['「[[LINE]]です」禁止です', '「[[LINE]]は禁止」です'],
  heading: ['■禁止のこと\n・[[LINE]]', '■できること\n・[[LINE]]は禁止'],
  answer: ['Q. [[LINE]]は使えますか?\nA. 禁止です。', 'Q. [[LINE]]は禁止ですか?\nA. いいえ。'],
  asked: [
    '[[LINE]]です',
    '[[LINE]]は禁止です',
    history('buyer', '禁止ですか'),
    history('seller', '禁止です'),
  ],
  earlier: [
    '[[LINE]]です',
    '[[LINE]]は禁止です',
    history('seller', '禁止です'),
    history('buyer', '禁止ですか'),
  ],
  category: ['[[LINE]]です', '[[LINE]]は禁止です', { jobTitle: '禁止のこと' }, { jobTitle: 'ロゴ' }],
}

describe('scopes', () => {
  test('all have a text here', () => {
    expect(Object.keys(PLACES).sort()).toEqual([...SCOPES].sort())
  })

  test.each(Object.entries(PLACES))('%s', (scope, [inside, outside, submission, other]) => {
    const contexts = { it: [{ scope, any: ['禁止'] } as Clause] }
    expect(holdsAt(inside, contexts, submission)).toBe(true)
    expect(holdsAt(outside, contexts, other)).toBe(false)
  })
})

describe('clauses', () => {
  const forbidden: Clause = { any: ['禁止'] }
  test('one is enough', () => {
    expect(holdsAt('[[LINE]]は禁止', { it: [{ any: ['不可'] }, forbidden] })).toBe(true)
    expect(holdsAt('[[LINE]]は可', { it: [{ any: ['不可'] }, forbidden] })).toBe(false)
  })

  test('with others that must hold, and must not', () => {
    const asked: readonly Clause[] = [{ any: ['\\?'] }]
    expect(holdsAt('[[LINE]]は禁止?', { it: [{ ...forbidden, with: ['asked'] }], asked })).toBe(true)
    expect(holdsAt('[[LINE]]は禁止', { it: [{ ...forbidden, with: ['asked'] }], asked })).toBe(false)
    expect(holdsAt('[[LINE]]は禁止?', { it: [{ ...forbidden, without: ['asked'] }], asked })).toBe(false)
  })

  test('only where they say', () => {
    const contexts = { it: [{ ...forbidden, where: { channel: ['proposal'] } } as Clause] }
    expect(holdsAt('[[LINE]]は禁止', contexts, { channel: 'proposal' })).toBe(true)
    expect(holdsAt('[[LINE]]は禁止', contexts, { channel: 'talkroom' })).toBe(false)
  })

  test('only what was proposed, by the side that they name', () => {
    const contexts = { it: [{ scope: 'asked', proposed: ['contact.messenger'] } as Clause] }
    expect(holdsAt('[[はい]]', contexts, history('buyer', 'LINEで?'), ['contact.messenger'])).toBe(true)
    expect(holdsAt('[[はい]]', contexts, history('buyer', 'LINEで?'), ['contact.phone'])).toBe(false)
    expect(holdsAt('[[はい]]', contexts, history('seller', 'LINEで?'), ['contact.messenger'])).toBe(false)
  })

  test('in a message of the history, at a place where other contexts agree', () => {
    const refused: readonly Clause[] = [{ scope: 'after', any: ['できません'] }]
    const contexts = { it: [{ scope: 'asked', any: ['LINE'], unless: ['refused'] } as Clause], refused }
    expect(holdsAt('[[はい]]', contexts, history('buyer', 'LINEで話せます'))).toBe(true)
    expect(holdsAt('[[はい]]', contexts, history('buyer', 'LINEではできません'))).toBe(false)
  })
})

test('a name that nobody has never holds; what looks into a history may hold only with one', () => {
  expect(holdsAt('[[LINE]]', {})).toBe(false)
  const { language, situation } = readingBy({
    contexts: { it: contextSpecSchema.parse([{ scope: 'asked', any: ['禁止'] }]) },
  })
  expect(mayHold('it', situation(), language.contexts)).toBe(false)
  expect(mayHold('it', situation(history('buyer', 'はい')), language.contexts)).toBe(true)
})

/** Kinds that ask what was said: statements, answers, how the writer speaks to somebody. */
import { describe, expect, test } from 'vitest'
import { acceptanceKind } from '../../../../src/core/judge/kinds/acceptance.ts'
import { DETECTOR_KINDS } from '../../../../src/core/judge/kinds/index.ts'
import { speechKind } from '../../../../src/core/judge/kinds/speech.ts'
import { describeFrame, gradeOf, statementKind } from '../../../../src/core/judge/kinds/statement.ts'
import type { Weights } from '../../../../src/core/judge/weights.ts'
import { slice } from '../../../../src/core/text/span.ts'
import { runOf } from '../../../support/reading.ts'

describe('grades', () => {
  const weights = { thresholds: { certain: 4, read: 1, likely: 3, possible: 2, doubt: 0 } } as Weights
  test.each([
    [4, true, 'certain'],
    [4, false, 'likely'],
    [1, true, 'likely'],
    [1, false, 'doubt'],
    [2, false, 'possible'],
    [0.9, true, 'doubt'],
    [-1, true, undefined],
  ])('%d, read: %s → %s', (score, isRead, grade) => {
    expect(gradeOf(score, weights, isRead, weights.thresholds.certain)).toBe(grade)
  })

  test('what a category is never certain of is likely', () => {
    expect(gradeOf(9, weights, true)).toBe('likely')
  })
})

describe('statement', () => {
  const language = { acts: { talk: ['話す'] }, nouns: {} }
  const frame = { act: ['talk'], by: ['で'], force: ['ask', 'invite'] }
  const run = runOf(
    statementKind,
    { about: { nouns: ['@messenger'], acts: ['talk'] }, when: [frame] },
    language,
  )

  test('a line is described as an author finds it again', () => {
    expect(describeFrame({ act: ['talk'], by: ['で'], force: ['ask', 'invite'] } as never)).toBe(
      'act: talk, by: で, force: ask|invite',
    )
  })

  test('what a frame reads is read, by its line; what speaks against it is named', () => {
    const [read] = run.weighed('詳しくはLINEで話しませんか')
    expect(read).toMatchObject({ isRead: true, line: 'act: talk, by: で, force: ask|invite', excuses: [] })
    expect(read?.evidence).toEqual(expect.arrayContaining(['framed', 'read', 'contact.messenger|read']))
    for (const { isRead } of run.weighed('LINEでは話しません')) expect(isRead).toBe(false)
  })

  test('nothing is weighed where nothing stands that the category is about', () => {
    expect(run.weighed('ロゴを2案お送りします。')).toEqual([])
  })

  test('a class that no dictionary has is told', () => {
    expect(() => runOf(statementKind, { about: { acts: ['tlak'] } }, language)).toThrow('unknown class tlak')
  })
})

describe('acceptance', () => {
  const phrases = { bye: ['^よろしくお願いします$'], hello: ['^こんにちは$'] }
  const run = runOf(acceptanceKind, { closes: 'bye', greets: 'hello' }, { phrases })
  const proposed = () => new Set(['contact.messenger'])
  const answer = {
    role: 'seller' as const,
    history: [{ role: 'buyer' as const, text: 'LINEで話しませんか' }],
  }
  const weighed = (text: string, findProposals: () => ReadonlySet<string> = proposed) =>
    run
      .weighed(text, answer, findProposals)
      .map(({ evidence }) => evidence.filter((one) => one.startsWith('accept|at')))

  test('each sentence of the answer, but for the lines that answer nothing', () => {
    expect(weighed('こんにちは!そうしましょう。明日送ります。よろしくお願いします。')).toEqual([
      ['accept|at:middle'],
      ['accept|at:last'],
    ])
  })

  test('a closing line where nothing else is said, and never a greeting', () => {
    expect(weighed('よろしくお願いします。').length).toBe(1)
    expect(weighed('こんにちは。')).toEqual([])
  })

  test('nothing without a proposal, and nothing that has no letters', () => {
    expect(weighed('そうしましょう。', () => new Set())).toEqual([])
    expect(weighed('!!')).toEqual([])
  })

  test('the place is that of the statement', () => {
    const text = '了解です。そうしましょう。'
    expect(run.weighed(text, answer, proposed).map(({ span }) => slice(text, span).length > 0)).toEqual([
      true,
      true,
    ])
  })
})

describe('speech', () => {
  const language = { words: { sue: ['訴える'] }, phrases: { soon: ['今すぐ'] } }
  const run = runOf(speechKind, { any: [{ does: ['sue'], positive: true }] }, language)
  test('an act of the writer, its condition with it', () => {
    expect(run.words('届かなければ訴えます。')).toEqual(['届かなければ訴えます'])
    expect(run.words('訴えません。')).toEqual([])
    expect(run.words('届きました。')).toEqual([])
  })

  test('a pattern, where the order of the words is the meaning', () => {
    expect(
      runOf(speechKind, { any: [{ say: '{soon}返せ', ink: 'words' }] }, language).words('今すぐ返せ。'),
    ).toEqual(['今すぐ返せ'])
  })
})

test('each kind stands under its own name', () => {
  for (const [name, { kind }] of DETECTOR_KINDS) expect(kind).toBe(name)
})

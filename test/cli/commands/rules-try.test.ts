/** `rules try` and `explain` over the rules of the repository, and over those with one line more. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../../src/cli/io.ts'
import type { TriedPlace } from '../../../src/core/lint/try-rules.ts'
import { testLinter, testLoader } from '../../support/linter.ts'
import { runWith } from '../memory-io.ts'

const loader = testLoader()
const built = testLinter()
const loadEngine = async (rules?: string): Promise<Engine> => ({
  linter: rules === undefined ? built : loader.fromRules(rules).linter,
  threadFacts: loader.threadFacts,
})

const sekisho = (...argv: string[]) => runWith(argv, {}, { loadEngine })

const tryJson = async (...argv: string[]): Promise<{ places: TriedPlace[]; findings: { rule: string }[] }> =>
  JSON.parse((await sekisho('rules', 'try', ...argv, '--json')).stdout)

describe('rules try', () => {
  test('says what was weighed, why, and what it comes to', async () => {
    const { code, stdout } = await sekisho(
      'rules',
      'try',
      '😀ＬＩＮＥで話しませんか',
      '--rule',
      'no-messenger-proposal',
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^「ＬＩＮＥで話しませんか」 common-contact\/no-messenger-proposal \(contact\.messenger\)$/m,
    )
    expect(stdout).toMatch(
      /^ {2}statement: .*\{talk\} で:line \(@messenger.*\), both → reader, invite\+, now, own$/m,
    )
    expect(stdout).toMatch(/^ {2}line: {6}act: .*talk.*, by: で$/m)
    expect(stdout).toMatch(/^ {2}excuses: {3}-$/m)
    expect(stdout).toMatch(/^ {2}for: {7}\S.* \+\d/m)
    expect(stdout).toMatch(/^ {2}log-odds: {2}\+\d+\.\d\d$/m)
    expect(stdout).toMatch(/^ {2}comes to: {2}certain$/m)
    expect(stdout).toMatch(
      /^the report:\n {2}block 「ＬＩＮＥで話しませんか」 common-contact\/no-messenger-proposal/m,
    )
  })

  test('names the excuse of what is excused', async () => {
    const { places, findings } = await tryJson(
      'LINEでのやり取りはしておりません。',
      '--rule',
      'no-messenger-proposal',
    )
    expect(places).toHaveLength(1)
    expect(places[0]).toMatchObject({
      excuses: expect.arrayContaining(['refusal']),
      statement: { positive: false },
    })
    expect(['doubt', 'nothing']).toContain(places[0]!.comesTo)
    expect(findings).toEqual([])
  })

  test('adds up: nothing that supports is below zero, nothing that opposes above, the heaviest first', async () => {
    const { places } = await tryJson('明日LINEで話しませんか。')
    expect(places.length).toBeGreaterThan(0)
    for (const { supports, opposes } of places) {
      const weights = [...supports, ...opposes].map(([, weight]) => weight)
      expect(weights.length).toBeGreaterThan(0)
      expect(supports.map(([, weight]) => weight)).toEqual(
        weights.filter((one) => one > 0).sort((a, b) => b - a),
      )
      expect(opposes.map(([, weight]) => weight)).toEqual(
        weights.filter((one) => one < 0).sort((a, b) => a - b),
      )
    }
  })

  test('weighs an answer by what the other side asked', async () => {
    const asked = ['--asked', 'LINEで話しませんか?', '--role', 'seller', '-c', 'talkroom']
    const alone = await tryJson('はい、追加しました。', '--rule', 'accepts-messenger')
    const answer = await tryJson('はい、追加しました。', '--rule', 'accepts-messenger', ...asked)
    expect(alone.places).toEqual([])
    expect(answer.places.map(({ rule }) => rule)).toEqual(['common-acceptance/accepts-messenger'])
  })

  test('an innocent text', async () => {
    expect(await sekisho('rules', 'try', 'ありがとうございます。')).toMatchObject({
      code: 0,
      stdout: 'no rule weighs anything here\n\nthe report: no finding\n',
    })
  })

  test.each([
    [['--rule', 'no-such-rule'], /there is no rule 'no-such-rule'/],
    [['-m', 'nowhere'], /unknown marketplace 'nowhere'; known: .*coconala/],
  ])('refuses %s', async (options, says) => {
    const { code, stderr } = await sekisho('rules', 'try', 'あ', ...options)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(says) })
  })
})

describe('one line in a dictionary', () => {
  const root = path.resolve(import.meta.dirname, '../../..')
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sekisho-'))
    for (const part of ['rules', 'dictionaries'])
      cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
    const file = path.join(folder, 'dictionaries/acts/contact.yaml')
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('\nsession: [')
    writeFileSync(file, text.replace('\nsession: [', '\nsession: [盤を囲む, '))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const go = ['別のサイトで盤を囲みませんか', '--rule', 'no-direct-deal']

  test('without it no line reads what is proposed', async () => {
    const { places } = await tryJson(...go)
    expect(places.map(({ line, statement }) => ({ line, acts: statement?.acts }))).toEqual([
      { line: undefined, acts: [] },
    ])
    expect(places[0]!.comesTo).not.toBe('certain')
  })

  test('with it the rule reads it, and it weighs more', async () => {
    const [without] = (await tryJson(...go)).places
    const { places } = await tryJson(...go, '--rules', folder)
    expect(places).toMatchObject([
      {
        excerpt: '別のサイトで盤を囲みませんか',
        line: 'act: session, by: で, of: other-site',
        excuses: [],
        statement: { predicate: '盤を囲む', acts: ['session'], who: 'both', with: 'reader', force: 'invite' },
      },
    ])
    expect(places[0]!.comesTo).not.toBe('nothing')
    expect(places[0]!.score).toBeGreaterThan(without!.score)
  })
})

describe('explain --text', () => {
  test('shows services, data and what each sentence says', async () => {
    const { code, stdout } = await sekisho(
      'explain',
      '--text',
      'LINEで話しませんか。a@example.jpへ資料をお送りください。',
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(/^services\n.*\n.*\nLINE +LINE +messenger/m)
    expect(stdout).toMatch(/^data\n.*\n.*\na@example\.jp +email +/m)
    expect(stdout).toMatch(/^statements\nwords +predicate +acts +slots +who → with +force +time +frame$/m)
    expect(stdout).toMatch(/^LINEで話しませんか .* talk .* both → reader +invite\+ +now +own$/m)
    expect(stdout).toMatch(/ 送る +send .*を:資料.* reader → writer +ask\+ +now +own$/m)
  })

  test.each([[[]], [['no-direct-deal', '--text', 'あ']]])('wants a rule or a text: %s', async (argv) => {
    expect(await sekisho('explain', ...argv)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--text'),
    })
  })
})

describe('explain', () => {
  test('says what each marketplace makes of a fact about whole talkrooms', async () => {
    const { code, stdout } = await sekisho('explain', 'thread/late-first-contact')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^thread\/late-first-contact\n区分: thread\.late_first_contact\n/)
    expect(stdout).toMatch(/ココナラ\n {2}購入から48時間を過ぎて/)
    expect(stdout).toMatch(/ランサーズ\n {2}取引が始まってから48時間を過ぎて/)
  })

  test('and does not know one that no pack speaks of', async () => {
    const { code, stderr } = await sekisho('explain', 'thread/nothing')
    expect([code, stderr]).toEqual([2, expect.stringContaining("there is no rule 'thread/nothing'")])
  })
})

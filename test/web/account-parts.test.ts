import { describe, expect, test } from 'vitest'
import { partsOf, wholePath } from '../../src/web/client/account-parts.ts'
import { joinAnswers, type PartAnswer } from '../../src/web/client/join-answers.ts'

const documentsOf = (name: string, value: unknown) =>
  partsOf(name, typeof value === 'string' ? value : JSON.stringify(value), 'coconala').parts.map(
    ({ body }) => body.document ?? body.thread,
  )

describe('parts of an account', () => {
  test('nothing of the file is left out, whatever its keys', () => {
    const items = Array.from({ length: 11 }, (_, index) => ({ タイトル: String(index) }))
    expect(
      documentsOf('a.json', {
        マーケット: 'lancers',
        作品: items,
        portofolio: [{ title: 'あ' }],
        動画: [{ id: 'dQw4w9WgXcQ', title: 'い' }, { url: 'https://lin.ee/x' }],
      }),
    ).toEqual([
      { マーケット: 'lancers', portofolio: [{ title: 'あ' }], 動画: [null, { url: 'https://lin.ee/x' }] },
      { マーケット: 'lancers', 作品: items.slice(0, 10), 動画: [null, null] },
      { マーケット: 'lancers', 作品: items.slice(10), 動画: [null, null] },
    ])
    expect(wholePath('作品[0].タイトル', { 作品: 10 })).toBe('作品[10].タイトル')
  })

  test('a talkroom and an item are told by their keys, in either language', () => {
    expect(partsOf('a.json', '{"メッセージ":[{"本文":"あ"}]}', 'coconala').parts[0]?.path).toBe(
      '/v1/lint/thread',
    )
    expect(documentsOf('a.json', { 作品名: 'あ' })).toEqual([{ portfolio: [{ 作品名: 'あ' }] }])
  })

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR alone', '\r'],
  ])('a table with %s has its rows', (_, ending) => {
    expect(documentsOf('a.csv', ['タイトル;説明', 'あ;い', 'う;え'].join(ending))).toEqual([
      {
        portfolio: [
          { title: 'あ', description: 'い' },
          { title: 'う', description: 'え' },
        ],
      },
    ])
  })

  test('without a header the first row is text too', () => {
    expect(documentsOf('a.txt', 'LINEで話しませんか\nはい')).toEqual([
      { portfolio: [{ tags: ['LINEで話しませんか'] }, { tags: ['はい'] }] },
    ])
  })
})

describe('the report of all parts', () => {
  const part = { path: '/v1/lint/document', body: {}, units: 1, offsets: {} } as const
  const answer = (fields: number, code?: string): PartAnswer => ({
    verdict: code === undefined ? 'allow' : 'review',
    fields,
    findings: [],
    incomplete: code === undefined ? [] : [{ path: '', code, detail: '' }],
    notLookedAt: [],
    unknown: [],
  })
  const join = (...answers: PartAnswer[]) =>
    joinAnswers(
      answers.map((one) => ({ part, answer: one })),
      false,
    )

  test('over no fields is not clean', () => {
    expect(join(answer(0, 'nothing-to-read'), answer(0, 'nothing-to-read'))).toMatchObject({
      verdict: 'review',
      fields: 0,
      incomplete: [{ code: 'nothing-to-read' }],
    })
    expect(join()).toMatchObject({ verdict: 'review' })
  })

  test('does not hold one part’s lack of text against the others', () => {
    expect(join(answer(0, 'nothing-to-read'), answer(2))).toMatchObject({ verdict: 'allow', incomplete: [] })
    expect(join(answer(0, 'not-readable'), answer(2))).toMatchObject({ verdict: 'review' })
  })
})

test.each(['null', '1', '"LINEで話しませんか"', '[]', '{}', ' null\n'])(
  'JSON that is no export, %s, is refused',
  (text) => {
    expect(() => partsOf('a.json', text, 'coconala')).toThrow('account.no-texts')
  },
)

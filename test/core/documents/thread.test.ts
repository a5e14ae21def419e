import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { formatPath } from '../../../src/core/documents/document.ts'
import { expandThread } from '../../../src/core/documents/expand-thread.ts'
import { createThreadFacts } from '../../../src/core/documents/thread-facts.ts'
import { threadLexiconSchema } from '../../../src/core/documents/thread-lexicon.ts'
import { packSpecSchema } from '../../../src/core/rules/rule-spec.ts'
import { threadPolicyOf, threadSpecSchema } from '../../../src/core/rules/thread-policy.ts'

const lexicon = threadLexiconSchema.parse(parse(readFileSync('dictionaries/talkroom.yaml', 'utf8')))
const common = packSpecSchema.parse(parse(readFileSync('rules/common-deals.yaml', 'utf8')))
/** A marketplace with nothing of its own to say, and one that has. */
const packOf = (id: string, thread: object, uses = common.id) =>
  packSpecSchema.parse({
    kind: 'marketplace',
    id,
    version: '1',
    title: id,
    uses: [uses],
    columns: [{ name: 'all' }],
    actions: {},
    wording: {},
    thread,
  })
const threadFacts = createThreadFacts(lexicon, [
  common,
  packOf('coconala', {}),
  packOf('strict', {
    late_first_contact: { hours: 12, action: 'block', says: '{hours}時間を過ぎました。' },
    delivery_without_consent: { action: 'off' },
  }),
  packOf('silent', {}, 'another'),
])

/** `2 s 完成しました` is the seller's message two days after the purchase; `D` is the formal delivery. */
const talkroom = (lines: string[], more: object = {}) => ({
  marketplace: 'coconala',
  purchasedAt: '2026-06-01T09:00:00+09:00',
  buyer: { name: '藤井' },
  seller: { name: '真鍋' },
  messages: lines.map((line, index) => {
    const [, days, who, text] = /^(-?[\d.]+) ([sbD]) (.*)$/.exec(line)!
    return {
      id: `m${index}`,
      role: who === 'b' ? 'buyer' : 'seller',
      sentAt: new Date(Date.parse('2026-06-01T00:00:00Z') + Number(days) * 86_400_000).toISOString(),
      ...(who === 'D' ? { channel: 'delivery' } : {}),
      text,
      attachments: [],
    }
  }),
  ...more,
})

const GREETING = '0.1 s ご購入ありがとうございます。ラフを3日にお送りします。'
const FACTS: [sentence: string, lines: string[], facts: string[]][] = [
  [
    'a deal in good order shows nothing',
    [
      GREETING,
      '1 s 完成しました。納品してよろしいでしょうか?',
      '1.1 b はい、お願いします。',
      '1.2 D 納品いたします。',
    ],
    [],
  ],
  [
    'a first message after 48 hours is late',
    ['2.1 s ご購入ありがとうございます。'],
    ['late_first_contact m0'],
  ],
  ['48 hours on the dot are in time', ['2 s ご購入ありがとうございます。'], []],
  [
    'a message before the purchase is no first contact',
    ['-1 s ご相談ありがとうございます。', '3 s はじめます。'],
    ['late_first_contact m1'],
  ],
  [
    'a seller who never writes is late once somebody shows it',
    ['0.5 b よろしくお願いします。', '2.5 b いらっしゃいますか?'],
    ['late_first_contact m1'],
  ],
  ['a seller who has not written yet is not late', ['0.5 b よろしくお願いします。'], []],
  [
    'more than seven days between the seller’s messages',
    [GREETING, '7.2 s 進めています。'],
    ['no_progress_report m0 m1'],
  ],
  ['seven days on the dot are in time', ['0 s よろしくお願いします。', '7 s 進めています。'], []],
  [
    'silence counts even when it is the buyer’s turn',
    [GREETING, '1 b 来週お返事します。', '9 b 遅くなりました。', '9.1 s ありがとうございます。'],
    ['no_progress_report m0 m3'],
  ],
  [
    'silence before the delivery counts, after it not',
    [GREETING, '1 b もう納品してください。', '8 D 納品です。', '20 s お元気ですか。'],
    ['no_progress_report m0 m2'],
  ],
  ['a delivery out of the blue', [GREETING, '2 D 納品いたします。'], ['delivery_without_consent m1']],
  [
    'an answer to something else is no go-ahead',
    [GREETING, '1 s ラフです。進めてよろしいでしょうか?', '1.1 b ラフはOKです。', '2 D 納品です。'],
    ['delivery_without_consent m3'],
  ],
  [
    'a go-ahead in the buyer’s own words',
    [GREETING, '2 b とても良いです。このまま納品してください。', '2.1 D 納品です。'],
    [],
  ],
  [
    'approval of the finished work is a go-ahead',
    [GREETING, '2 s 完成しました。ご確認ください。', '2.1 b 問題ありません!', '2.2 D 納品です。'],
    [],
  ],
  [
    'approval with a wish is none',
    [
      GREETING,
      '2 s 完成しました。ご確認ください。',
      '2.1 b 良いですが、色の変更をお願いします。',
      '2.2 D 納品です。',
    ],
    ['delivery_without_consent m3'],
  ],
  [
    'a wish that was met and approved',
    [
      GREETING,
      '2 s 完成しました。',
      '2.1 b ここの修正をお願いします。',
      '2.2 s 修正しました。',
      '2.3 b OKです。',
      '2.4 D 納品です。',
    ],
    [],
  ],
  [
    'a second delivery wants a second go-ahead',
    [
      GREETING,
      '2 s 納品してよろしいでしょうか。',
      '2.1 b お願いします。納品してください。',
      '2.2 D 納品です。',
      '2.5 b 一文字違っていました。',
      '2.6 D 納品です。',
    ],
    ['delivery_without_consent m5'],
  ],
  [
    'a polite hope for the delivery is no go-ahead',
    [GREETING, '0.2 b 納品までよろしくお願いします。', '2 D 納品です。'],
    ['delivery_without_consent m2'],
  ],
  [
    'two reminders within a day',
    [GREETING, '1 b 進捗はいかがでしょうか。', '1.5 b まだですか?'],
    ['repeated_nagging m1 m2'],
  ],
  [
    'two reminders with an answer between',
    [GREETING, '1 b 進捗はいかがでしょうか。', '1.2 s 明日お送りします。', '1.5 b まだですか?'],
    [],
  ],
  ['two reminders two days apart', [GREETING, '1 b 進捗はいかがでしょうか。', '3 b まだですか?'], []],
  [
    'the seller nags too',
    [GREETING, '1 s ご返信をお待ちしております。', '1.1 s その後いかがでしょうか。'],
    ['repeated_nagging m1 m2'],
  ],
  [
    'a file after a reminder is no second one',
    [GREETING, '1 b 進捗はいかがでしょうか。', '1.1 b 参考の画像をお送りします。'],
    [],
  ],
  ['messages that are out of order are put in order', ['2 s はじめます。', GREETING], []],
]

describe('threadFacts', () => {
  it.each(FACTS)('%s', (_, lines, expected) => {
    const facts = threadFacts(expandThread(talkroom(lines)))
    expect(
      facts.map(({ category, messages }) => `${category.replace('thread.', '')} ${messages.join(' ')}`),
    ).toEqual(expected)
  })
})

describe('a marketplace says for itself', () => {
  const of = (marketplace: string, lines: string[]) =>
    threadFacts({ ...expandThread(talkroom(lines)), marketplace }).map(
      ({ category, action, says }) => `${category.replace('thread.', '')} ${action} ${says}`,
    )

  it('after how long, with which action and in which words', () => {
    expect(of('strict', ['0.6 s はじめまして。'])).toEqual(['late_first_contact block 12時間を過ぎました。'])
    expect(of('coconala', ['0.6 s はじめまして。'])).toEqual([])
  })

  it('what it does not look for', () => {
    const lines = [GREETING, '1 D お納めします。']
    expect(of('strict', lines)).toEqual([])
    expect(of('coconala', lines)).toHaveLength(1)
  })

  it('and the rest as the packs that it uses say; what no pack speaks of is not looked for', () => {
    const lines = ['3 s はじめまして。']
    expect(of('coconala', lines)).toEqual([
      'late_first_contact warn 取引が始まってから48時間を過ぎて、受ける側の最初の連絡がありました。',
    ])
    expect(of('silent', lines)).toEqual([])
  })

  it.each([
    ['all that is needed', [{ action: 'warn', says: '一', why: '二', instead: '三', hours: 1 }], []],
    [
      'the rest',
      [
        { says: '一', why: '二', instead: '三' },
        { action: 'warn', hours: 1 },
      ],
      [],
    ],
    ['that it is not looked for', [{ action: 'off' }], []],
    ['no limit', [{ action: 'warn', says: '一', why: '二', instead: '三' }], ['no pack says hours']],
    ['only its words', [{ says: '一' }], ['no pack says action, why, instead, hours']],
  ])('a pack says %s', (_, said, faults) => {
    const specs = said.map((one) => threadSpecSchema.parse({ late_first_contact: one }))
    expect(threadPolicyOf(specs).faults).toEqual(
      faults.map((message) => ({ at: 'thread.late_first_contact', message })),
    )
  })
})

describe('expandThread', () => {
  const passagesOf = (raw: unknown) => [...expandThread(raw).passages]

  it('lints each message with those before it, and attachments’ names after their own message alone', () => {
    const raw = talkroom(['-1 b 相談です。', '0.1 s 一', '1 D 二'], {
      category: 'ロゴ',
      approvals: ['outside_contact'],
    })
    Object.assign(raw.messages[1]!, { attachments: [{ name: 'a.pdf' }] })
    expect(
      passagesOf(raw).map(
        ({ parts, submission: { channel, role, history, text, recipientName, senderName, id } }) => ({
          path: formatPath(parts[0]!.path),
          said: `${id} ${channel} ${role} ${senderName}→${recipientName} ${text} after ${history.map((one) => one.text).join(',')}`,
        }),
      ),
    ).toEqual([
      { path: 'messages[0].text', said: 'm0 message buyer 藤井→真鍋 相談です。 after ' },
      { path: 'messages[1].text', said: 'm1 talkroom seller 真鍋→藤井 一 after 相談です。' },
      {
        path: 'messages[1].attachments[0].name',
        said: 'm1 talkroom seller 真鍋→藤井 a.pdf after 一',
      },
      { path: 'messages[2].text', said: 'm2 delivery seller 真鍋→藤井 二 after 相談です。,一' },
    ])
    expect(passagesOf(raw)[1]?.submission).toMatchObject({ category: 'ロゴ', approvals: ['outside_contact'] })
  })

  it('begins the contract on Lancers when the escrow is paid', () => {
    const lines = ['0.1 s 一', '1 s 二']
    const phases = (more: object) =>
      passagesOf(talkroom(lines, { marketplace: 'lancers', ...more })).map(
        ({ submission }) => submission.phase,
      )
    expect(phases({ escrowPaidAt: '2026-06-02T08:00:00+09:00' })).toEqual(['before_contract', 'in_contract'])
    expect(phases({})).toEqual(['before_contract', 'before_contract'])
    expect(passagesOf(talkroom(lines))[0]?.submission.phase).toBeUndefined()
  })

  it('names what is wrong with a message and lints what it has', () => {
    const raw = talkroom(['0.1 s 一', '0.2 s 二', '0.3 s 三'])
    Object.assign(raw.messages[0]!, { role: 'owner', sentAt: '昨日' })
    Object.assign(raw.messages[1]!, { text: undefined })
    const { faults, passages, notLookedAt } = expandThread(raw)
    expect(faults.map(({ path }) => formatPath(path)).sort()).toEqual([
      'messages[0].role',
      'messages[0].sentAt',
      'messages[1].text',
    ])
    expect([...passages].map(({ submission }) => submission.text)).toEqual(['一', '三'])
    expect(notLookedAt).toMatchObject([{ path: ['messages', 0, 'sentAt'], code: 'no-time' }])
  })

  it('looks at text that stands under unknown keys or in no message, and knows Japanese ones', () => {
    const thread = expandThread({
      marketplace: 'coconala',
      購入日時: '2026-11-01T10:00:00+09:00',
      メッセージ: [
        { 役割: '購入者', 日時: '2026-11-01T11:00:00+09:00', 本文: 'あ', memo: 'い' },
        'う',
        { 役割: '出品者', 日時: '2026-11-01T12:00:00+09:00', 本文: 'え', 添付: ['お.png'] },
      ],
      note: { deep: ['か'] },
      seller: { name: 'き'.repeat(201) },
    })
    expect(
      [...thread.passages].map(
        ({ parts, submission: { role, text } }) => `${role} ${formatPath(parts[0]!.path)}: ${text}`,
      ),
    ).toEqual([
      'buyer メッセージ[0].本文: あ',
      'seller メッセージ[1]: う',
      'seller メッセージ[2].本文: え',
      'seller メッセージ[2].添付[0]: お.png',
      'buyer メッセージ[0].memo: い',
      'seller note.deep[0]: か',
    ])
    expect(thread.unknown.map(({ path }) => formatPath(path))).toEqual(['メッセージ[0].memo', 'note'])
    expect(thread.faults.map(({ path }) => formatPath(path))).toEqual(['メッセージ[1]', 'seller.name'])
  })

  it('without a text is never clean', () => {
    expect(expandThread({ marketplace: 'coconala', messages: [] }).faults).toMatchObject([
      { code: 'nothing-to-read' },
    ])
  })
})

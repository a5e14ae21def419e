/** Saved and pasted pages: what is the person's own comes out, what others wrote stays aside and is named. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { pageAt } from '../../src/sites/known-sites.ts'
import { type TakeOptions, takeHtmlApart, takeTextApart } from '../../src/sites/take-apart.ts'

const now = Date.parse('2026-11-30T12:00:00+09:00')
const page = (name: string, options: Partial<TakeOptions> = {}) =>
  takeHtmlApart(readFileSync(`test/fixtures/pages/${name}.html`, 'utf8'), { now, ...options })

describe('addresses', () => {
  test.each([
    ['https://coconala.com/services/123?ref=x', 'coconala', 'service', 'service', 'seller'],
    ['https://coconala.com/talkrooms/5', 'coconala', 'talkroom', 'talkroom', 'seller'],
    ['https://coconala.com/mypage/direct_message/8', 'coconala', 'direct-message', 'message', 'seller'],
    ['https://coconala.com/offers/add/12', 'coconala', 'proposal', 'proposal', 'seller'],
    ['https://coconala.com/requests/12', 'coconala', 'request', 'request', 'buyer'],
    ['https://crowdworks.jp/proposals/new?job_offer_id=1', 'crowdworks', 'proposal', 'proposal', 'seller'],
    ['https://crowdworks.jp/job_offers/new?ref=login_header', 'crowdworks', 'request', 'request', 'buyer'],
    [
      'https://www.lancers.jp/work/propose_start/1?proposeReferer=',
      'lancers',
      'proposal',
      'proposal',
      'seller',
    ],
    ['https://www.lancers.jp/work/create', 'lancers', 'request', 'request', 'buyer'],
    ['https://www.lancers.jp/profile/mizuki', 'lancers', 'profile', 'profile', 'seller'],
  ])('%s', (address, site, id, channel, role) => {
    const found = pageAt(address)
    expect([found?.site.site, found?.page?.id, found?.page?.channel, found?.page?.role]).toEqual([
      site,
      id,
      channel,
      role,
    ])
  })

  test.each(['https://example.com/services/1', 'https://notcoconala.com/services/1', 'no address'])(
    '%s is nobody’s',
    (address) => expect(pageAt(address)).toBeUndefined(),
  )
})

describe('saved pages', () => {
  test('a service: title, catchphrase, texts, options, questions with their answers', () => {
    const { aside, ...taken } = page('coconala-service')
    expect(taken).toEqual({
      kind: 'service',
      known: true,
      marketplace: 'coconala',
      address: 'https://coconala.com/services/1234567',
      title: 'SNS用のショート動画を編集します',
      shape: 'account',
      unclear: [],
      document: {
        marketplace: 'coconala',
        services: [
          {
            title: 'SNS用のショート動画を編集します',
            catchphrase: '最短翌日、修正も丁寧に対応します',
            body: 'YouTubeショートやリールの編集を承ります。\n制作の流れはご購入後にご説明します。\nお急ぎの方は LINEでご連絡ください。\n\n素材はトークルームでお送りください。',
            tags: ['字幕を付けます', 'サムネイルを作ります'],
            faq: [
              {
                q: 'LINEでやり取りできますか?',
                a: '規約により、やり取りはトークルームのみでお願いしております。',
              },
            ],
          },
        ],
      },
    })
    expect(aside.map(({ says }) => says)).toEqual(
      expect.arrayContaining([
        '「評価・感想」の下',
        '「この出品者の他のサービス」の下',
        'ページの枠(メニューなど)',
      ]),
    )
  })

  test('a talkroom: who writes, the years over New Year, the delivery, files, and where a link leads', () => {
    const taken = page('coconala-talkroom')
    expect(taken).toMatchObject({ kind: 'talkroom', known: true, shape: 'thread', unclear: [] })
    expect(taken.document).toEqual({
      marketplace: 'coconala',
      buyer: { name: '山田 はな' },
      messages: [
        {
          role: 'buyer',
          channel: 'talkroom',
          sentAt: '2025-12-31T20:56:00+09:00',
          text: 'はじめまして。よろしくお願いいたします。\n電話でお話しできますか?',
        },
        {
          role: 'seller',
          channel: 'talkroom',
          sentAt: '2026-01-02T09:12:00+09:00',
          text: '承知いたしました。090-1234-\n\n5678 です。資料はこちらです。\nhttps://lin.ee/abcdefg',
          attachments: [{ name: '見積書.pdf' }],
        },
        {
          role: 'seller',
          channel: 'delivery',
          sentAt: '2026-01-09T18:00:00+09:00',
          text: '納品いたします。',
        },
      ],
    })
  })

  test('a direct message names both: who is who has to be said', () => {
    const unclear = page('coconala-direct-message')
    expect(unclear).toMatchObject({ kind: 'message', unclear: ['山田 はな'] })
    expect(unclear.document).toMatchObject({ messages: [{ role: 'seller' }] })
    const clear = page('coconala-direct-message', { me: '山田はな', role: 'buyer' })
    expect(clear).toMatchObject({
      unclear: [],
      document: { messages: [{ role: 'buyer', channel: 'message' }] },
    })
  })

  test('a profile of which nobody knows the places: its own words by its structure', () => {
    const { document, aside } = page('coconala-profile')
    expect(document).toEqual({
      marketplace: 'coconala',
      profile: {
        displayName: '動画工房みずき',
        bio: '自己紹介\n企業様のPR動画を中心に制作しております。\nご依頼は mizuki.video@gmail.com まで。\n作品一覧\nhttps://lit.link/mizuki-video',
      },
    })
    expect(aside.map(({ says }) => says)).toContain('「評価・感想」の下')
  })

  test('a portfolio item: words in its pictures, and its video', () => {
    expect(page('coconala-portfolio').document).toEqual({
      marketplace: 'coconala',
      portfolio: [
        {
          title: 'カフェのPR動画',
          description: '店内の雰囲気が伝わるように編集しました。\n本編',
          images: [{ file: 'cafe_店内.png', alt: '店内。お問い合わせは LINE ID: mizuki_v まで' }],
          links: [{ url: 'https://youtu.be/Lm4nBvC8xZq', label: '本編' }],
        },
      ],
    })
  })

  test('a page of no known site is what the person says it is', () => {
    const html =
      '<title>x</title><body><h1>私の店</h1><p>説明です。</p><script>var a = "LINEで"</script></body>'
    expect(takeHtmlApart(html, { now, kind: 'blog', marketplace: 'lancers' })).toMatchObject({
      known: false,
      marketplace: 'lancers',
      document: { marketplace: 'lancers', blog: [{ title: '私の店', body: '説明です。' }] },
    })
  })

  test.each([
    ['nothing', ''],
    ['a bracket', '<'],
    ['half a tag', '<html'],
    ['two thousand divisions', '<body><div>'.repeat(2000)],
    ['NUL and half a character', '\u0000<p>\ud800</p>'],
  ])('never throws: %s', (_, html) => {
    expect(() => takeHtmlApart(html, { now })).not.toThrow()
    expect(() => takeTextApart(html, { now })).not.toThrow()
  })
})

describe('pasted text', () => {
  test('a service page: what others wrote ends at the next section of one’s own', () => {
    const text = [
      'ロゴを作ります',
      'サービス内容',
      'ロゴの制作を承ります。',
      '評価・感想',
      'LINEでも対応してくれました',
      'よくある質問',
      'Q. 修正はできますか',
    ].join('\n')
    const { document, aside } = takeTextApart(text, { now, marketplace: 'coconala' })
    expect(document).toEqual({
      marketplace: 'coconala',
      services: [
        {
          title: 'サービス内容',
          body: 'ロゴを作ります\nロゴの制作を承ります。\nよくある質問\nQ. 修正はできますか',
        },
      ],
    })
    expect(aside).toEqual([{ says: '「評価・感想」の下', characters: 20 }])
  })

  test('a talkroom: a name, a time, the words', () => {
    const text =
      '自分\n11月20日 20:56\n資料をお送りします。\n既読\n\n山田 はな\n11月21日 9:01\nありがとうございます。\n2行目です。\n'
    expect(takeTextApart(text, { now, marketplace: 'coconala' })).toMatchObject({
      kind: 'talkroom',
      shape: 'thread',
      unclear: [],
      document: {
        messages: [
          { role: 'seller', text: '資料をお送りします。', sentAt: '2026-11-20T20:56:00+09:00' },
          { role: 'buyer', text: 'ありがとうございます。\n2行目です。', sentAt: '2026-11-21T09:01:00+09:00' },
        ],
      },
    })
  })

  test('one date is no conversation', () => {
    expect(takeTextApart('お知らせ\n11月20日 20:56\n更新しました。', { now }).shape).toBe('account')
  })
})

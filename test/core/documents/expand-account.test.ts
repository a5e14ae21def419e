import { describe, expect, it } from 'vitest'
import { formatPath } from '../../../src/core/documents/document.ts'
import { expandAccount, expandPortfolioItem } from '../../../src/core/documents/expand-account.ts'

const fieldsOf = (raw: unknown, options: Parameters<typeof expandAccount>[1] = {}) =>
  expandAccount(raw, options).passages.map(
    ({ parts, submission, via }) =>
      `${submission.channel} ${parts.map(({ path }) => formatPath(path)).join(' + ')}${via ? ` via ${formatPath(via)}` : ''}: ${submission.text}`,
  )

const ACCOUNT = {
  marketplace: 'coconala',
  profile: {
    displayName: 'すずめ',
    catchphrase: 'こ',
    bio: 'ば',
    skills: ['s0', 's1'],
    career: ['c0'],
    accounts: { x: 'suzume', github: null },
  },
  services: [
    {
      id: 's',
      title: 'た',
      catchphrase: 'き',
      body: 'ほ',
      faq: [{ q: 'LINEでもできますか?', a: 'できません。' }, { q: '問' }],
      price: 5000,
      tags: ['t'],
    },
  ],
  portfolio: [
    {
      id: 'p',
      title: 'さ',
      description: '',
      tags: ['u'],
      year: 2024,
      client: 'k',
      images: [{ file: 'a.png', alt: 'x', caption: 'y' }],
      links: [{ url: 'https://youtu.be/dQw4w9WgXcQ', label: 'l' }],
    },
  ],
  blog: [{ id: 'b', title: 'ぶ', body: 'https://vimeo.com/76979871', links: [] }],
  links: [
    { id: 'dQw4w9WgXcQ', title: '動画', description: 'X @suzume', channel: 'すずめ', tags: ['#line'] },
    { id: '76979871', title: 'v', extractor: 'vimeo' },
  ],
}

describe('expandAccount', () => {
  it('lints every text in the channel in which it is read, and videos in that of the page that links them', () => {
    expect(fieldsOf(ACCOUNT)).toEqual([
      'profile profile.displayName: すずめ',
      'profile profile.catchphrase: こ',
      'profile profile.bio: ば',
      'profile profile.skills[0]: s0',
      'profile profile.skills[1]: s1',
      'profile profile.career[0]: c0',
      'profile profile.accounts.x: suzume',
      'service services[0].title: た',
      'service services[0].catchphrase: き',
      'service services[0].body: ほ',
      'service services[0].faq[0].q + services[0].faq[0].a: Q. LINEでもできますか?\nA. できません。',
      'service services[0].faq[1].q: Q. 問',
      'service services[0].price: 5000',
      'service services[0].tags[0]: t',
      'portfolio portfolio[0].title: さ',
      'portfolio portfolio[0].tags[0]: u',
      'portfolio portfolio[0].year: 2024',
      'portfolio portfolio[0].client: k',
      'portfolio portfolio[0].images[0].file: a.png',
      'portfolio portfolio[0].images[0].alt: x',
      'portfolio portfolio[0].images[0].caption: y',
      'portfolio portfolio[0].links[0].url: https://youtu.be/dQw4w9WgXcQ',
      'portfolio links[0].title via portfolio[0].links[0].url: 動画',
      'portfolio links[0].description via portfolio[0].links[0].url: X @suzume',
      'portfolio portfolio[0].links[0].label: l',
      'blog blog[0].title: ぶ',
      'blog blog[0].body: https://vimeo.com/76979871',
      'blog links[1].title via blog[0].body: v',
    ])
    expect(expandAccount(ACCOUNT).notLookedAt).toMatchObject([
      { path: ['blog', 0, 'body'], url: 'https://vimeo.com/76979871', code: 'no-description' },
    ])
  })

  it('reports a link that nobody has metadata of, and takes metadata from elsewhere', () => {
    const raw = { ...ACCOUNT, blog: [], links: [] }
    expect(expandAccount(raw).notLookedAt).toMatchObject([
      { path: ['portfolio', 0, 'links', 0, 'url'], code: 'no-metadata' },
    ])
    const elsewhere = {
      site: 'youtube',
      id: 'dQw4w9WgXcQ',
      title: { path: ['videos', 'x', 'title'], text: 'T' },
      description: { path: ['videos', 'x', 'description'], text: '' },
    } as const
    const options = { lookUpVideo: (key: string) => (key === 'youtube:dQw4w9WgXcQ' ? elsewhere : undefined) }
    expect(expandAccount(raw, options).notLookedAt).toEqual([])
    expect(fieldsOf(raw, options)).toContain('portfolio videos.x.title via portfolio[0].links[0].url: T')
  })

  it('takes responses of the YouTube Data API among the links', () => {
    const links = [
      {
        kind: 'youtube#videoListResponse',
        items: [{ id: 'dQw4w9WgXcQ', snippet: { title: 'あ', description: 'い' } }],
      },
    ]
    expect(fieldsOf({ ...ACCOUNT, links })).toEqual(
      expect.arrayContaining([
        'portfolio links[0].items[0].snippet.title via portfolio[0].links[0].url: あ',
        'portfolio links[0].items[0].snippet.description via portfolio[0].links[0].url: い',
      ]),
    )
  })

  it('names what is wrong and expands the rest, each in its own place', () => {
    const { faults, unknown, passages } = expandAccount({
      marketplace: 'coconala',
      profile: { bio: ['no'], catchphrase: 'ok', shoe: 1 },
      portfolio: [7, { title: 'さ', tags: [{}, 'ok'] }],
      services: 'none',
      rating: 4,
    })
    expect(passages.flatMap(({ parts }) => parts.map(({ path }) => formatPath(path)))).toEqual([
      'profile.catchphrase',
      'portfolio[1].title',
      'portfolio[1].tags[1]',
      'profile.bio[0]',
      'services',
    ])
    expect(faults.map(({ path }) => formatPath(path)).sort()).toEqual([
      'portfolio[0]',
      'portfolio[1].tags[0]',
      'profile.bio',
      'services',
    ])
    expect(unknown.map(({ path }) => formatPath(path)).sort()).toEqual(['profile.shoe', 'rating'])
  })

  it('looks at the texts of unknown keys as the page’s, and says what may have been meant', () => {
    const raw = {
      marketplace: 'coconala',
      portofolio: [{ title: 'あ' }],
      services: [{ title: 'い', bodyText: 'う', extra: { deep: ['え', 1, null, { x: 'お' }] } }],
      hello: 'か',
      links: [{ url: 'https://lin.ee/x' }, { id: 'dQw4w9WgXcQ', title: 'み' }],
      figures: { rate: '98%', note: 'く' },
    }
    Object.defineProperty(raw, '__proto__', { value: { x: 'き' }, enumerable: true })
    expect(fieldsOf(raw)).toEqual([
      'service services[0].title: い',
      'service services[0].bodyText: う',
      'service services[0].extra.deep[0]: え',
      'service services[0].extra.deep[3].x: お',
      'portfolio portofolio[0].title: あ',
      'profile hello: か',
      'profile __proto__.x: き',
      'profile links[0].url: https://lin.ee/x',
      'profile figures.note: く',
    ])
    expect(expandAccount(raw).unknown).toEqual([
      { path: ['services', 0, 'bodyText'], meant: 'body' },
      { path: ['services', 0, 'extra'] },
      { path: ['portofolio'], meant: 'portfolio' },
      { path: ['hello'] },
      { path: ['__proto__'] },
    ])
  })

  it('knows Japanese keys, plain values in place of objects and lists, and calls them as they are written', () => {
    const raw = {
      マーケット: 'lancers',
      自己紹介: 'あ',
      サービス: [{ タイトル: 'い', 本文: 'う', よくある質問: [{ 質問: 'え', 回答: 'お' }] }],
      作品: {
        作品名: 'か',
        タグ: 'き',
        画像: ['a.png', { ファイル名: 'b.png' }],
        ＵＲＬ: 'https://example.com/',
      },
    }
    expect(fieldsOf(raw)).toEqual([
      'profile 自己紹介: あ',
      'service サービス[0].タイトル: い',
      'service サービス[0].本文: う',
      'service サービス[0].よくある質問[0].質問 + サービス[0].よくある質問[0].回答: Q. え\nA. お',
      'portfolio 作品.作品名: か',
      'portfolio 作品.タグ: き',
      'portfolio 作品.画像[0]: a.png',
      'portfolio 作品.画像[1].ファイル名: b.png',
      'portfolio 作品.ＵＲＬ: https://example.com/',
    ])
    expect(expandAccount(raw)).toMatchObject({ faults: [], unknown: [] })
    expect(expandAccount(raw).passages[0]?.submission.marketplace).toBe('lancers')
  })

  it.each([
    ['an empty object', {}],
    ['only numbers', { figures: { rate: 1 }, rating: 5 }],
    ['blank texts', { profile: { bio: ' ' }, services: [{}] }],
  ])('%s holds nothing to read, and is never clean', (_, raw) => {
    expect(expandAccount(raw, { marketplace: 'coconala' })).toMatchObject({
      passages: [],
      faults: [{ path: [], code: 'nothing-to-read' }],
    })
  })

  it.each([
    ['null', null],
    ['a list', []],
    ['a text', 'x'],
  ])('%s is no account', (_, raw) => {
    expect(expandAccount(raw, { marketplace: 'coconala' })).toMatchObject({
      passages: [],
      faults: [{ path: [] }],
    })
  })

  it('needs a marketplace, its own before the given one', () => {
    expect(expandAccount({ profile: { bio: 'a' } }).faults).toMatchObject([{ path: ['marketplace'] }])
    const own = expandAccount({ marketplace: 'lancers', profile: { bio: 'a' } }, { marketplace: 'coconala' })
    expect(own.passages[0]?.submission.marketplace).toBe('lancers')
  })
})

describe('expandPortfolioItem', () => {
  it('has the paths of its own keys and its category as context', () => {
    const { passages } = expandPortfolioItem(
      { title: 'あ', category: 'ロゴ', images: [{ alt: 'x' }] },
      { marketplace: 'coconala' },
    )
    expect(passages.map(({ parts }) => formatPath(parts[0]!.path))).toEqual([
      'title',
      'category',
      'images[0].alt',
    ])
    expect(passages[0]?.submission).toMatchObject({ channel: 'portfolio', category: 'ロゴ' })
  })
})

import { describe, expect, it } from 'vitest'
import { type MarketplacePack, marketplacePackSchema } from '../../../src/core/rules/rule-spec.ts'
import { fakeLinter, runWith } from '../memory-io.ts'

const PACK: MarketplacePack = marketplacePackSchema.parse({
  kind: 'marketplace',
  id: 'coconala',
  version: '1',
  title: 'ココナラ',
  uses: ['x'],
  columns: [{ name: 'all' }],
  actions: {},
  wording: {},
  certifications: [
    {
      id: 'pro',
      title: '認定',
      source: { url: 'https://example.com/pro', read: '2026-01-01', says: '基準' },
      criteria: [
        { id: 'rate', title: '完了率', figure: 'rate', atLeast: 90, unit: 'percent' },
        { id: 'rank', title: '順位', period: '過去1年間', figure: 'rank', atMost: 200, unit: 'place' },
        { id: 'scouts', title: 'スカウト', figure: 'scouts', atLeast: 5, unit: 'times' },
        { id: 'profile', title: '自己紹介', filled: ['bio'] },
      ],
    },
  ],
})

const ACCOUNT = {
  marketplace: 'coconala',
  profile: { displayName: 'すずめ', bio: 'たぶん描けます。' },
  portfolio: [
    {
      title: '<猫>の時計',
      description: '了解しました',
      links: [{ url: 'https://youtu.be/dQw4w9WgXcQ' }, { url: 'https://vimeo.com/76979871' }],
    },
  ],
  links: [{ id: 'dQw4w9WgXcQ', title: 'できるまで', description: 'LINEで話しませんか。a@example.org' }],
  figures: { rate: 0.96, rank: 240 },
}

const run = (...more: string[]) =>
  runWith(
    ['audit', ...more, 'a.json'],
    { 'a.json': JSON.stringify(ACCOUNT) },
    {
      loadEngine: async () => ({
        linter: { ...fakeLinter(), packs: [{ spec: PACK, digest: '' }] },
        threadFacts: () => [],
      }),
    },
  )

describe('sekisho audit', () => {
  it('does not ask to take out what was sent', async () => {
    const room = {
      marketplace: 'coconala',
      messages: [
        { id: 'm1', role: 'seller', text: 'LINEで話しませんか' },
        { id: 'm2', role: 'seller', text: 'たぶん大丈夫です' },
      ],
    }
    const { stdout } = await runWith(['audit', 'room.json'], { 'room.json': JSON.stringify(room) })
    expect(stdout.split('\n').filter((line) => line.includes('□'))).toEqual([
      '  □ メッセージ1の本文の「LINEで話しませんか」は送信済みのため、やり取りをサービスの中に戻すことを相手に伝える',
      '  □ メッセージ2の本文の「たぶん」を、次からは言い換える',
      '  □ 購入日時を自分の目で確かめる',
      '  □ メッセージ1の送信日時を自分の目で確かめる',
    ])
  })

  it('says what will hold up a review, by weight, with what to do', async () => {
    const { code, stdout } = await run()
    expect(code).toBe(1)
    expect(stdout).toMatchInlineSnapshot(`
      "すずめ / coconala a.json
      審査や公開で止まるおそれの大きいところがあります。先に直してください。
      8か所を確かめました。不可 1件、要審査 1件、注意 1件、参考 1件、未確認 1件

      やること
        □ リンク先の動画1「できるまで」の説明文から「LINEで話しませんか」「a@example.org」を消すか(ほかの人の動画なら消してもらうか)、リンクを外す
        □ プロフィールの自己紹介の「たぶん」を言い換える
        □ ポートフォリオ1「<猫>の時計」のリンク2のURLのリンク先を自分の目で確かめる: https://vimeo.com/76979871
        □ 認定の基準を満たす: 順位

      直すところ(重い順)
        不可 リンク先の動画1「できるまで」の説明文 links[0].description
            リンク元 ポートフォリオ1「<猫>の時計」のリンク1のURL
            LINEで話しませんか。a@example.org
            ~~~~~~~~~~~~~~~~~~
            contact.messengerです。
            理由 理由です。
            代わりに 言い換えです。
        要審査 リンク先の動画1「できるまで」の説明文 links[0].description
            リンク元 ポートフォリオ1「<猫>の時計」のリンク1のURL
            LINEで話しませんか。a@example.org
                                ~~~~~~~~~~~~~
            contact.emailです。
            理由 理由です。
            代わりに 言い換えです。
        注意 プロフィールの自己紹介 profile.bio
            たぶん描けます。
            ~~~~~~
            tone.unsureです。
            理由 理由です。
            代わりに 言い換えです。

      参考
        参考 ポートフォリオ1「<猫>の時計」の説明文 portfolio[0].description
            了解しました
            ~~~~~~~~~~~~
            tone.business_misuseです。
            理由 理由です。
            代わりに 言い換えです。

      確かめていないところ
        ポートフォリオ1「<猫>の時計」のリンク2のURL portfolio[0].links[1].url
            動画の情報がないため、タイトルと説明文を確かめていません。
            https://vimeo.com/76979871

      認定の基準
        達成 完了率: 96% / 基準 90%以上
        未達 順位: 240位 / 基準 200位以内(過去1年間)
        不明 スカウト: 書き出しに記載がありません / 基準 5回以上
        達成 自己紹介: 入力済み / 基準 入力済み
        出典 https://example.com/pro (2026-01-01)
      "
    `)
  })

  it('writes the same as one page of HTML', async () => {
    const { files } = await run('--html', 'out/report.html')
    const page = String(files['out/report.html'])
    expect(page).toContain('ポートフォリオ1「&lt;猫&gt;の時計」のリンク1のURL')
    expect(page).toContain('<mark>LINEで話しませんか</mark>。a@example.org')
    expect(page.match(/<input type="checkbox">/g)).toHaveLength(4)
    expect(page).toContain('https://vimeo.com/76979871')
    expect(page).toContain('<td>順位</td><td>200位以内(過去1年間)</td><td>240位</td><td>未達</td>')
    expect(page).not.toMatch(/<script|<猫/)
  })

  it('has one card for what is said of several words of one place, and another for another place', async () => {
    const account = {
      marketplace: 'coconala',
      profile: { bio: 'たぶん描けます。たぶん速いです。', headline: 'たぶん' },
    }
    const { files } = await runWith(['audit', 'a.json', '--html', 'a.html'], {
      'a.json': JSON.stringify(account),
    })
    const cards = String(files['a.html']).split('<section class="card').slice(1)
    expect(cards.map((card) => card.match(/<mark>たぶん<\/mark>/g)?.length)).toEqual([2, 1])
  })

  it('calls an account with nothing in it clean, and one that could not be looked behind not', async () => {
    const audit = async (account: object) => {
      const { code, stdout } = await runWith(['audit', 'a.json'], { 'a.json': JSON.stringify(account) })
      return { code, said: stdout.split('\n')[1] }
    }
    const clean = { marketplace: 'coconala', profile: { bio: 'こんにちは' } }
    expect(await audit(clean)).toEqual({ code: 0, said: '止まりそうなところは見つかりませんでした。' })
    const linking = { ...clean, blog: [{ body: 'https://youtu.be/dQw4w9WgXcQ' }] }
    expect(await audit(linking)).toEqual({
      code: 1,
      said: '止まりそうなところは見つかりませんでしたが、確かめられなかったところがあります。',
    })
  })
})

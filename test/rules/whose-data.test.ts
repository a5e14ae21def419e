/**
 * Data that stand in the open and are no contact of the writer's: a thing's number, a specimen, an amount, the client's
 * data on their way into the work, pages of others, firms named like hosts, public lines; beside each an honest neighbour
 * that still fires.
 */
import { describe, expect, it } from 'vitest'
import { type RawSubmission, submissionSchema } from '../../src/core/contract/submission.ts'
import { testLinter } from '../support/linter.ts'

type Around = Partial<RawSubmission>

/** Rules of what is said to be certain, above a note and no matter of tone. */
const certain = (text: string, around: Around = {}): string[] =>
  testLinter()
    .lint(submissionSchema.parse({ marketplace: 'lancers', role: 'buyer', ...around, text }))
    .findings.flatMap(({ confidence, action, rule, category }) =>
      confidence === 'certain' && action !== 'note' && !category.startsWith('tone')
        ? [rule.slice(rule.indexOf('/') + 1)]
        : [],
    )
const asked = (text: string): Around => ({ phase: 'in_contract', history: [{ role: 'seller', text }] })
const inContract: Around = { phase: 'in_contract' }
const seller: Around = { role: 'seller' }

describe('a number that says itself to be a thing’s', () => {
  it.each([
    '銘板には「S/N 090-4471-8820」と刻印があります。',
    '裏ぶたに「090-4471-8820」と刻印があります。',
    '製造番号は090-4471-8820で、電話ではないです。',
    '0368114279 は管理番号です。',
    '「0783319046」は電話番号ではなく、労働保険番号の下10桁です。',
    '品番 0802-294-7713 の在庫が3、0802-294-7714 の在庫が0です。',
    'シリアルNo. 080-2214-9076 の個体です。',
  ])('%s', (text) => expect(certain(text, inContract)).toEqual([]))
  it.each([
    '製造番号は090-4471-8820です。こちらに電話してください。',
    '銘板の写真です。090-4471-8820 におかけください。',
    '090-4471-8820 です。電話ではなくショートメールでお願いします。',
  ])('fires: %s', (text) => expect(certain(text, inContract)).toContain('no-phone-number'))
})

describe('an address that only shows a shape', () => {
  it.each([
    'この正規表現は「あ@い.com」のような全角交じりを取りこぼします。',
    '「a@b.jp」が通ってしまいます。',
    'hoge@fuga.com を入れるとエラーになります。',
    '検証では xxx@yyy.com を使いました。',
    'foo@bar.com の形だけを許します。',
    '見本の宛先は taro@example.com のような、誰にも届かないものにしてください。',
  ])('%s', (text) => expect(certain(text)).toEqual([]))
  it.each([
    '正規表現の話は ai@mori-studio.com へどうぞ。',
    'taro@example.com へお送りください。',
    '原稿は user@mori-studio.jp まで。',
  ])('fires: %s', (text) => expect(certain(text)).toContain('no-email-address'))
})

describe('a sentence in Latin letters', () => {
  it.each([
    'Yosan wa 12man en, shimekiri wa 6 gatsu sue.',
    'Nouki wa 3kagetsu kurai desu.',
    'Moji wa 24pt de onegai shimasu.',
    'Ninzuu wa 15nin desu.',
    'Nagasa wa 30pun, BGM wa 2kai dake.',
    'Haba wa 120cm desu.',
    'Aラインのワンピースなら接ぎが二本入ります。',
  ])('%s', (text) => expect(certain(text)).toEqual([]))
  it.each(['Watashi no WA: kotori_88 desu.', 'WAは kotori_88 です。'])('fires: %s', (text) =>
    expect(certain(text)).toContain('no-messenger-account'),
  )
})

describe('data on their way into the work', () => {
  it.each<[string, string]>([
    ['takano@hinode-mfg.co.jp です。', 'フォームの通知先のアドレスをお知らせください。'],
    ['0949-28-6637 です。これで刷ってください。', 'パンフの裏表紙、連絡先はどれを使いますか?'],
    [
      '「コテツ 0595-82-6613」。ハイフンは肉球の形にできますか?',
      '迷子札に入れる文字と番号をお知らせください。',
    ],
    ['豆腐屋のほうは @hibino_tofu です。', '運用するアカウントを教えていただけますか?'],
    ['052-918-4477 で合っています。', '名刺に載せる電話番号をご確認ください。'],
    ['yoyaku@kagurazaka-seitai.jp へ。', '予約フォームの通知先はどのアドレスにいたしましょう。'],
  ])('%s answers %s', (text, question) => expect(certain(text, asked(question))).toEqual([]))
  it.each([
    '0944-53-8172 に差し替えてください。',
    'アイコンのリンク先は当店の @owari_kasho でお願いします。',
    '会社概要の欄ですが、代表電話 06-6371-4402、メール info@tsurumi-kanagu.co.jp で掲載をお願いします。',
    '名刺の裏面、英語表記をお願いします。\nMihara Dental Clinic\n+81-48-255-6031\nsmile@mihara-dc.jp',
    '運用対象は X の @sugi_bldg_pr です。',
    '変更前の info@kawabe-gakki.co.jp に確認メールが飛んでしまいます。',
    '封筒の差出人欄、番号を間違えていました。正しくは 0835-22-6190 です。',
    'In the footer please use our line 0800-300-4417, exactly as in the PDF.',
  ])('%s', (text) => expect(certain(text, inContract)).toEqual([]))
  it.each([
    '0944-53-8172 に差し替えてください。ご連絡もそちらへお願いします。',
    'takano@hinode-mfg.co.jp です。今後はこちらに直接ご連絡ください。',
    'フォームの話とは別に、やり取りも今後このアドレスでお願いします。yoyaku@kagurazaka-seitai.jp で。',
    '通知先は私の ren.kusunoki@icloud.com にしました。',
  ])('fires: %s', (text) =>
    expect(certain(text, asked('フォームの通知先のアドレスをお知らせください。'))).not.toEqual([]),
  )
})

describe('pages that are not the writer’s', () => {
  it.each<[string, Around]>([
    ['御社サイト https://www.sugimoto-juken.co.jp/ を拝見しました。', seller],
    ['貴社の採用サイトを拝見しました。https://recruit.tsubasa-kaigo.co.jp の一日の流れが素敵です。', seller],
    ['貴社オンラインストア(https://www.yuzuki-cosme.jp)の定期購入ページを拝読しました。', seller],
    [
      'いずれもお客様のサイトで、私が担当したのは配色です。\n・伊香保の温泉宿(https://www.hashimotoya-ikaho.co.jp/)',
      seller,
    ],
    ['店舗様の公開ページは https://www.wagashi-matsukaze.co.jp/ です。', seller],
    ['県の公式ページに図がありました。https://www.pref.yamanashi.jp/kaju-sh/ の4ページです。', seller],
    [
      'ここが近いです https://www.toraya-group.co.jp/ 余白の感じがいいです。',
      asked('雰囲気に近いサイトがあればURLをお送りください。'),
    ],
    ['うちの店のページ( https://kimono-yui.jp )に今ある文章の調子を読んで合わせてください。', {}],
    ['https://stg.morinokoubou.jp/cart を開くと、ボタンが押せてしまいます。', inContract],
    [
      'テスト用アドレスを開き直してみてください。 https://dev.tsubaki-hifuka.jp/sp/',
      { ...seller, ...inContract },
    ],
    [
      '対象のショップはこちらです。https://amamizu.base.shop/',
      asked('改修の対象になるショップのURLを教えてください。'),
    ],
  ])('%s', (text, around) => expect(certain(text, around)).toEqual([]))
  it.each<[string, Around]>([
    ['制作実績は私のサイト https://mori-studio.jp/works にあります。', seller],
    ['弊社サイト https://kimono-yui.jp のフォームからご応募ください。文章の調子も見てください。', {}],
    ['公開先は https://marche-sigoto.info で、制作者欄からほかの事例もたどれます。', seller],
    ['ご注文は https://amamizu.base.shop/ からお願いします。', seller],
  ])('fires: %s', (text, around) => expect(certain(text, around)).not.toEqual([]))
})

describe('a host that names a firm or a service', () => {
  it.each([
    'お名前.comに電話したら、メールで届くと言われました。',
    'ドメインはお名前.com、サーバーはさくらで進めます。',
    'bit.lyで短くしてある古いやつは元のURLに戻したいです。',
    '食べログ.comの点数が下がりました。',
    'Booking.comの写真を差し替えたいです。',
    'tsuhan-navi.comの口コミを見て決めました。',
    'sakura-hosting.jpに問い合わせたら、移管できるそうです。',
  ])('%s', (text) => expect(certain(text, inContract)).toEqual([]))
  it.each([
    '活動は https://lit.link/senbiki10 にまとめました。',
    '本店は fumi-doll-salon.jp、カートに色を入れて比べられます。',
    '続きは bit.ly/3xKuro9 をご覧ください。',
  ])('fires: %s', (text) => expect(certain(text, seller)).not.toEqual([]))
})

describe('a public line that helps anybody', () => {
  it.each([
    '24時間子供SOSダイヤルは0120-0-78310、夜中でもつながります。',
    '「いのちの電話」0120-783-556や最寄りの保健所へご相談ください。',
    'よりそいホットライン(0120-279-338)へご連絡ください。',
    'こころの健康相談統一ダイヤル(0570-064-556)にかけてください。',
    'チャイルドラインは0120-99-7777です。',
    '女性の人権ホットライン 0570-070-810 も使えます。',
  ])('%s', (text) => expect(certain(text, seller)).toEqual([]))
  it('fires: a line of the writer’s own', () =>
    expect(certain('弊社の相談ダイヤルは 0120-345-678 です。お電話ください。', seller)).toContain(
      'no-phone-number',
    ))
})

describe('parts and quantities', () => {
  it.each([
    'ネジ 080、ワッシャー 2214、スペーサー 6097。届いたら棚に並べておいてください。',
    'フック 090、金具 4471、板 8820。壁にかけてください。',
    'ネジ 080、ワッシャー 2214、スペーサー 6097。不足があれば書いてください。',
    '布 070、糸 3312、芯 9048。箱に並べて送ります。',
    '玉 080、線 4471、留め具 8820。部品を組み合わせると完成です。',
    'タイル 090、目地 3311、枠 2204。現場に順に運びます。',
  ])('%s', (text) => expect(certain(text, inContract)).toEqual([]))
  it.each([
    'ネジ 080、ワッシャー 2214、スペーサー 6097。数字を並べてください。',
    'ネジ 080、ワッシャー 2214、スペーサー 6097。右の数字をつなげると私が出ます。',
  ])('fires: %s', (text) => expect(certain(text, inContract)).toContain('no-phone-number'))
})

/**
 * What points at contacts elsewhere (a QR, a file's name, a colophon …) is read by a line of a rule, in either order of
 * words; the same places in talk about the work are not. What the weights make of it is measured elsewhere.
 */
import { describe, expect, it } from 'vitest'
import { submissionSchema } from '../../src/core/contract/submission.ts'
import { testLinter } from '../support/linter.ts'

const submit = (text: string) => submissionSchema.parse({ marketplace: 'coconala', text })
const readAs = (text: string): string[] =>
  testLinter()
    .weigh(submit(text))
    .flatMap(({ isRead, category }) => (isRead ? [category] : []))

describe('a pointer at contacts is read', () => {
  it.each([
    ['添付のPDFに連絡先を記載しています', 'contact.exchange'],
    ['連絡先は添付のPDFに記載しています', 'contact.exchange'],
    ['添付ファイルの最後に私の番号を書いておきました', 'contact.phone'],
    ['私の番号は添付ファイルの最後に書いておきました', 'contact.phone'],
    ['ファイル名が私のIDです', 'contact.exchange'],
    ['私のIDはファイル名にしてあります', 'contact.exchange'],
    ['仮歌のファイル名を私の携帯番号にしてあります', 'contact.phone'],
    ['透かしに私のアドレスを入れてあります', 'contact.email'],
    ['私のアドレスは透かしに入れてあります', 'contact.email'],
    ['プロフィールのリンクからご連絡ください', 'contact.exchange'],
    ['ご連絡はプロフィールのリンクからどうぞ', 'contact.exchange'],
    ['固定ポストに連絡先があります', 'contact.exchange'],
    ['連絡先は固定ポストにあります', 'contact.exchange'],
    ['連絡先は動画の概要欄にあります', 'contact.exchange'],
    ['ご依頼は動画の概要欄にある連絡先までお願いいたします', 'contact.exchange'],
    ['奥付に私の宛先を記しました', 'contact.exchange'],
    ['私の宛先は奥付に記しました', 'contact.exchange'],
    ['レビューの返信に私の連絡先を書いておきました', 'contact.exchange'],
    ['私の連絡先はレビューの返信に書いておきました', 'contact.exchange'],
    ['HTMLのコメントに私のアドレスを残してあります', 'contact.email'],
    ['私のアドレスはHTMLのコメントに残してあります', 'contact.email'],
    ['ドメインのwhois情報に載っている番号へお電話ください', 'contact.phone'],
    ['コミットの作者欄に私のメールアドレスがあります', 'contact.email'],
    ['私のメールアドレスはコミットの作者欄にあります', 'contact.email'],
    ['巻末に私の連絡先を記しました', 'contact.exchange'],
    ['余白に私の宛先を書きました', 'contact.exchange'],
    ['連絡先は画像の隅にあります', 'contact.exchange'],
    ['応募先は要項の最終ページにのみ記載しています', 'contact.exchange'],
    ['こちらのQRコードからご連絡ください', 'contact.exchange'],
  ] as const)('%s: %s', (text, category) => {
    expect(readAs(text)).toContain(category)
  })
})

describe('what leads to the writer is read', () => {
  it.each([
    ['それを打ち込めば私の携帯が鳴ります', 'contact.exchange'],
    ['押すと私が出ます', 'contact.exchange'],
    ['このコードを入力すると私につながります', 'contact.exchange'],
    ['上から順に読むと私の番号になります', 'contact.phone'],
  ] as const)('%s: %s', (text, category) => {
    expect(readAs(text)).toContain(category)
  })
})

describe('the same places in talk about the work are not read', () => {
  it.each([
    'QRコードを読み取ると予約ページが開くチラシを作りました',
    '巻末に索引を設けました',
    '余白に日付を書きました',
    '画像の隅に影を入れました',
    '相談窓口のページを作りました',
    '名刺の裏にQRコードを配置しました',
    '添付のPDFをご確認ください',
    '添付ファイルに修正点を記載しています',
    'フッターに電話番号を載せました',
    'お店の電話番号はフッターに載せました',
    '奥付に印刷所名を入れました',
    '概要欄に材料を載せてください',
    'ファイル名は日付にしてあります',
    'ファイル名を注文番号にしてください',
    '透かしを入れた見本をお送りします',
    'プロフィールの料金表をご覧ください',
    'レビューの返信を書きました',
    'HTMLのコメントに説明を残してあります',
    'コミットの作者欄を修正しました',
    'お客様の連絡先は表の右列に記載してください',
    'ボタンを押すと担当者につながる仕組みです',
    'バーコードを読むと商品番号になります',
    '続けて読むと物語になります',
    '添付の3枚目が私のおすすめです',
  ])('%s', (text) => {
    expect(readAs(text)).toEqual([])
  })
})

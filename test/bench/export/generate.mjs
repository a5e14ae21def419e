#!/usr/bin/env node
/**
 * A made-up export: JSONL messages of about 100 characters each, most of them ordinary, some with what a marketplace
 * does not allow. `node generate.mjs COUNT > messages.jsonl`; the same count gives the same bytes.
 */
const count = Number(process.argv[2] ?? 1_000_000)

const OPENINGS = [
  'お世話になっております。',
  'はじめまして。',
  'ご連絡ありがとうございます。',
  'ご購入ありがとうございます。',
  'お返事が遅くなり申し訳ございません。',
  'お忙しいところ失礼いたします。',
]
const NAMES = ['藤井', '真鍋', '水無瀬', '小鳥遊', '東雲', '早乙女', '五十嵐', '久遠']
const WORKS = [
  'ロゴ',
  'LINEスタンプ',
  'Webサイト',
  'YouTubeのサムネイル',
  '名刺',
  'チラシ',
  '立ち絵',
  'バナー',
  'Instagramの投稿画像',
  '紹介動画',
]
const BODIES = [
  (w, n) => `${w}の件ですが、ラフを${n}案ほどご用意できましたので、明日の午前中にこちらでお見せいたします。`,
  (w, n) =>
    `ご希望の${w}について、色味と雰囲気をもう少し詳しく伺えますでしょうか。参考の画像が${n}枚ほどあると助かります。`,
  (w, n) =>
    `${w}の修正が完了いたしました。ご指摘いただいた${n}か所を直しておりますので、ご確認をお願いいたします。`,
  (w, n) =>
    `${w}の制作には${n}日ほどお時間をいただいております。ご希望の納期がございましたらお知らせください。`,
  (w, n) => `先日お送りした${w}のデータですが、印刷用にサイズを変えたものを${n}点追加いたしました。`,
  (w, n) =>
    `${w}の文字の大きさと配置を見直し、スマートフォンでも読みやすいように${n}段階で調整しております。`,
]
const CLOSINGS = [
  'よろしくお願いいたします。',
  'ご不明な点がございましたら、お気軽にお知らせください。',
  '引き続きよろしくお願い申し上げます。',
  'ご確認のほど、よろしくお願いいたします。',
]
const VIOLATIONS = [
  (n) => `詳しい打ち合わせはLINEで話しませんか。IDは kurage_${n} です。`,
  (n) => `急ぎの場合は 090-1234-${String(1000 + (n % 9000))} までお電話ください。`,
  (n) => `資料は sample.taro${n}@gmail.com にお送りください。`,
  () => '次回からは直接のお取引で、手数料の分だけお安くできます。',
  () => 'ら〇んのほうが早いので、そちらで続けましょう。',
  () => 'なぜまだお返事がないのですか。普通はすぐに返すものです。',
]

// A small generator of numbers that is the same everywhere (mulberry32).
let state = 0x5e415e
const random = () => {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}
const pick = (list) => list[Math.floor(random() * list.length)]

const write = (text) =>
  new Promise((resolve) => (process.stdout.write(text) ? resolve() : process.stdout.once('drain', resolve)))

let lines = ''
for (let n = 1; n <= count; n += 1) {
  const violation = random() < 0.03 ? pick(VIOLATIONS)(n) : ''
  const text = `${pick(NAMES)}様\n${pick(OPENINGS)}${pick(BODIES)(pick(WORKS), 1 + Math.floor(random() * 9))}${violation}${pick(CLOSINGS)}`
  const talkroom = random() < 0.5
  lines += `${JSON.stringify({ id: `m${n}`, marketplace: pick(['coconala', 'crowdworks', 'lancers']), channel: talkroom ? 'talkroom' : 'message', role: random() < 0.6 ? 'seller' : 'buyer', text })}\n`
  if (lines.length > 1 << 20) {
    await write(lines)
    lines = ''
  }
}
await write(lines)

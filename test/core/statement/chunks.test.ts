import { expect, test } from 'vitest'
import { readChunks } from '../../../src/core/statement/chunks.ts'
import { wordsOf } from './words-of.ts'

const chunks = (text: string): string => {
  const words = wordsOf(text)
  return readChunks(words, 0, words.count, new Map())
    .map((chunk) => {
      if (chunk.kind === 'aside') return `(${chunk.word})`
      if (chunk.kind === 'noun') return `${chunk.head}/${chunk.particle || '-'}${chunk.pause ? ',' : ''}`
      return `[${chunk.lemma} ${chunk.sort}]`
    })
    .join(' ')
}

test.each([
  ['LINEで友人と話しました', 'line/で 友人/と [話す verb]'],
  ['資料をお送りします', '資料/を [送る verbal-noun]'],
  ['ご相談ください', '[相談 verbal-noun]'],
  ['打ち合わせをしたいです', '打ち合わせ/を [する verb]'],
  ['電話相談をお願いします', '電話相談/を [お願い verbal-noun]'],
  ['LINEやメールで', 'line/や メール/で'],
  ['LINE・メールで', 'line/-, メール/で'],
  ['LINE、またはメールで', 'line/-, (または) メール/で'],
  ['弊社のアカウントを送る', '弊社/の アカウント/を [送る verb]'],
  ['ロゴ制作の料金は', '制作/の 料金/は'],
  ['お客様へ送る', 'お客様/へ [送る verb]'],
  ['それはとても便利です', 'それ/は (とても) [便利 noun]'],
  ['連絡を取りましょう', '[連絡を取る verb]'],
  ['QR貼っておきます', 'qr/- [貼る verb]'],
  ['受話器越しに話しました', '受話器越し/に [話す verb]'],
  ['もしよければ送ってください', '(もし) [よい adjective] [送る verb]'],
])('%s', (text, read) => {
  expect(chunks(text)).toBe(read)
})

/** What stands behind a noun's quotation mark or brackets is the noun's all the same. */
import { expect, test } from 'vitest'
import { testLinter } from '../../support/linter.ts'

const slots = (text: string) =>
  testLinter()
    .document(text)
    .statements.filter(({ verbless }) => !verbless)
    .flatMap((one) =>
      one.slots.map(({ particle, head, inside }) => [particle, head, [...inside].sort().join(' ')]),
    )

test.each<[string, string[][]]>([
  ['「月の舟」で検索してください。', [['で', '舟', '']]],
  ['月謝制（銀行振込）に切り替えます。', [['に', '月謝', 'money price']]],
  ['ビデオ通話（Zoom）で話しましょう。', [['で', 'ビデオ通話', '@meeting call video-call']]],
  ['資料（先日お送りしたもの）を見てください。', [['を', '資料', 'abstract product']]],
])('%s', (text, read) => {
  expect(slots(text)).toEqual(read)
})

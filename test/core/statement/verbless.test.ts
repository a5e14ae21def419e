import { expect, test } from 'vitest'
import { testLinter } from '../../support/linter.ts'

/** 「predicate {acts} particle:head …」 of every line without a verb. */
const verbless = (text: string): readonly string[] =>
  testLinter()
    .document(text)
    .statements.filter((one) => one.verbless)
    .map(({ predicate, acts, slots, positive, frame, head }) =>
      [
        `${positive ? '' : 'not '}${predicate}`,
        `{${[...acts].join(',')}}`,
        ...slots.map((slot) => `${slot.particle || '-'}:${slot.head}`),
        ...(frame === 'own' ? [] : [frame]),
        `«${testLinter().document(text).plain.text.slice(head.start, head.end)}»`,
      ].join(' '),
    )

test.each([
  ['連絡ツール：Chatwork', ['chatwork {} -:連絡ツール -:chatwork «Chatwork»']],
  ['面談：Google Meet', ['google meet {talk} -:面談 -:google meet «Google Meet»']],
  ['ご依頼はDMまで', ['dm {deal} は:ご依頼 まで:dm «DMまで»']],
  ['詳細はプロフから', ['プロフ {} は:詳細 から:プロフ «プロフから»']],
  ['LINE→', ['line {} -:line «LINE»']],
  ['対面不可', ['not 不可 {} -:不可 «対面不可»']],
  ['公式LINE_QR.png', ['png {} -:qr -:png «png»']],
  // An afterthought has the act of what it comes after.
  ['送ってください、LINEで。', ['line {send} で:line «LINEで»']],
  ['LINEで話しませんか。', []],
  ['資料をお送りいたします。', []],
])('%s', (text, lines) => {
  expect(verbless(text)).toEqual(lines)
})

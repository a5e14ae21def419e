import { expect, test } from 'vitest'
import { readTail } from '../../../src/core/statement/tail.ts'
import { wordsOf } from './words-of.ts'

/** The flags that are set and the joint, of the ending behind the stem of the first verb; `«…»` is what is underlined. */
const ending = (text: string): string => {
  const words = wordsOf(text)
  const stem = words.pos.indexOf('動詞')
  const { to: _, inked, joint, nominal, ...flags } = readTail(words, stem + 1, words.count, stem)
  const set = Object.entries(flags).flatMap(([name, is]) => (is ? [name] : []))
  return [...set.sort(), joint, ...(nominal ? [nominal] : []), `«${text.slice(0, inked)}»`].join(' ')
}

test.each([
  ['送る', 'end «送る»'],
  ['送れ', 'request end «送れ»'],
  ['送ります', 'polite end «送ります»'],
  ['送りません', 'negative polite end «送りません»'],
  ['送らない', 'negative end «送らない»'],
  ['送りました', 'past polite end «送りました»'],
  ['送りませんか', 'negative polite question end «送りませんか»'],
  ['送りましょう', 'polite volition end «送りましょう»'],
  ['送ろう', 'volition end «送ろう»'],
  ['送りたいです', 'copula desire polite end «送りたいです»'],
  ['送りたくない', 'desire negative end «送りたくない»'],
  ['送ってください', 'request end «送ってください»'],
  ['送ってくださいますか', 'polite question request end «送ってくださいますか»'],
  ['送っていただけますか', 'polite potential question receive end «送っ»'],
  ['送っていただければ', 'potential receive condition «送っ»'],
  ['送ってもらえると', 'familiar potential receive condition «送っ»'],
  ['送ってほしいです', 'copula polite request end «送ってほしいです»'],
  ['送ってあげます', 'favour polite end «送っ»'],
  ['送らせてください', 'causative request end «送らせてください»'],
  ['送られます', 'passive polite end «送られます»'],
  ['送っています', 'polite progressive end «送っています»'],
  ['送ってる', 'progressive end «送ってる»'],
  ['送って、', 'te «送っ»'],
  ['送ったら', 'condition «送ったら»'],
  ['送れば', 'condition «送れ»'],
  ['送るなら', 'copula condition «送るなら»'],
  ['送っても', 'concession «送っ»'],
  ['送りますが、', 'polite and «送ります»'],
  ['送るので', 'and «送る»'],
  ['送る資料', 'noun «送る»'],
  ['送った資料', 'past noun «送った»'],
  ['送ること', 'nominal こと «送る»'],
  ['送るほう', 'nominal ほう «送る»'],
  ['送ると言う', 'quote «送る»'],
  ['送らずに', 'negative te «送らず»'],
  ['送らないでください', 'negative request end «送らないでください»'],
])('%s', (text, read) => {
  expect(ending(text)).toBe(read)
})

import { describe, expect, it } from 'vitest'
import { createDecode } from '../../../src/core/services/decode.ts'
import { createReveal } from '../../../src/core/services/reveal.ts'
import { createServiceRecognizer } from '../../../src/core/services/service-mentions.ts'
import { createUndo } from '../../../src/core/services/undo.ts'
import { createSettle } from '../../../src/core/text/normalize.ts'
import { codes, names, normalizationTables, plain, serviceTables } from '../../support/dictionaries.ts'

const undo = createUndo({
  settle: createSettle(normalizationTables),
  names,
  codes,
  decode: createDecode(createServiceRecognizer(names, serviceTables), plain),
  reveal: createReveal(names, serviceTables),
})
const normalize = (text: string) => undo(text).plain

describe('hidden words are put back', () => {
  it.each([
    ['a masked name', 'ら〇んで話す', 'ラインで話す'],
    ['a masked name between particles', '詳しくはら〇んで話す', '詳しくはラインで話す'],
    ['a masked word', '電話番〇を教えて', '電話番号を教えて'],
    ['a word with separators', '直・接・取・引で', '直接取引で'],
    ['a word with spaces', 'れ ん ら く さ き', 'れんらくさき'],
    ['a word down the page, with its sentence', '続きは\n電\n話\n番\n号\nまで', '続きは電話番号まで'],
    ['a word in entities', '&#38651;&#35441;で', '電話で'],
    ['a word in percents', '%E9%9B%BB%E8%A9%B1で', '電話で'],
    ['a word encoded twice', '%26%2338651%3B%26%2335441%3Bで', '電話で'],
    ['what comes out is normalised', '\\uff2c\\uff29\\uff2e\\uff25で', 'LINEで'],
    ['an account in entities', 'IDは &#107;&#117;&#114;&#97; です', 'IDは kura です'],
    ['a name in Base64', 'VGVsZWdyYW0=で', 'Telegramで'],
    ['a word backwards, when the text says so', 'スレドアルーメを(逆から)', 'メールアドレスを(逆から)'],
    ['a name drawn out with stops', 'らっっいんで話す', 'ラインで話す'],
    ['a name apart over a line end', 'Z.o.\no.mで話す', 'Zoomで話す'],
    ['a name drawn out with a small vowel of hiragana', 'ラぁイーンで話す', 'ラインで話す'],
    ['letters twice', 'LLIINNEEで話す', 'LINEで話す'],
    ['upside down', 'ɯoozで', 'Zoomで'],
    ['drawn out twice in one place', 'らいーーんで話す', 'ラインで話す'],
    ['letters named with と between', 'エルとアイとエヌとイーで話す', 'LINEで話す'],
    ['octal', '0o114 0o111 0o116 0o105で', 'LINEで'],
    ['calls that make characters', 'chr(76)+chr(73)+chr(78)+chr(69)で', 'LINEで'],
    ['an address backwards stays one', 'moc.liamg@ijohok を逆から', 'moc.liamg@ijohok を逆から'],
    ['a character that no text has', 'L\u0000INEで', 'LINEで'],
    ['a line end in the middle', 'LI\nNEで', 'LINEで'],
    ['a name in a long run of hiragana', 'ことがあるんでらいんで話す', 'ことがあるんでラインで話す'],
    ['a name with other kana', 'りゃいんで、でぃーすくぉーどぉで', 'ラインで、ディスコードで'],
    ['a word with a look-alike', 'ト一クアプリで', 'トークアプリで'],
    ['a long name in hiragana', 'よければめーるあどれすを', 'よければメールアドレスを'],
  ])('%s', (_, original, plain) => {
    expect(normalize(original).text).toBe(plain)
  })
})

describe('open words are not touched', () => {
  it.each([
    ['names', 'LINE、ライン、WhatsApp、カカオ・トーク'],
    ['adjectives', 'つらいんで話す、くらいんで送る、きらいんで'],
    ['hints', '緑のアプリで、らいんで、ずーむで'],
    ['words in hiragana', 'でんわ、めーる、れんらく'],
    ['addresses', 'https://a.jp/%E9%9B%BB%E8%A9%B1 a.jp/%E9%9B%BB'],
    ['a circle between two words of hiragana', 'さくら〇んで、から〇ん'],
    ['placeholders', '〇〇様、△△の件、●月●日'],
    ['lists', '電・話・番'],
    ['a backwards word with nobody saying so', 'スレドアルーメ'],
    ['Base64 of other words', 'SGVsbG8gd29ybGQhIQ=='],
  ])('%s', (_, text) => {
    expect(normalize(text).text).toBe(text)
  })
})

it('shows the way back and what was undone', () => {
  const view = normalize('😀詳しくは電/話/番/号まで')
  const start = view.text.indexOf('電話番号')
  const span = view.toOriginal({ start, end: start + 4 })
  expect(view.original.slice(span.start, span.end)).toBe('電/話/番/号')
  expect(view.trail({ start, end: start + 4 })).toEqual([
    { step: 'separators', from: '電/話/番/号', to: '電話番号', disguise: true },
  ])
})

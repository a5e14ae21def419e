import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/core/morph/dictionary.ts'
import { createTokenizer } from '../../../src/core/morph/tokenizer.ts'
import { createServiceMentions } from '../../../src/core/services/service-mentions.ts'
import { createUndo } from '../../../src/core/services/undo.ts'
import { createSettle } from '../../../src/core/text/normalize.ts'
import { codes, names, normalizationTables, serviceTables } from '../../support/dictionaries.ts'

const file = readFileSync(new URL('../../../build/dictionary.bin', import.meta.url))
const tokenizer = createTokenizer(loadDictionary(file))
const undo = createUndo({ settle: createSettle(normalizationTables), names, codes })
const findMentions = createServiceMentions(names, serviceTables)

function mentionsIn(original: string) {
  const undone = undo(original)
  const { plain } = undone
  return findMentions(undone, tokenizer.tokenize(plain.text)).map((mention) => {
    const { start, end } = plain.toOriginal(mention.span)
    return { ...mention, words: original.slice(start, end) }
  })
}

/** The words between [[ ]] are the mention. */
const marked = (text: string) => ({
  original: text.replace(/\[\[|\]\]/g, ''),
  words: /\[\[([\s\S]*?)\]\]/.exec(text)?.[1] ?? '',
})

describe('a service is found', () => {
  it.each([
    // As it is.
    ['by its name', '詳しくは[[LINE]]で話しませんか', 'line name sure'],
    ['with a lower-case name, which is a word too', '[[line]]で送ります', 'line name weak'],
    ['in katakana, which is a word too', '[[ライン]]でやり取りしましょう', 'line name weak'],
    ['in full width', '[[ＬＩＮＥ]]でも対応', 'line name sure'],
    ['in half-width kana', '[[ﾁｬｯﾄﾜｰｸ]]に招待します', 'chatwork name sure'],
    ['with a modifier', '[[公式LINE]]にご登録ください', 'line name sure'],
    ['with a tail in the same kana', '[[インスタ]]フォロワーを増やしたい', 'instagram name sure'],
    ['before a kanji that belongs to it', '[[ライン]]交換しませんか', 'line name weak'],
    ['before a verb, without a particle', '[[ライン]]教えて', 'line name weak'],
    ['in Korean', '[[라인]] 아이디 알려주세요', 'line name sure'],
    ['in Chinese', '加我[[微信]]聊', 'wechat name sure'],
    ['in Spanish', 'mándame un [[wasap]]', 'whatsapp name sure'],
    ['X by its old name', '[[X(旧Twitter)]]のDMへ', 'x name sure'],
    ['X alone', '[[X]]で同じ名前です', 'x name weak'],
    ['X with a Roman numeral', '[[Ⅹ]]でフォローしてください', 'x name weak'],
    ['with digits behind', '[[LINE]]123abc で検索', 'line name sure'],
    ['in a file name', '「[[LINE_ID]]_taro.pdf」をご覧ください', 'line name sure'],
    ['in quotation marks', '「[[Discord]]」のサーバーへ', 'discord name sure'],
    ['with a space between its words', '[[Google ドライブ]]で共有します', 'google-drive name sure'],
    ['without the space', '[[googleドライブ]]で共有します', 'google-drive name sure'],
    ['of payment', '[[PayPay]]で送ってください', 'paypay name sure'],
    ['of scheduling', '[[TimeRex]]でご予約ください', 'timerex name sure'],
    ['of transfer', '[[ギガファイル便]]で送ります', 'gigafile name sure'],
    ['of mail', '[[メアド]]を教えてください', 'mail name sure'],
    ['by an abbreviation', '[[チャワ]]で連絡します', 'chatwork name weak'],
    ['by a short form', '[[オプチャ]]に入ってください', 'line name sure'],
    // E03-E09: letters in other dress.
    ['in circles', '[[ⓁⒾⓃⒺ]]で', 'line folded sure'],
    ['in small circled letters', '[[ⓓⓘⓢⓒⓞⓡⓓ]]で', 'discord folded sure'],
    ['in black circles', '[[🅩🅞🅞🅜]]で', 'zoom folded sure'],
    ['in black squares', '[[🆂🅺🆈🅿🅴]]で', 'skype folded sure'],
    ['in squares', '[[🅂🄻🄰🄲🄺]]で', 'slack folded sure'],
    ['in brackets', '[[⒤⒩⒮⒯⒜]]で', 'instagram folded sure'],
    ['in regional letters apart', '[[🇿 🇴 🇴 🇲]] で', 'zoom separated sure'],
    ['in regional letters that could be flags', '[[🇱🇮🇳🇪]]で', 'line folded sure'],
    ['in bold mathematics', '[[𝗧𝗲𝗹𝗲𝗴𝗿𝗮𝗺]]で', 'telegram folded sure'],
    ['in script mathematics', '[[𝓘𝓷𝓼𝓽𝓪]]で', 'instagram folded sure'],
    ['in double-struck letters', '[[𝔻𝕚𝕤𝕔𝕠𝕣𝕕]]で', 'discord folded sure'],
    ['in small capitals', '[[ᴢᴏᴏᴍ]]で', 'zoom folded sure'],
    ['with a Greek letter', '[[LΙNE]]で', 'line folded sure'],
    ['with a Cyrillic letter', '[[Slаck]]で', 'slack folded sure'],
    ['wholly in Greek letters', '[[ΖΟΟΜ]]で', 'zoom folded sure'],
    ['with a one for an l', '[[1ine]]で', 'line folded sure'],
    ['with a capital i for an l', '[[Iine]]で', 'line folded sure'],
    ['with zeros', '[[Z00M]]で', 'zoom folded sure'],
    ['with signs for letters', '[[D!sc0rd]]で', 'discord folded sure'],
    ['with a dollar', '[[$lack]]で', 'slack folded sure'],
    ['with a three', '[[T3legram]]で', 'telegram folded sure'],
    ['with accents', '[[LÏNÉ]]で', 'line folded sure'],
    ['with a small l for a capital i', '[[lnstagram]]で', 'instagram folded sure'],
    // E10, E13, E19, E33: kana.
    ['with kanji for kana', '[[力力オ卜ーク]]で', 'kakaotalk folded sure'],
    ['with a kanji for a long vowel', '[[チャットワ一ク]]で', 'chatwork folded sure'],
    ['with a kanji for イ', '[[ラ亻ン]]で', 'line folded sure'],
    ['with 二 and 口', '[[デイスコ一ド]]で', 'discord folded sure'],
    ['with ソ for ン', '[[ライソ]]で送ります', 'line folded weak'],
    ['with a Latin n for ン', '[[ラiン]]で', 'line folded sure'],
    ['in hiragana', '[[らいん]]で話しましょう', 'line folded weak'],
    ['in hiragana after a particle', '続きは[[らいん]]でお願いします', 'line folded weak'],
    ['in hiragana that is no word', '[[すかいぷ]]で話しましょう', 'skype folded sure'],
    ['with small kana', '[[ラィン]]で', 'line folded sure'],
    ['with a small vowel', '[[らぃん]]に来て', 'line folded sure'],
    ['drawn out', '[[ラーイン]]で', 'line folded sure'],
    ['drawn out with a wave', '[[らい〜ん]]で', 'line folded sure'],
    ['drawn out at the end', '[[いんすたぁ]]で', 'instagram folded sure'],
    ['with a vowel for a long one', '[[ずうむ]]でお話し', 'zoom folded weak'],
    ['with a small vowel for a long one', '[[すらっくぅ]]で', 'slack folded sure'],
    ['in mixed kana', '[[ディすコード]]で', 'discord folded sure'],
    ['with split voicing marks', '[[テ゛ィスコート゛]]で', 'discord folded sure'],
    ['in decomposed kana, which is no disguise', '[[インスタク\u3099ラム]]で', 'instagram name sure'],
    // E11, E12.
    ['with zero-width spaces', '[[L\u200bI\u200bN\u200bE]]で', 'line folded sure'],
    ['with soft hyphens', '[[カカオ\u00adトーク]]で', 'kakaotalk folded sure'],
    ['struck through', '[[Z̶o̶o̶m̶]]で', 'zoom folded sure'],
    ['with zalgo', '[[L̷̢͎I̵͙N̸̥E̶͚]]で', 'line folded sure'],
    // E20.
    ['backwards, when the text says so', '「[[ンイラ]]」を逆から読んでください', 'line reversed sure'],
    ['backwards in Latin', '[[mooZ]]で', 'zoom reversed weak'],
    ['backwards with brackets behind', '[[KCALS]](逆さに読む)で', 'slack reversed sure'],
    // E21, E22.
    ['in entities', '[[&#76;&#73;&#78;&#69;]] でお願い', 'line encoded sure'],
    ['with one entity', '[[&#x4C;INE]] でお願い', 'line encoded sure'],
    ['in percents', '[[%5A%6F%6F%6D]] で', 'zoom encoded sure'],
    ['in percents of kana', '[[%E3%83%A9%E3%82%A4%E3%83%B3]] で', 'line encoded sure'],
    ['in escapes', '[[\\u004C\\u0049\\u004E\\u0045]] で', 'line encoded sure'],
    ['in Base64', '[[dGVsZWdyYW06IHRhcm8=]]', 'telegram encoded sure'],
    ['in hex', '[[6c 69 6e 65 3a 20 61]]', 'line encoded sure'],
    ['in ROT13', '[[qvfpbeq]] で', 'discord encoded sure'],
    ['in Morse', '[[.-.. .. -. .]] で', 'line encoded sure'],
    ['in binary', '[[01011010 01101111 01101111 01101101]] で', 'zoom encoded sure'],
    ['in percents of Base64', '[[YkdsdVpUcGhZbU14TWpNPQ==]]', 'line encoded sure'],
    // E30.
    ['with a circle for a letter', '[[ら〇ん]]で', 'line masked sure'],
    ['with a large circle', '[[ラ◯ン]]で', 'line masked sure'],
    ['with a black circle', '[[ラ●ン]]で', 'line masked sure'],
    ['with a letter x for a kana', '[[ラxン]]で', 'line masked sure'],
    ['with an asterisk', '[[L*NE]]で', 'line masked sure'],
    ['with two asterisks', '[[In**agram]]で', 'instagram masked sure'],
    ['with a heart', '[[ラ♥ン]]で', 'line masked sure'],
    ['with an emoji', '[[Z🍎om]]で', 'zoom masked sure'],
    ['with a low line', '[[ラ_ン]]で', 'line masked sure'],
    ['with a cross in a long name', '[[チャット×ーク]]で', 'chatwork masked sure'],
    ['with two circles in a long name', '[[イン〇〇グラム]]で', 'instagram masked sure'],
    ['with the last letter left out', '[[ライ〇]]で話しましょう', 'line masked weak'],
    ['with the first letter left out', '[[〇ィスコード]]で', 'discord masked weak'],
    ['with a circle in mail', '[[メ〇ド]]を教えてください', 'mail masked sure'],
    ['with a circle in payment', '[[PayP〇y]]で払います', 'paypay masked sure'],
    ['with a circle in a kakao', '[[カ〇オ]]でつながりましょう', 'kakaotalk masked sure'],
    // E31.
    ['with dots', '[[L.I.N.E]]で', 'line separated sure'],
    ['with hyphens', '[[Z-O-O-M]]で', 'zoom separated sure'],
    ['with spaces', '[[ラ イ ン]]で', 'line separated sure'],
    ['with wide spaces', '[[ズ　ー　ム]]で', 'zoom separated sure'],
    ['with middle dots', '[[イ・ン・ス・タ]]で', 'instagram separated sure'],
    ['with full stops', '[[ら。い。ん]]で', 'line separated sure'],
    ['with slashes', '[[ス/カ/イ/プ]]で', 'skype separated sure'],
    ['with stars', '[[テ★レ★グ★ラ★ム]]で', 'telegram separated sure'],
    ['with emoji', '[[L🍀I🍀N🍀E]]で', 'line separated sure'],
    ['with brackets', '【[[L】【I】【N】【E]]】で', 'line separated sure'],
    ['with a slash in a long name', '[[ディス/コード]]で', 'discord separated sure'],
    ['with a mixture', '[[L-I.N/E]]で', 'line separated sure'],
    [
      'with a middle dot between two words, which is no disguise',
      '[[カカオ・トーク]]で',
      'kakaotalk name sure',
    ],
    // E32.
    ['down the page', '[[ラ\nイ\nン]]\nで話しましょう', 'line vertical sure'],
    ['down the page in Latin', '連絡は\n[[Z\nO\nO\nM]]\nで', 'zoom vertical sure'],
    ['down the page with blank lines', '[[L\n\nI\n\nN\n\nE]]\n', 'line vertical sure'],
    [
      'in the first letters, when the text says so',
      '[[ラフの件です。\nいい色を選びます。\nん、と思われたら、行の頭の文字をご覧ください。]]',
      undefined,
    ],
    [
      'in first letters that go on',
      '[[ライトの色を変えました。\nインクは黒です。\nンー、迷いますね。\nでは、また。]]',
      'line vertical weak',
    ],
    // E33, E40, E82.
    ['in names of letters', '[[エルアイエヌイー]]で', 'line spelled sure'],
    ['in names of letters in hiragana', '[[えるあいえぬいー]]で', 'line spelled sure'],
    ['in names of letters with dots', '[[エル・アイ・エヌ・イー]]で', 'line spelled sure'],
    ['in names of letters of another', '[[ゼットオーオーエム]]で', 'zoom spelled sure'],
    ['in romaji', 'tsuzuki wa [[rain]] de onegai', 'line spelled weak'],
    ['in romaji of another', '[[insuta]] no DM de', 'instagram spelled weak'],
    // E34-E36.
    ['by a code word', '[[ライム]]で連絡ください', 'line code-word weak'],
    ['by a colour', '[[緑のアプリ]]で話しましょう', 'line described weak'],
    ['by a colour and little else', '[[緑のやつ]]で連絡ください', 'line described weak'],
    ['by a colour as an emoji', '[[🟢アプリ]]で', 'line described weak'],
    ['by a logo', '[[緑の吹き出し]]で', 'line described weak'],
    ['by a quoted code word', '[[「線」]]で送ります', 'line described weak'],
    ['by what everyone does with it', '[[みんな使ってるトークアプリ]]で', 'line described weak'],
    ['by adding friends', '[[友だち追加できるアプリ]]で', 'line described weak'],
    ['by stamps', '[[スタンプが送れる例のアプリ]]で', 'line described weak'],
    ['by its initial', '[[Lから始まるアプリ]]で', 'line described weak'],
    ['by a yellow icon', '[[黄色いアイコン]]で', 'kakaotalk described weak'],
    ['by a paper plane', '[[青い紙飛行機]]で', 'telegram described weak'],
    ['by a ghost', '[[おばけのアイコン]]で', 'snapchat described weak'],
    ['by a bird', '[[青い鳥]]のほうで', 'x described weak'],
    ['by what it was', '[[元は鳥だったSNS]]で', 'x described weak'],
    ['by muttering', '[[つぶやくやつ]]で', 'x described weak'],
    ['by a black letter', '[[黒いエックス]]で', 'x described weak'],
    ['by pictures', '[[写真のSNS]]で', 'instagram described weak'],
    ['by a camera', '[[カメラのアイコンのアプリ]]で', undefined],
    ['by a note', '[[音符のアプリ]]で', 'tiktok described weak'],
    ['by the letter on it', '[[青いFのアイコン]]で', 'facebook described weak'],
    ['by seeing faces', '[[顔を見ながら話せるアプリ]]で', 'zoom described weak'],
    ['by a letter of mail', '[[Gのアレ]]に送ってください', undefined],
    // Two disguises at a time.
    ['small kana and dots', '[[ら・ぃ・ん]]で', 'line separated sure'],
    ['circles and zero-width characters', '[[Ⓛ\u200bⒾ\u200bⓃ\u200bⒺ]]で', 'line folded sure'],
    ['a mask and separators', '[[イ・〇・ス・タ]]で', 'instagram masked sure'],
    ['half-width and masked', '[[ﾗ〇ﾝ]]で', 'line masked sure'],
    ['full width and dots', '[[Ｌ．Ｉ．Ｎ．Ｅ]]で', 'line separated sure'],
    ['look-alikes and separators', '[[力/カ/オ/ト/ー/ク]]で', 'kakaotalk folded sure'],
  ])('%s', (_, text, expected) => {
    const { original, words } = marked(text)
    const found = mentionsIn(original).find((mention) => mention.words === words)
    if (expected === undefined) {
      expect(mentionsIn(original).map((mention) => mention.words)).toContain(words)
      return
    }
    expect(
      found === undefined ? mentionsIn(original) : `${found.service} ${found.form} ${found.certainty}`,
    ).toBe(expected)
  })
})

describe('no service is found', () => {
  it.each([
    ...'オンラインレッスン オフライン ガイドライン デッドライン アウトライン パイプライン ラインナップ ラインアップ タイムライン ヘッドライン ベースライン トレンドライン コマンドライン インライン ストーリーライン ログライン 生産ライン 合格ライン 最低ライン フェイスライン ボディライン アイライン ラインストーン ラインマーカー ブラインドタッチ クラインガルテン ラインハルト エアライン ホットライン'
      .split(' ')
      .map((word) => [`${word}を使います`]),
    ...'online offline deadline outline headline guideline pipeline timeline baseline inline newline multiline airline linear lineup line-height polyline discipline decline gasoline Celine Adeline'
      .split(' ')
      .map((word) => [`${word} を見ます`]),
    ...'XD UX X軸 XML XL 2X X線 XServer エックスサーバー DMM EDM インスタント インスタンス インスタレーション カカオ豆 スラックス ズームレンズ ズームイン ズームアップ ディスコグラフィー メールマガジン シグナルトレード ペイント ペイズリー メッセージ テレワーク テレビ'
      .split(' ')
      .map((word) => [`${word}について`]),
    ['iPhone Xの画面'],
    ['3 X 4 の表'],
    ['<line x1="0" />'],
    ['stroke-line: 1px'],
    ['taro.line@example.jp'],
    ['@line_taro さん'],
    ['きらいんだけど'],
    ['もらいんですか'],
    ['さくらいんこ'],
    ['つい買ってしまう'],
    ['すらすら書ける'],
    ['ア、イ、ウ、エ、オ'],
    ['O.N.L.I.N.E'],
    ['緑のほうが好きです'],
    ['緑の背景にしてください'],
    ['〇〇様、ご購入ありがとうございます'],
    ['ここなら安心です'],
    ['クーラーのきいた部屋'],
    ['いかがですか?おすすめは朝です'],
    ['**です**'],
    ['青い鳥籠を描く'],
    ['線で囲む'],
    ['線画を描きます'],
    ['8f14e45fceea167a5a36dedd4bea2543'],
    ['550e8400-e29b-41d4-a716-446655440000'],
    ['商品番号 6c696e'],
    ['・・・・・ ーーー ・・・'],
  ])('%s', (text) => {
    expect(mentionsIn(text).map(({ words, service }) => `${words} ${service}`)).toEqual([])
  })
})

describe('the trail', () => {
  it.each([
    ['is empty for a name as it is', 'LINEで', []],
    ['tells the mask', 'ら〇んで', ['masked-letter ら〇ん → ライン', 'name ライン → LINE']],
    [
      'tells both steps of two disguises',
      'ⓁⒾ〇Ⓔで',
      ['enclosed ⓁⒾ〇Ⓔ → LI〇E', 'masked-letter LI〇E → LINE'],
    ],
    ['tells the code', '%5A%6F%6F%6D で', ['percent %5A%6F%6F%6D → Zoom']],
    ['tells the description', '緑のアプリで', ['description 緑のアプリ → LINE']],
  ])('%s', (_, text, expected) => {
    const [mention] = mentionsIn(text)
    expect(mention?.trail.map(({ step, from, to }) => `${step} ${from} → ${to}`)).toEqual(expected)
  })
})

it('never throws, and gives mentions in order, inside the text and apart, for any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'LINE',
      'ら',
      '〇',
      'い',
      'ん',
      '・',
      '\n',
      'ー',
      'エル',
      'アイ',
      '%4C',
      '&#76;',
      'X',
      '(',
      '🇱',
      '緑の',
      'アプリ',
      'で',
      '\\u004C',
      '.-.. ',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const undone = undo(pieces.join(''))
      const { plain } = undone
      let at = 0
      for (const { span, name } of findMentions(undone, tokenizer.tokenize(plain.text))) {
        expect(name).not.toBe('')
        expect(span.start).toBeGreaterThanOrEqual(at)
        expect(span.end).toBeGreaterThan(span.start)
        expect(span.end).toBeLessThanOrEqual(plain.text.length)
        at = span.end
      }
    }),
    { numRuns: 500 },
  )
})

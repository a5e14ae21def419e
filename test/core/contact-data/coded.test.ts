import { describe, expect, it } from 'vitest'
import { createDecode } from '../../../src/core/services/decode.ts'
import { createServiceRecognizer } from '../../../src/core/services/service-mentions.ts'
import { encodedIn } from '../../../src/core/services/undo.ts'
import { codes, names, plain, serviceTables } from '../../support/dictionaries.ts'
import { brief } from './found.ts'

describe('data in codes, and runs of the same symbols that are none', () => {
  it.each<[string, string[]]>([
    ['🀆🀎🀆 🀆🀈🀊🀇 🀎🀋🀉🀌 と並ぶ牌が電話番号です', ['phone 08002418536']],
    ['🀇🀈🀉 🀙🀚🀛 🀐🀑🀒 の順で上がりました。電話しながら打ちました', []],
    ['🂪🂨🂪 🂢🂣🂤🂥 🂦🂧🂨🂩 を並べてかけてください', ['phone 08023456789']],
    ['🂡🂱🃁 のスリーカード', []],
    ['🕙🕗🕙🕑🕒🕓🕔🕕🕖🕗🕘 の順に並べると私につながります', ['phone 08023456789']],
    ['🕐から🕒まで', []],
    ['〇〨〇〢〣〤〥〦〧〨〩 におかけください', ['phone 08023456789']],
    [
      'tango oscar dash kilo alfa、アットの後は echo x-ray alfa mike、点、juliett papa を文字に直して',
      ['email to-ka@exam.jp'],
    ],
    ['Hotel Golf Tango のロゴ、電話の絵', []],
    [
      "print(''.join(map(chr,[107,117,109,97,64,101,120,97,109,112,108,101,46,106,112]))) を実行",
      ['email kuma@example.jp'],
    ],
    ['配列 [10, 20, 30, 40, 50, 60, 70] を実行', []],
    ['="shift"&CHAR(64)&"example"&CHAR(46)&"com" をセルに。出てきた文字が宛先', ['email shift@example.com']],
    ['="A"&CHAR(10)&"B" で改行を表示', []],
    ['⠅⠥⠍⠁⠈⠛⠍⠁⠊⠇⠲⠉⠕⠍ を文字に直して', ['email kuma@gmail.com']],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual(expected)
  })
})

describe('names in codes', () => {
  const decode = createDecode(createServiceRecognizer(names, serviceTables), plain)
  it.each<[string, string[]]>([
    ['リチウム・ネオンの名前のアプリ', ['LINE']],
    ['ラジオのラ、いろはのイ、おしまいのンで', ['ライン']],
    ['⠇⠊⠝⠑で', ['LINE']],
    ['Lima India November Echoで', ['LINE']],
    ['リチウムとナトリウムの違い', []],
    ['朝日のア、いろはのイ', []],
  ])('%s', (text, expected) => {
    expect(decode(text, encodedIn(text, codes)).map(({ to }) => to)).toEqual(expected)
  })
})

import { describe, expect, it } from 'vitest'
import { joinMessages } from './found.ts'

describe('data that one writer splits over messages', () => {
  it.each<[string, string[], string[]]>([
    [
      'three parts of a number',
      ['まず080ではじまります。', '次が2233。', '4455です。これで11桁そろいましたね。'],
      ['phone 08022334455 «4455»'],
    ],
    [
      'the parts among other words',
      ['色味はもう少し暗めで。あと、090。', '続きは 1357。', '三通目です。0246。これで全部です。'],
      ['phone 09013570246 «0246»'],
    ],
    ['two parts', ['番号の前半は090-1234です', '後半は5678です'], ['phone 09012345678 «5678»']],
    [
      'parts in words',
      ['ゼロキューゼロから', 'いちにさんよん', 'ごーろくななはち'],
      ['phone 09012345678 «ごーろくななはち»'],
    ],
    ['an area code, then the rest', ['市外局番は03です', '5566-7788です'], ['phone 0355667788 «5566-7788»']],
    ['the last part in two', ['080', '1234と、あと5678です'], ['phone 08012345678 «1234と、あと5678»']],
    [
      'the halves of an address',
      ['@ の前は hinata-layout です。', 'ドメインは icloud.com です。前の行とつなげてください。'],
      ['email hinata-layout@icloud.com «ドメインは icloud.com»'],
    ],
    [
      'a name, then its provider',
      ['kurage_88 です', '@gmail.com です'],
      ['email kurage_88@gmail.com «@gmail.com»'],
    ],
    [
      'a provider, then the name',
      ['ドメインはgmail.comです', 'kurage_88 です'],
      ['email kurage_88@gmail.com «kurage_88»'],
    ],
    ['three fragments', ['kurage_88', '@', 'gmail.com'], ['email kurage_88@gmail.com «gmail.com»']],
    ['a link in two', ['lin.ee', '/AbC12 です'], ['url https://lin.ee/AbC12 «/AbC12»']],
    [
      'a link whose signs are said',
      [
        '前半は line 点 me です',
        'つづきはスラッシュの後ろ、「R/ti/p/pQ7zL0x」です。つなげてお開きください。',
      ],
      ['url https://line.me/R/ti/p/pQ7zL0x «R/ti/p/pQ7zL0x»'],
    ],
    [
      'a domain, then the name that is meant',
      [
        'では当方のサーバーで受けます。ドメインは hoshino-eizo.co.jp です',
        'うしろは会社のドメインで、前は info ではなく shop のほうです。',
      ],
      ['email shop@hoshino-eizo.co.jp «前は info ではなく shop»'],
    ],
    [
      'a name, then a provider to put behind it',
      ['別で受けたいです。mizuno.tatemono', 'gです、gから始まるほう。さっきのに付けて送ってください'],
      ['email mizuno.tatemono@gmail.com «gから始まるほう»'],
    ],
    [
      'a name, then the sign in words and a provider',
      ['前半は「ruri.no.mado」になります。', '後ろはまるあ、じーめ、どっとこです'],
      ['email ruri.no.mado@gmail.com «まるあ、じーめ»'],
    ],
    [
      'a domain, and the front of something else',
      ['ドメインは tanaka.co.jp です。', '前は黒、うしろは白で'],
      [],
    ],
    [
      'the halves of an id',
      [
        '使っている名前、前半が sakurazaka_ です。',
        '0815 です。さっきの英字の後ろに付けて、緑のところで探してください。',
      ],
      ['id sakurazaka_0815 «0815 です。さっきの英字の後ろに付けて»'],
    ],
    [
      'figures that count something',
      ['ページは32ページで、080円の用紙です', '1234円になります', '5678円です'],
      [],
    ],
    ['dates', ['09月01日に', '12:34ごろ', '5678番の棚です'], []],
    [
      'drafts that are numbered',
      [
        'バナーのラフ0とラフ2をお送りします。',
        'ラフ3とラフ5です。よろしくお願いします。',
        'ラフ10、ラフ14、ラフ12をご確認ください。',
        '最後のラフ34とラフ56です。ご確認ください。',
      ],
      [],
    ],
    [
      'an abbreviation twice',
      ['お電話は上だけにします。FAXはどうしますか', 'お電話とFAXの番号が最後です'],
      [],
    ],
    ['no earlier message', ['5678です'], []],
    ['a whole number before', ['090-1234-5678です', '5678です'], []],
    ['ordinary talk', ['納期は3月4日です', '8ページ、240部です', '2,000円です'], []],
    [
      'one name and another',
      ['Photoshop_2024 を使います', 'gmail.com のアドレスの項目を足しました、フォームの入力欄です'],
      [],
    ],
  ])('%s', (_, messages, expected) => {
    expect(joinMessages(messages)).toEqual(expected)
  })
})

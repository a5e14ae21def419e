import { describe, expect, it } from 'vitest'
import { brief, find } from '../found.ts'

describe('e-mail addresses as they are', () => {
  it.each([
    ['alone', 'sakura.atelier@gmail.com', ['email sakura.atelier@gmail.com']],
    ['glued to corner brackets', '「sakura@gmail.com」まで', ['email sakura@gmail.com']],
    ['glued to a full-width colon', 'メール：sakura@gmail.comまで', ['email sakura@gmail.com']],
    ['glued to lenticular brackets', '【sakura@gmail.com】', ['email sakura@gmail.com']],
    ['glued to kana on both sides', 'アドレスはsakura@gmail.comですので', ['email sakura@gmail.com']],
    ['glued to kanji', '宛先sakura-01@yahoo.co.jp宛', ['email sakura-01@yahoo.co.jp']],
    ['before a full stop', '連絡先はa_b@mail.example-shop.co.jp。', ['email a_b@mail.example-shop.co.jp']],
    ['in full width', 'ｓａｋｕｒａ＠ｇｍａｉｌ．ｃｏｍ', ['email sakura@gmail.com']],
    ['with a plus', 'sakura+work@icloud.com', ['email sakura+work@icloud.com']],
    ['as a mailto link', 'mailto:sakura@gmail.com', ['email sakura@gmail.com']],
    ['at the end of an English sentence', 'Mail me at sakura@gmail.com.', ['email sakura@gmail.com']],
    ['at a Japanese domain', 'info@株式会社さくら.jp まで', ['email info@xn--y8jl1nt71jtxqupmq82a.jp']],
    ['reserved: a sample', 'user@example.com', ['email user@example.com (sample)']],
    ['nobody reads it: a sample', 'no-reply@kamome.co.jp', ['email no-reply@kamome.co.jp (sample)']],
    ['an ssh address: a sample', 'git@github.com:kumo/shop.git', ['email git@github.com (sample)']],
    ['a package of npm is none', 'npm i @hoge/util@1.2.0', []],
    ['a retina image is none', 'logo@2x.png logo@2x.ai', []],
    ['no domain', 'root@server', []],
  ])('%s', (_, text, expected) => {
    expect(brief(text).filter((one) => one.startsWith('email'))).toEqual(expected)
  })

  it('underlines what the writer wrote, soft hyphens included', () => {
    const [datum] = find('一覧はhare\u00adno\u00addata\u00ad@gm\u00adail.com に')
    expect(datum).toMatchObject({
      value: 'harenodata@gmail.com',
      words: 'hare\u00adno\u00addata\u00ad@gm\u00adail.com',
      disguised: true,
    })
  })
})

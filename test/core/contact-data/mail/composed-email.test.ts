import { describe, expect, it } from 'vitest'
import { brief } from '../found.ts'

describe('addresses that are told part by part, and what only sounds like one', () => {
  it.each<[string, string[]]>([
    [
      'nagare の後ろは渦まき、その次は jcom、点を打って、終わりは home.ne.jp',
      ['email nagare@jcom.home.ne.jp'],
    ],
    ['まえが「すずめのおやど」をローマ字、うしろが「アウトルック」', ['email suzumenooyado@outlook.com']],
    ['tanaka（このあとに @gmail.com を付けてください）', ['email tanaka@gmail.com']],
    ['アルファのA、キロのK、数字の20、後ろはヤフーのジェーピー', ['email AK20@yahoo.co.jp']],
    [
      'i.n.u.i のあとに .hosyu、それから渦巻き、最後に g から始まる無料メール',
      ['email i.n.u.i.hosyu@gmail.com'],
    ],
    ['@マークの前が tanaka.design、後ろが gmail.com です', ['email tanaka.design@gmail.com']],
    ['s-o-u-z-o-k-u 渦まき p-l-a-l-a 点 o-r 点 j-p', ['email souzoku@plala.or.jp']],
    ['t-a-n-a-k-a-@-g-m-a-i-l-.-c-o-m', ['email tanaka@gmail.com']],
    ['KAZUdeleteMIdeleteCHI@NIFdeleteTY.COM の delete を抜いて', ['email KAZUMICHI@nifty.com']],
    ['tanaka 山 gmail.com（山は@に変えてください）', ['email tanaka@gmail.com']],
    ['kuma at studio;hoshi;jp', ['email kuma@studio.hoshi.jp']],
    ['mail: tori at mori studio jp', ['email tori@mori.studio.jp']],
    ['[career.sugi] [at] [outlook] [dot] [com]', ['email career.sugi@outlook.com']],
    ['hokiboshi🌀live🔘jp', ['email hokiboshi@live.jp']],
    ['くらげ@kurage-studio.jp', ['email くらげ@kurage-studio.jp']],
    ['メールは「名字」@design-tanaka.co.jp です', ['email 「名字」@design-tanaka.co.jp']],
    ['kurage..2000.@docomo.ne.jp', ['email kurage..2000.@docomo.ne.jp']],
    ['ご連絡は test@example.com まで', ['email test@example.com']],
    ['info@example.jp へお送りください', ['email info@example.jp']],
    ['フォームには user@example.com と入力します', ['email user@example.com (sample)']],
    ['通知の宛先は user@example.com のような見本で試します', ['email user@example.com (sample)']],
    ['連絡先は taro@gmail.com のような見本です', ['email taro@gmail.com']],
    ['宛先は info@example.jp へお送りください。仮の名です', ['email info@example.jp']],
    ['noreply@localhost へお送りします', ['email noreply@localhost (sample)']],
    ['GraphQL×Railsアプリ', []],
    ['Python×AWSの構成', []],
    ['Mac の後に Outlook を開いて', []],
    ['楽天のR-Messe、Yahoo!の管理', []],
    ['PDF を Gmail で送る', []],
    ['Slackの通知をGmailに', []],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual(expected)
  })
})

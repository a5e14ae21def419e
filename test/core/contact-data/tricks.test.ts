/** Everyday tricks with numbers, addresses, links and accounts, each with what only looks like it; spans are exact. */
import { describe, expect, it } from 'vitest'
import { find, joinMessages } from './found.ts'

const marked = (text: string): string[] => find(text).map(({ kind, words }) => `${kind} «${words}»`)

describe('numbers', () => {
  it.each([
    ['09033334444please call', '09033334444'],
    ['a090-3333-4444', '090-3333-4444'],
    [
      'ゼロ、ご、ゼロ。霧。さん、さん、なな、いち。また霧。ろく、はち、に、きゅう。受話器をお取りください',
      'ゼロ、ご、ゼロ。霧。さん、さん、なな、いち。また霧。ろく、はち、に、きゅう',
    ],
    [
      '出目は 0、7、0。一回休み。8、8、2、1。三つ戻る。5、6、3、0。あがり。声をかけてください',
      '0、7、0。一回休み。8、8、2、1。三つ戻る。5、6、3、0',
    ],
    ['強力粉 090g、砂糖 7723g、バター 5108g。全部まぜて「もしもし」', '090g、砂糖 7723g、バター 5108g'],
    ['お電話は (650) 723-1614 までお願いします', '(650) 723-1614'],
    ['+15551234567 にお電話ください', '+15551234567'],
    ['+82 10-1234-5678 にかけてください', '+82 10-1234-5678'],
    ['まず090、つづいて5512、さいごに0873', 'まず090、つづいて5512、さいごに0873'],
    ['頭が090、胴が5512、しっぽが0873', '頭が090、胴が5512、しっぽが0873'],
    ['0九ゼロ55①2ゼロ八7さん にお電話ください', '0九ゼロ55①2ゼロ八7さん'],
    ['ゼロキュウゼロ、ゴーゴーイチニ、ゼロハチナナサン', 'ゼロキュウゼロ、ゴーゴーイチニ、ゼロハチナナサン'],
    ['1. 090\n2. 5512\n3. 0873\n続けて押すと私が出ます', '1. 090\n2. 5512\n3. 0873'],
    ['・090\n・5512\n・0873\n上から順に押してください', '090\n・5512\n・0873'],
    [
      'れいはちれい、が先頭で、まんなかは 5 5 1 2、おしりは 7 7 3 3 と覚えてください',
      'れいはちれい、が先頭で、まんなかは 5 5 1 2、おしりは 7 7 3 3',
    ],
    ['まずは080、次が5512、おしまいに7733です', 'まずは080、次が5512、おしまいに7733'],
    ['080-5512-773まで書きました。最後の数字は3です', '080-5512-773まで書きました。最後の数字は3'],
    ['80-5512-7733(最初の0は省略)に電話をお願いします', '80-5512-7733'],
    ['国番号は65、続けて9123 4567におかけください', '国番号は65、続けて9123 4567'],
    ['℡⁰⁶₋⁰¹⁸⁵₋²⁷⁷⁴ までお願いします', '⁰⁶₋⁰¹⁸⁵₋²⁷⁷⁴'],
    ['☎️ 06-0185-2774', '06-0185-2774'],
    ['末尾から 6655-3311-080 の順に読んでおかけください', '6655-3311-080'],
    ['ワッツアップの番号は八一・九〇・一二三四・五六七八', '八一・九〇・一二三四・五六七八'],
    ['Ρhone: +81 ９0 ‐ 44Ο7 ‐ 8l26', '+81 ９0 ‐ 44Ο7 ‐ 8l26'],
    ['A案 ¥080\nB案 ¥2219\nC案 ¥7340\nA→B→Cの順に続けてお掛けください', '¥080\nB案 ¥2219\nC案 ¥7340'],
    [
      '「れい・はち・れい」「さんぱち・いちろく」「なないち・にーさん」の順に並べると声が聞こえます',
      '「れい・はち・れい」「さんぱち・いちろく」「なないち・にーさん」',
    ],
    ['バージョン 0.9.0-8822.6174 の点とハイフンを取って掛けてください', '0.9.0-8822.6174'],
    [
      'お急ぎの方は「ミシン0くるくる8まわって0いと5はり5ぬい1ぼたん2すそ7えり7そで3ポケ3」の数字をご覧ください',
      '0くるくる8まわって0いと5はり5ぬい1ぼたん2すそ7えり7そで3ポケ3',
    ],
  ])('%s', (text, words) => {
    expect(marked(text)).toEqual([`phone «${words}»`])
  })

  it('over messages, where they say that they belong together', () => {
    expect(joinMessages(['まず090です', 'つづいて5512', '最後は0873です'])).toHaveLength(1)
    expect(joinMessages(['090ページまで読みました', '1234円でした', '5678歩あるきました'])).toEqual([])
  })

  it.each([
    'id_09055120873_v2',
    'sku-09033334444',
    '08055127733という型番の部品を探しています',
    '注文番号070-3382-9106と090-3382-9107が二重登録でした。ハイフンの位置が電話番号と同じです',
    '品番 0802-294-7713 の在庫が3、0802-294-7714 の在庫が0です',
    '0368114279 は管理番号です。頭の0は落とさないでください',
    '別表の「0783319046」は電話番号ではなく、労働保険番号の下10桁です',
    '参考番号 080-2024-0012 のデザイン案です',
    'A案 ¥3080\nB案 ¥2219\nC案 ¥7340\n続けてご検討ください',
    '管理番号の頭に0を付けてください。8012345678 のように書きます',
    '1. 090ページ\n2. 1234文字\n3. 5678行',
    '背番号は0、8、0、5、5、1、2、7、7、3、3です',
    '社員番号は 8055127733 です。先頭に0を付けて入力します',
    '先頭は0、真ん中は5、最後は7 8 9 と並べてください',
    '部品の数字だけご覧ください。3と0と8と5です',
    'a09033334444b.png',
    '動画は 0:90 から 12:34、続けて 56:78 の部分を合わせて編集してください',
    '動画の0:45から1:20と、8:10から12:34を続けてつないでください',
    '営業時間は10:00〜19:00、続けて日曜は11:00〜17:00です。合わせてご確認ください',
    '営業時間 09:00-12:00 / 13:45-18:30 続けて祝日 10:00-15:00 も合わせて載せてください',
    '第1章 090、第2章 1234、第3章 5678 を続けて読んでください',
    'A列 090\nB列 1234\nC列 5678\nを合わせて集計してください',
    '料金は 3,000円、5,500円、8,800円です。合わせてご検討ください',
    'サイズは 080×1200×3456mm です。合わせてお知らせします',
    'IPは 192.168.090.123 と 10.0.12.34 です。続けて設定してください',
    '2025年09月01日と 2025-12-34 56 を合わせて確認',
    'スライドは03、続けて1234、最後に5678を合わせて',
    '080、5512、0873 の3枚を続けて印刷してください',
    '会員番号は7桁です。足りないときは頭に0を補ってください。IPは 192.168.1.20 です',
    '各桁に1を足してください。サーバーは192.168.100.20です',
    '後ろから読んでください。アドレスは 021.861.291.0 です',
    '頭に0を付けて続けてください。バージョンは 9.12.34.5678 です',
    '2025-09-01 の前に0を付けた答えと 12:34:56 を続けて計算してください',
  ])('%s is none', (text) => {
    expect(marked(text)).toEqual([])
  })

  it.each([
    'テストサーバーのIPは192.168.1.20です。',
    '192.168.1.20',
    'バージョンは 9.12.34.5678 です',
    '公開は 2025-09-01 12:34 です',
    '動画の 9:01 と 23:45 と 6:78 をつないでください',
    '9,012円と345,678円です',
    '¥9012と¥345678です',
    '公開日は9月1日、締め切りは12月31日です',
  ])('%s is none behind a message that tells to put a zero in front or to join', (text) => {
    for (const told of [
      'カードの番号は7桁です。足りないときは頭に0を補ってください。',
      '先頭に0を付けて、続けて読んでください。',
      '0',
    ]) {
      expect(joinMessages([told, text])).toEqual([])
    }
  })

  it('measures of several messages are none', () => {
    expect(
      joinMessages([
        'バスト080、ウエスト062、ヒップ088です。',
        '背丈は38.5、袖丈は54、肩幅は37でした。ヒールは7センチのものを履く予定です。',
      ]),
    ).toEqual([])
    expect(joinMessages(['身長は160、体重は052です', '肩幅は38、股下は72、足は245です'])).toEqual([])
  })

  it('the parts of what a thing is numbered by are none', () => {
    const rest = '続きは 731-8804 です。棚卸表のC列に入れるとバーコードと一致します。頭の052は倉庫です。'
    expect(joinMessages(['先に管理番号の頭だけ書いておきますね。052 です。', rest])).toEqual([])
    expect(marked(rest)).toEqual([])
    expect(
      joinMessages(['先に番号の頭だけ書いておきますね。052 です。', '続きは 731-8804 です']),
    ).toHaveLength(1)
  })

  it('but a number without its zero is one', () => {
    expect(joinMessages(['頭に0を補ってください', '312345678です'])).toEqual(['phone 0312345678 «312345678»'])
  })
})

describe('addresses', () => {
  it.each([
    ['nagisa〔丸a〕icloud〔点〕com へお願いします', 'nagisa〔丸a〕icloud〔点〕com'],
    ['sakura〔アット〕gmail〔ドット〕com までどうぞ', 'sakura〔アット〕gmail〔ドット〕com'],
    ['kitamura\n(あっとまーく)\nwordwell\n(ぽち)\njp', 'kitamura\n(あっとまーく)\nwordwell\n(ぽち)\njp'],
    [
      'k i t a m u r a\n(あっとまーく)\nw o r d w e l l\n(ぽち)\nj p',
      'k i t a m u r a\n(あっとまーく)\nw o r d w e l l\n(ぽち)\nj p',
    ],
    ['kumo88、あとはグーグルさんの無料のやつです', 'kumo88、あとはグーグルさんの無料のやつ'],
    ['kumo ぐるぐる巻きのa ジーメール', 'kumo ぐるぐる巻きのa ジーメール'],
    ['info@example.jp へお送りください', 'info@example.jp'],
    ['aW5mb0BleGFtcGxlLmpw をデコードして、そちらへお送りください', 'aW5mb0BleGFtcGxlLmpw'],
    ['くらげ2000あっとどこも へ送ってください', 'くらげ2000あっとどこも'],
    ['海月2000@docomo.ne.jp へ送ってください', '海月2000@docomo.ne.jp'],
    ['た・ろ・う@gmail.com', 'た・ろ・う@gmail.com'],
    ['kurage..2000.@docomo.ne.jp へ送ってください', 'kurage..2000.@docomo.ne.jp'],
    ['t-a-n-a-k-a-@-gmail.com へ送ってください', 't-a-n-a-k-a-@-gmail.com'],
    ['t-a-n-a-k-a-@-g-m-a-i-l-.-c-o-m', 't-a-n-a-k-a-@-g-m-a-i-l-.-c-o-m'],
    ['tanaka2000 このあとに @gmail.com を付けてください', 'tanaka2000 このあとに @gmail.com'],
    ['tanaka2000☆gmail●com まで', 'tanaka2000☆gmail●com'],
    ['tanaka(アット)gmail(てん)com', 'tanaka(アット)gmail(てん)com'],
    ['tanakaまるあgmailぽちcom', 'tanakaまるあgmailぽちcom'],
    ['tanaka2000猫gmail犬com 猫は@、犬は.です', 'tanaka2000猫gmail犬com'],
    ['tanaka[★]gmail[●]com ★は@、●はドットです', 'tanaka[★]gmail[●]com'],
    ['@の左はtanaka2000、右はジーメールです', '@の左はtanaka2000、右はジーメール'],
    ['info@example.com まで原稿をお送りください', 'info@example.com'],
    [
      'soumu の kinzoku-oba の co の jp です(一つ目の「の」はアットマーク、あとは点)',
      'soumu の kinzoku-oba の co の jp',
    ],
    [
      'nekoKORE.games@exaKOREmple.ne.jp（大文字のところは消してから使ってください）',
      'nekoKORE.games@exaKOREmple.ne.jp',
    ],
    ['メアドは morineko、プロバイダはヤフーです', 'morineko、プロバイダはヤフー'],
    [
      '前は info ではなく shop のほう、うしろは hoshino-eizo.co.jp です',
      'info ではなく shop のほう、うしろは hoshino-eizo.co.jp',
    ],
    ['メールは daisukiusagi まで、@のあとは どこもです', 'daisukiusagi まで、@のあとは どこも'],
    [
      '13文字ずらしで書きますね。cebprff@xvfrxv-wvzhfub.wc です。折り返すと読めます',
      'cebprff@xvfrxv-wvzhfub.wc',
    ],
    ['moc.liamg@ijohok.iusuf へ。うしろから読む宛先です', 'moc.liamg@ijohok.iusuf'],
    [
      'tango oscar dash kilo alfa、アットの後は echo x-ray alfa mike、点、juliett papa。折り返しお願いします',
      'tango oscar dash kilo alfa、アットの後は echo x-ray alfa mike、点、juliett papa',
    ],
  ])('%s', (text, words) => {
    expect(marked(text)).toEqual([`email «${words}»`])
  })

  it.each([
    'Gのメール機能を設定しました',
    '渦巻き模様のアイコンです',
    '見出し\n(点)\n本文 com',
    'user@example.com のような見本です',
    'GraphQL×Railsでアプリを作っています',
    'Python×AWSの構築をお手伝いします',
    '会社名 @Scale として登壇しました',
    '営業時間@新宿',
    '数字は2000、@の使い方も',
    'a-b-@-c-d.com',
    'user@example.com に確認のメールを送って動作を見てください',
    '手前は info ではなく shop のページ、うしろは hoshino-eizo.co.jp のトップです',
    'この「の」はあとで点に直します。一つ目の「の」は赤、あとは黒で',
    '猫は@、犬は.です',
  ])('%s is none', (text) => {
    expect(find(text).filter(({ kind, sample }) => kind === 'email' && !sample)).toEqual([])
  })
})

describe('links', () => {
  it.each([
    ['私のサイトは さくら工房.みんな です', 'さくら工房.みんな'],
    ['日本語.jp をご覧ください', '日本語.jp'],
    ['hxxps://sakura-kobo.com をご覧ください', 'hxxps://sakura-kobo.com'],
    ['sakura-kobo ドット com スラッシュ works', 'sakura-kobo ドット com スラッシュ works'],
    ['sakura-kobo[.]com', 'sakura-kobo[.]com'],
    ['bit ドット ly スラッシュ 3xKuro9 を開いて', 'bit ドット ly スラッシュ 3xKuro9'],
    ['w w w . s a k u r a - k o b o . c o m', 'w w w . s a k u r a - k o b o . c o m'],
    ['ビットリーのスラッシュ 3xKuro9 を開いてください', 'ビットリーのスラッシュ 3xKuro9'],
    ['tinyurlのうしろにスラッシュ、kurage9 です', 'tinyurlのうしろにスラッシュ、kurage9'],
    ['bit\n.ly/3xKuro9 から登録してください', 'bit\n.ly/3xKuro9'],
    ['lin.\nee/abc12 で友だち追加', 'lin.\nee/abc12'],
  ])('%s', (text, words) => {
    expect(marked(text)).toEqual([`url «${words}»`])
  })
})

it('a name that says its host by itself is a label where the dot is written', () => {
  for (const text of [
    'リンクは tinyurl.com/nagi8 です',
    'tinyurl. com/nagi8',
    'tinyurlのうしろにスラッシュ、nagi8',
  ])
    expect(find(text)).toMatchObject([
      { kind: 'url', value: 'https://tinyurl.com/nagi8', service: 'tinyurl' },
    ])
})

describe('links that are none', () => {
  it.each([
    'tinyurl の使い方を教えます',
    'ビットリーの使い方の記事です',
    '保存しました\n.cssを直します',
    '次は index\n.html です',
    'これはlit.\nlinkタグです',
  ])('%s', (text) => {
    expect(find(text).filter(({ kind }) => kind === 'url')).toEqual([])
  })
})

describe('accounts', () => {
  it.each([
    ['@kurage_zakka88 までご連絡ください', 'handle «@kurage_zakka88»'],
    ['kurage_zakka88 を検索して申請してください', 'id «kurage_zakka88 を検索»'],
    ['LINE公式_@deck_mahiro.png', 'id «LINE公式_@deck_mahiro.png»'],
    ['thumb_LINE_ID_haruka.edit.png', 'id «thumb_LINE_ID_haruka.edit.png»'],
    ['ig_@sora.works.png', 'id «ig_@sora.works.png»'],
    ['LINE検索→umi_88', 'id «LINE検索→umi_88»'],
    ['I have QQ 2847710936. add me', 'id «QQ 2847710936»'],
    ['ID是 kyoto_li88 です', 'id «ID是 kyoto_li88»'],
  ])('%s', (text, found) => {
    expect(marked(text)).toEqual([found])
  })

  it.each([
    '「data_2024」という名前のファイルを追加してください',
    '「setup.bat」と入力してください',
    '「sheet_01」というシートを追加しました',
    '「user_master」というテーブルを作成',
    '「layer_bg02」という名前のレイヤーです',
    '「git_push」コマンドで送ってください',
    'パスワードは「abc_1234」です',
    '「main_visual」で検索するとファイルが見つかります',
    'ID: tester01、パスは契約書の別紙3に書いた12桁です',
    '表示名「SakuraTool」というファイルです',
    '「MyPart.vue」という名前のファイルは、推測された表示名 "MyPart" を持ちます',
    'フォントは「Noto_Sans_01」を使ってください',
    '検索窓に「sample_shop」と入力した画面のデザインです。',
    'ユーザー名は「test_user」と入力してください。',
    'パッケージは@vue/cliを使っています。',
    'SNSのアカウントがBANされないか心配です。',
    'line_icon_01.png',
  ])('%s has none', (text) => {
    expect(marked(text)).toEqual([])
  })
})

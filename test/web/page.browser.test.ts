/** The page as a whole in a real browser: keyboard, languages, colours, the other modes, the rule catalogue, keys. */
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import { createKeyring, parseKeys } from '../../src/http/api-key.ts'
import { KEYS, KEYS_CONFIGURATION } from '../conformance/test-keys.ts'
import { accessibilityFaults, type OpenPage, openPage } from './support/open-page.ts'

let open: OpenPage

afterEach(async () => {
  const { expectSilence, close } = open
  await close()
  expectSilence()
})

const mode = async (name: string) => {
  await open.page.locator(`#tab-${name}`).click()
  await open.page.locator(`#mode-${name}`).waitFor()
}

describe('everyone can use it', () => {
  const prepare: Record<string, () => Promise<void>> = {
    '/': async () => {
      await open.page.locator('#passport .cell').first().waitFor()
      await open.page.locator('.more summary').click()
      await open.page.locator('#reading summary').click()
      await open.page.locator('#reading tbody tr').first().waitFor()
    },
    '/ talk': async () => {
      await mode('talk')
      await open.page.locator('#mode-talk .card').first().waitFor()
    },
    '/ account': async () => {
      await mode('account')
      await open.page.getByRole('button', { name: '見本で試す' }).click()
      await open.page.locator('.audit .card').first().waitFor()
    },
    '/rules': async () => {},
    '/rules/common/line': async () => {},
    '/docs': async () => {},
    '/docs/contributing/speed': async () => {},
    '/docs/sellers/pages': async () => {},
    '/docs/reference': async () => {},
    '/rules/no/such': async () => open.expectMessages(/status of 404/),
  }
  const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
    { colorScheme, viewport: { width: 1280, height: 900 } },
    { colorScheme, viewport: { width: 320, height: 640 } },
  ])

  test.each(Object.keys(prepare))(
    '%s, light and dark, wide and narrow: axe finds nothing, and nothing is wider than the window',
    async (place) => {
      open = await openPage(place.split(' ')[0], looks[0])
      await prepare[place]!()
      for (const { colorScheme, viewport } of looks) {
        await open.page.emulateMedia({ colorScheme })
        await open.page.setViewportSize(viewport)
        const look = `${colorScheme} ${viewport.width}`
        expect({ look, faults: await accessibilityFaults(open.page) }).toEqual({ look, faults: [] })
        const surplus = await open.page.evaluate('document.documentElement.scrollWidth - innerWidth')
        expect({ look, fits: Number(surplus) <= 0 }).toEqual({ look, fits: true })
      }
    },
  )

  test('by keyboard alone: skip link, tabs, marketplace, text, findings, fix', async () => {
    open = await openPage()
    const { page } = open
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    const focus = () =>
      page.evaluate(`document.activeElement.id || document.activeElement.textContent.trim()`)
    await press('Tab')
    expect(await focus()).toBe('本文へ')
    await press('Enter', 'Tab')
    expect(await focus()).toBe('tab-text')
    await press('ArrowRight')
    expect(await focus()).toBe('tab-talk')
    expect(await page.locator('#mode-talk').isVisible()).toBe(true)
    await press('Home', 'Tab', 'ArrowRight')
    expect(await page.locator('[name=marketplace]:checked').inputValue()).toBe('crowdworks')
    // Channel, phase, role, more context, five examples.
    for (let step = 0; step < 10; step++) await press('Tab')
    expect(await focus()).toBe('text')
    await press('Control+a')
    await page.keyboard.type('LINEとすいません')
    await expect.poll(() => page.locator('#findings .card').count()).toBe(2)
    await press('Home', 'F8')
    expect(await page.evaluate('getSelection().toString()')).toBe('LINE')
    await press('F8')
    expect(await page.evaluate('getSelection().toString()')).toBe('すいません')
    expect(await page.locator('#findings .card.current .excerpt').innerText()).toContain('すいません')
    await press('F8')
    expect(await page.evaluate('getSelection().toString()')).toBe('LINE')
    await page.locator('#findings .fix').focus()
    await press('Enter')
    expect(await page.inputValue('#text')).toBe('LINEとすみません')
  })
})

describe('languages', () => {
  test('switch in place, keep the text, and are remembered', async () => {
    open = await openPage()
    const { page } = open
    await page.fill('#text', 'LINEで')
    await page.locator('#verdict[data-verdict=block]').waitFor()
    await page.getByRole('link', { name: 'English' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await expect.poll(() => page.locator('#verdict .word').innerText()).toBe('Blocked')
    expect(await page.locator('h1').innerText()).toBe('Check the words before you send them.')
    expect(await page.getByRole('textbox', { name: 'Text to check' }).inputValue()).toBe('LINEで')
    await page.getByRole('link', { name: 'Rules', exact: true }).click()
    expect(await page.locator('h1').innerText()).toBe('Rules')
    expect(await page.locator('.rule-card .says, .rule-card h3').first().getAttribute('lang')).toBe('ja')
  })

  test('an address in English is English without any script', async () => {
    open = await openPage('/?lang=en', { javaScriptEnabled: false })
    expect(await open.page.locator('html').getAttribute('lang')).toBe('en')
    expect(await open.page.locator('h1').innerText()).toBe('Check the words before you send them.')
    expect(await open.page.locator('noscript').innerText()).toContain('needs JavaScript')
  })
})

describe('the rule catalogue', () => {
  test('is searched as one types, whatever the width and the kana', async () => {
    open = await openPage('/rules')
    const { page } = open
    const shown = page.locator('.rule-list li:visible')
    expect(await shown.count()).toBe(5)
    await page.getByRole('searchbox').fill('ｸﾗｳﾄﾞ')
    await expect.poll(() => shown.count()).toBe(1)
    expect(await page.locator('#rule-count').innerText()).toBe('1件')
    await page.getByRole('searchbox').fill('めっせんじゃー 誘い')
    await expect.poll(() => shown.locator('code').allInnerTexts()).toEqual(['common/line'])
    await page.getByRole('searchbox').fill('どこにもない')
    await expect.poll(() => page.locator('#no-rules').isVisible()).toBe(true)
  })

  test('is searched by the server where there is no script', async () => {
    open = await openPage('/rules?q=%E3%82%AF%E3%83%A9%E3%82%A6%E3%83%89', { javaScriptEnabled: false })
    expect(await open.page.locator('.rule-list li:visible code').allInnerTexts()).toEqual(['common/drive'])
  })

  test('a rule says what every marketplace makes of it, and its examples open in the page', async () => {
    open = await openPage('/rules/common/line')
    const { page } = open
    expect(await page.locator('h1').innerText()).toBe('メッセンジャーの誘いです。')
    const rows = await page.locator('table').first().locator('tbody tr').allInnerTexts()
    expect(rows.map((row) => row.split(/\s+/).join(' '))).toEqual([
      'ココナラ すべての場所 不可',
      'クラウドワークス すべての場所 不可',
    ])
    expect(await page.getByRole('link', { name: '禁止行為' }).count()).toBe(2)
    await page.getByRole('link', { name: 'この例を試す' }).first().click()
    await expect.poll(() => page.inputValue('#text')).toBe('これはメッセンジャーの誘いです。')
  })

  test('an unknown rule is not found, and says so', async () => {
    open = await openPage('/rules/no/such')
    open.expectMessages(/status of 404/)
    expect(await open.page.locator('h1').innerText()).toBe('お探しのページはありません。')
  })
})

describe('a conversation', () => {
  test('is judged with what was said before, and loses it with the message', async () => {
    open = await openPage()
    const { page } = open
    await mode('talk')
    await page.locator('#mode-talk .verdict[data-verdict=block]').waitFor()
    const removers = page.getByRole('button', { name: /この発言を消す/ })
    await removers.first().click()
    await removers.first().click()
    await page.locator('#mode-talk .verdict[data-verdict=none]').waitFor()
    await page.getByRole('button', { name: '購入者の発言を足す' }).click()
    await page.keyboard.type('LINEはどうですか')
    await page.getByRole('button', { name: '出品者の発言を足す' }).click()
    await page.keyboard.type('追加しました')
    const badges = page.locator('#mode-talk .card .head')
    await expect
      .poll(async () => (await badges.allInnerTexts()).map((text) => text.split(/\s+/).slice(0, 2).join(' ')))
      .toEqual(['不可 #1', '不可 #2'])
    await removers.first().click()
    await expect
      .poll(async () => (await badges.allInnerTexts()).map((text) => text.split(/\s+/).slice(0, 2).join(' ')))
      .toEqual(['参考 #1'])
    await page.locator('#mode-talk .verdict[data-verdict=allow]').waitFor()
  })

  test('has one card for what is said of several messages, the hardest first, with a count', async () => {
    open = await openPage()
    const { page } = open
    await mode('talk')
    const texts = page.locator('#mode-talk textarea')
    await texts.nth(0).fill('すいません、番号は')
    await texts.nth(1).fill('LINEか、LINEで')
    await page.getByRole('button', { name: '購入者の発言を足す' }).click()
    await page.keyboard.type('LINEですね')
    const badges = page.locator('#mode-talk .card .head')
    await expect
      .poll(async () => (await badges.allInnerTexts()).map((text) => text.split(/\s+/).slice(0, 3).join(' ')))
      .toEqual(['不可 #2 #3', '要審査 #1 電話番号', '参考 #1 くだけた言い方'])
    expect(await page.locator('#mode-talk .counts .badge').allInnerTexts()).toEqual([
      '不可 3',
      '要審査 1',
      '参考 1',
    ])
    const places = page.locator('#mode-talk .places li')
    expect((await places.allInnerTexts()).map((text) => text.split(/\s+/)[0])).toEqual(['#2', '#2', '#3'])
    await places.nth(2).getByRole('button').click()
    expect(await page.evaluate('getSelection().toString()')).toBe('LINE')
    expect(await page.evaluate('document.activeElement.value')).toBe('LINEですね')
  })

  test('is there again after a reload, and a step back from an example', async () => {
    open = await openPage()
    const { page } = open
    await mode('talk')
    const texts = page.locator('#mode-talk textarea')
    const written = async () => Promise.all((await texts.all()).map((one) => one.inputValue()))
    await texts.nth(0).fill('書きかけのLINE')
    await page.locator('#mode-talk input[type=datetime-local]').first().fill('2026-11-02T09:00')
    const mine = await written()
    await page.reload()
    await expect.poll(written).toEqual(mine)
    expect(await page.locator('#tab-talk').getAttribute('aria-selected')).toBe('true')
    expect(await page.locator('#mode-talk input[type=datetime-local]').first().inputValue()).toBe(
      '2026-11-02T09:00',
    )
    await page.locator('#mode-talk .chip').nth(2).click()
    expect(await written()).not.toEqual(mine)
    await page.goBack()
    await expect.poll(written).toEqual(mine)
    await page.locator('#tab-text').click()
    await page.fill('#text', 'ひとつ')
    await page.reload()
    await expect.poll(() => page.inputValue('#text')).toBe('ひとつ')
    expect(await page.locator('#tab-text').getAttribute('aria-selected')).toBe('true')
    await page.locator('#tab-talk').click()
    await expect.poll(written).toEqual(mine)
  })
})

describe('an account', () => {
  const upload = async (name: string, buffer: Buffer) => {
    await mode('account')
    await open.page
      .locator('#account-file')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  }
  const places = () => open.page.locator('.audit-field h3').allInnerTexts()

  test('in JSON goes part by part, and every finding has its place in the whole', async () => {
    open = await openPage()
    const portfolio = Array.from({ length: 25 }, (_, index) => ({
      title: `作品${index + 1}`,
      description: index === 22 ? '😀詳しくはLINEで、番号もLINEで' : '説明です。',
    }))
    const profile = { bio: 'すいません。', unheardOf: 1 }
    await upload('account.json', Buffer.from(JSON.stringify({ marketplace: 'coconala', profile, portfolio })))
    await expect.poll(places).toEqual(['プロフィール › 自己紹介', 'ポートフォリオ 23 › 説明'])
    expect(await open.page.locator('.audit .verdict').getAttribute('data-verdict')).toBe('block')
    expect(await open.page.locator('.audit-text').last().innerText()).toBe('😀詳しくはLINEで、番号もLINEで')
    // What is said of both stands once, the hardest first.
    const cards = open.page.locator('.audit-field').last().locator('.card')
    expect(await cards.evaluateAll((all) => all.map((one) => one.getAttribute('data-findings')))).toEqual([
      '0 2',
      '1',
    ])
    expect(await cards.first().locator('.places > li').count()).toBe(2)
    expect(await open.page.locator('.audit-text mark').last().innerText()).toBe('LINE')
    expect(await open.page.locator('.audit').innerText()).toContain('51か所の文章を確かめました。')
    expect(await open.page.locator('.audit-list').innerText()).toContain('profile.unheardOf')
    expect(open.asked('/v1/lint/document').length).toBe(4)
    expect(await open.page.locator('#mode-account progress').isHidden()).toBe(true)
  })

  test('in a table of Shift_JIS is read by its headers, and unknown columns too', async () => {
    open = await openPage()
    // タイトル,説明,備考 / カフェ,"LINEで↵どうぞ",番号 in Shift_JIS
    const bytes = Buffer.from(
      '835e83438367838b2c90e096be2c94f58d6c0d0a834a837483462c224c494e4582c50d0a82c782a482bc222c94d48d860d0a',
      'hex',
    )
    await upload('portfolio.csv', bytes)
    await expect.poll(places).toEqual(['1行目 › 説明', '1行目 › 備考'])
  })

  test('with a text over the limit reports it as unread, and checks the rest', async () => {
    open = await openPage()
    open.expectMessages(/status of 422/)
    const portfolio = Array.from({ length: 9 }, (_, index) => ({
      title: index === 4 ? 'あ'.repeat(20_001) : 'LINE',
    }))
    await upload('account.json', Buffer.from(JSON.stringify({ portfolio })))
    await expect.poll(async () => (await places()).length).toBe(8)
    expect(await places()).not.toContain('ポートフォリオ 5 › タイトル')
    expect(await open.page.locator('.audit-list').innerText()).toContain('ポートフォリオ 5')
    expect(await open.page.locator('.audit-list').innerText()).toContain('20000文字まで')
  })

  test('that cannot be read says where', async () => {
    open = await openPage()
    await upload('broken.json', Buffer.from('{"profile": {\n"bio": \n}'))
    await expect.poll(() => open.page.locator('.audit').innerText()).toContain('3行目')
  })

  test('can be stopped, and is not called clean then', async () => {
    open = await openPage()
    let requests = 0
    await open.page.route('**/v1/lint/document', async (route) => {
      requests += 1
      if (requests === 1) await route.continue()
    })
    const portfolio = Array.from({ length: 30 }, () => ({ title: '作品' }))
    await upload('account.json', Buffer.from(JSON.stringify({ portfolio })))
    await expect.poll(() => open.page.locator('#account-count').innerText()).toBe('10 / 30 を確かめました')
    await open.page.getByRole('button', { name: 'やめる' }).click()
    await open.page.locator('.audit .verdict[data-verdict=review]').waitFor()
    expect(await open.page.locator('.audit .notice').innerText()).toContain('途中でやめました')
  })

  test('gives its report as a file', async () => {
    open = await openPage()
    await mode('account')
    await open.page.getByRole('button', { name: '見本で試す' }).click()
    const download = open.page.waitForEvent('download')
    await open.page.getByRole('button', { name: '結果を保存 (JSON)' }).click()
    expect((await download).suggestedFilename()).toBe('sekisho-sample.json')
  })

  test('says by place how hard the hardest there is', async () => {
    open = await openPage()
    const profile = { bio: 'そちらで。LINEで。' }
    await upload('account.json', Buffer.from(JSON.stringify({ marketplace: 'coconala', profile })))
    await expect.poll(() => open.page.locator('.to-dos li').count()).toBe(1)
    expect(await open.page.locator('.to-dos .badge').innerText()).toBe('不可')
  })

  test('says what to do by place, and saves it as one page that needs nothing else', async () => {
    open = await openPage()
    const { page } = open
    await mode('account')
    await page.getByRole('button', { name: '見本で試す' }).click()
    const toDo = page.locator('.to-dos a').first()
    const id = (await toDo.getAttribute('href'))!.slice(1)
    await toDo.click()
    expect(await page.locator(`[id="${id}"] mark`).count()).toBeGreaterThan(0)
    // Pages are saved, not sent.
    expect(await page.locator('.audit .verdict .says').innerText()).not.toContain('送')
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '報告書を保存 (HTML)' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('sekisho-sample.html')
    const html = await text((await file.createReadStream())!)
    expect(html).not.toMatch(/<script|<link|<button|src=|@import/)
    const alone = await page.context().newPage()
    await alone.setContent(html)
    expect(await alone.locator('h2').first().innerText()).toBe('sample.json')
    await alone.locator('.to-dos a').first().click()
    expect(await alone.locator(`[id="${id}"] mark`).count()).toBeGreaterThan(0)
    const corner = await alone
      .locator('.card')
      .first()
      .evaluate('getComputedStyle(document.querySelector(".card")).borderTopLeftRadius')
    expect(corner).not.toBe('0px')
    expect(await alone.locator('.origin a').first().getAttribute('href')).toContain(`${open.origin}/rules/`)
  })
})

test('a key that is wrong is said to be wrong, and the right one goes on', async () => {
  const keyring = createKeyring(parseKeys(KEYS_CONFIGURATION))
  open = await openPage('/', { deps: { access: { kind: 'keys', keyring } } })
  open.expectMessages(/status of 401/)
  const { page } = open
  const fault = page.locator('#fault')
  await expect.poll(() => fault.innerText()).toContain('このサーバーではAPIキーが必要です。')
  await page.getByLabel('APIキー').fill(`${KEYS.everything}x`)
  await page.getByRole('button', { name: '使う' }).click()
  await expect.poll(() => fault.innerText()).toContain('このAPIキーは使えません。')
  expect(await page.locator('#verdict').getAttribute('data-verdict')).toBe('unknown')
  await page.getByLabel('APIキー').fill(KEYS.everything)
  await page.getByRole('button', { name: '使う' }).click()
  await page.locator('#verdict[data-verdict=block]').waitFor()
})

test('where keys are asked for, the page asks for one and goes on', async () => {
  const keyring = createKeyring(parseKeys(KEYS_CONFIGURATION))
  open = await openPage('/', { deps: { access: { kind: 'keys', keyring } } })
  open.expectMessages(/status of 401/)
  const { page } = open
  await page.getByLabel('APIキー').fill(KEYS.everything)
  await page.getByRole('button', { name: '使う' }).click()
  await page.locator('#verdict[data-verdict=block]').waitFor()
  expect(await page.locator('#fault').isHidden()).toBe(true)
})

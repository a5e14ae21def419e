/** One text in a real browser: underlines in their place, input methods, fixes, contexts. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OpenPage, openPage, underlined } from './support/open-page.ts'

let open: OpenPage

beforeEach(async () => {
  open = await openPage()
  await open.page.locator('#verdict[data-verdict=block]').waitFor()
})

afterEach(async () => {
  const { expectSilence, close } = open
  await close()
  expectSilence()
})

const verdict = () => open.page.locator('#verdict')
const fill = async (text: string) => {
  await open.page.fill('#text', text)
}

describe('underlines', () => {
  test.each([
    ['words after emoji of several code units', '😀👨‍👩‍👧詳しくはLINEで', [['block', 'LINE']]],
    ['words after a flag and a combining mark', '🇯🇵か\u3099LINE', [['block', 'LINE']]],
    [
      'several actions, over several lines',
      'すいません、番号は\n\n後ほど。ドライブで',
      [
        ['note', 'すいません'],
        ['review', '番号'],
        ['block', 'ドライブ'],
      ],
    ],
    ['nothing where nothing is found', 'こんにちは', []],
  ])('%s', async (_, text, expected) => {
    await fill(text)
    await open.page.locator('#mode-text:not([aria-busy])').waitFor()
    await expect.poll(() => underlined(open.page)).toEqual(expected)
  })

  test('follow the words at once while one types before them', async () => {
    await fill('LINEで')
    await expect.poll(() => underlined(open.page)).toEqual([['block', 'LINE']])
    await open.page.route('**/v1/lint', () => {})
    await open.page.locator('#text').press('Home')
    await open.page.keyboard.type('a😀')
    expect(await underlined(open.page)).toEqual([['block', 'LINE']])
    expect(await open.page.locator('#mode-text .mirror').innerText()).toBe('a😀LINEで')
  })

  test('lie exactly under a text that wraps, scrolls and has empty lines', async () => {
    await fill(`${'ながい文章とabc deのwords、'.repeat(60)}\n\n\n${'x'.repeat(300)}\n末尾のLINE\n`)
    await open.page.locator('#mode-text .mirror .line').waitFor()
    const heights = await open.page.evaluate(
      `[document.querySelector('#text').scrollHeight, document.querySelector('#mode-text .mirror').offsetHeight]`,
    )
    expect(new Set(heights as number[]).size).toBe(1)
  })

  test('a long text is drawn anew only where it changed', async () => {
    const lines = Array.from(
      { length: 500 },
      (_, index) => `${index}行目のLINEでのやり取りについての説明です。`,
    )
    await fill(lines.join('\n'))
    await expect.poll(async () => (await underlined(open.page)).length).toBe(500)
    await open.page.evaluate(`
      window.drawn = []
      new MutationObserver((records) => {
        for (const { type } of records) drawn.push(type)
      }).observe(document.querySelector('#mode-text .mirror'), {
        childList: true,
        characterData: true,
        subtree: true,
      })`)
    const asked = open.asked('/v1/lint').length
    await open.page.locator('#text').press('End')
    await open.page.keyboard.type('abc')
    await expect.poll(() => open.asked('/v1/lint').length).toBe(asked + 1)
    await open.page.locator('#mode-text:not([aria-busy])').waitFor()
    expect(await open.page.evaluate('drawn')).toEqual(Array(3).fill('characterData'))
  })
})

describe('what is not certain', () => {
  test('is asked kindly where it is possible, and not mentioned where it is in doubt', async () => {
    await fill('いつもの件、そちらで')
    await expect.poll(() => underlined(open.page)).toEqual([['warn', 'そちらで']])
    const cards = open.page.locator('#findings .card')
    expect(await cards.count()).toBe(1)
    expect(await cards.locator('.says').innerText()).toBe(
      'もしかして、そちらででしょうか。違っていれば、このままで大丈夫です。',
    )
    expect(await open.page.locator('main').innerText()).not.toContain('読めません')
  })
})

describe('a second opinion', () => {
  test('is mentioned where one was asked for, without its reasons', async () => {
    await open.close()
    open = await openPage('/', {
      deps: {
        consult: async (items) =>
          items.map(({ report }) => ({
            ...report,
            secondOpinion: {
              asked: true,
              model: 'reader-1',
              outcome: 'answered',
              changed: [],
              thrownAway: [],
              reason: '内輪の理由です。',
            },
          })),
      },
    })
    await fill('いつもの件')
    await expect
      .poll(() => open.page.locator('#opinion').textContent())
      .toBe('第二意見(reader-1)も聞いた判定です。')
    expect(await open.page.locator('main').innerText()).not.toContain('内輪')
    await fill('')
    await expect.poll(() => open.page.locator('#opinion').isVisible()).toBe(false)
  })
})

describe('input methods', () => {
  test('nothing is asked during a conversion, and the marks stay; the end asks once', async () => {
    await fill('LINEで')
    await expect.poll(() => underlined(open.page)).toEqual([['block', 'LINE']])
    await open.page.waitForTimeout(600)
    const before = open.asked('/v1/lint').length
    await open.page.locator('#text').press('Home')
    const session = await open.page.context().newCDPSession(open.page)
    for (const text of ['ｄ', 'ど', 'どｒ', 'どらいぶ', 'ドライブ']) {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
      await open.page.waitForTimeout(200)
      expect(await underlined(open.page)).toEqual([['block', 'LINE']])
      expect(await open.page.locator('#mode-text .mirror').innerText()).toBe(`${text}LINEで`)
    }
    expect(open.asked('/v1/lint').length).toBe(before)
    await session.send('Input.insertText', { text: 'ドライブ' })
    await expect
      .poll(() => underlined(open.page))
      .toEqual([
        ['block', 'ドライブ'],
        ['block', 'LINE'],
      ])
    expect(open.asked('/v1/lint').length).toBe(before + 1)
    expect(await open.page.inputValue('#text')).toBe('ドライブLINEで')
  })
})

describe('cards', () => {
  test('say what, why, what to write instead, the rule and its source, and the trail', async () => {
    await fill('ら〇んで')
    const card = open.page.locator('#findings .card')
    await expect.poll(() => card.count()).toBe(1)
    await expect.poll(() => card.locator('.excerpt').innerText()).toContain('ら〇ん')
    expect(await card.locator('.badge').innerText()).toBe('不可')
    expect(await card.locator('.trail li').allInnerTexts()).toEqual(['ら〇ん', 'らいん', 'LINE'])
    expect(await card.locator('.says').innerText()).toBe('ら〇んです。')
    expect(await card.locator('.why').innerText()).toBe('規約です。')
    expect(await card.locator('.instead').innerText()).toContain('メッセージでお願いします。')
    const links = await card.locator('.origin a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    expect(links).toEqual(['/rules/common/line', 'https://example.com/rules'])
  })

  test('a fix changes these words alone, and undo brings them back', async () => {
    await fill('😀すいません。すいません。')
    const fix = open.page.locator('#findings .fix')
    await expect.poll(() => fix.count()).toBe(2)
    await fix.nth(1).click()
    expect(await open.page.inputValue('#text')).toBe('😀すいません。すみません。')
    await expect.poll(() => fix.count()).toBe(1)
    await open.page.keyboard.press('Control+z')
    expect(await open.page.inputValue('#text')).toBe('😀すいません。すいません。')
    await expect.poll(() => fix.count()).toBe(2)
  })

  test('a fix hits its words although the text has moved since', async () => {
    await fill('すいません。')
    await open.page.locator('#findings .fix').waitFor()
    await open.page.route('**/v1/lint', () => {})
    await open.page.locator('#text').press('Home')
    await open.page.keyboard.type('まえおき。')
    await open.page.locator('#findings .fix').click()
    expect(await open.page.inputValue('#text')).toBe('まえおき。すみません。')
  })

  test('the words of a card are selected in the text', async () => {
    await fill('😀😀ドライブとLINE')
    await expect.poll(() => open.page.locator('#findings .card').count()).toBe(2)
    await open.page.locator('#findings .card').nth(1).getByRole('button').click()
    expect(await open.page.evaluate('getSelection().toString()')).toBe('LINE')
  })
})

describe('the verdict', () => {
  test.each([
    ['block', 'LINEで', '不可'],
    ['review', '番号は', '要審査'],
    ['allow', 'すいません', '問題なし'],
    ['none', '', '—'],
  ])('%s in one word', async (name, text, word) => {
    await fill(text)
    await open.page.locator(`#verdict[data-verdict=${name}]`).waitFor()
    expect(await verdict().locator('.word').innerText()).toBe(word)
  })

  test('is said to screen readers with the number of findings', async () => {
    await fill('LINEとドライブ')
    await expect.poll(() => open.page.locator('#spoken').innerText()).toBe('判定:不可。指摘2件。')
  })

  test('changes with the marketplace, and the table has them all', async () => {
    await fill('ドライブで')
    await open.page.locator('#verdict[data-verdict=block]').waitFor()
    await open.page.getByRole('radio', { name: 'クラウドワークス' }).check()
    await open.page.locator('#verdict[data-verdict=warn]').waitFor()
    const cells = open.page.locator('#passport .cell')
    await expect.poll(() => cells.count()).toBe(8)
    expect(await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('data-verdict')))).toEqual([
      ...Array(4).fill('block'),
      ...Array(4).fill('warn'),
    ])
    await cells.first().click()
    await open.page.locator('#verdict[data-verdict=block]').waitFor()
    expect(open.asked('/v1/lint').at(-1)).toMatchObject({ marketplace: 'coconala', channel: 'message' })
  })

  test('an answer to an older text is never shown', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await open.page.route('**/v1/lint', async (route) => {
      if (String(route.request().postData()).includes('LINE')) await held
      await route.continue().catch(() => {})
    })
    await fill('LINEで')
    await open.page.waitForTimeout(300)
    await fill('こんにちは')
    await open.page.locator('#verdict[data-verdict=allow]').waitFor()
    release()
    await open.page.waitForTimeout(300)
    expect(await verdict().getAttribute('data-verdict')).toBe('allow')
    expect(await underlined(open.page)).toEqual([])
  })

  test('a text that could not be checked is never called clean', async () => {
    open.expectMessages(/Failed to load resource/)
    await fill('こんにちは')
    await open.page.locator('#verdict[data-verdict=allow]').waitFor()
    await open.page.route('**/v1/lint', (route) => route.abort())
    await fill('こんばんは')
    await open.page.locator('#fault:not([hidden])').waitFor()
    expect(await verdict().getAttribute('data-verdict')).toBe('unknown')
    await open.page.unroute('**/v1/lint')
    await open.page.locator('#verdict[data-verdict=allow]').waitFor()
    expect(await open.page.locator('#fault').isHidden()).toBe(true)
  })

  test('a text over the limit is refused with the limit', async () => {
    open.expectMessages(/status of 422/)
    await fill('あ'.repeat(20_001))
    await expect.poll(() => open.page.locator('#fault').innerText()).toContain('20000')
    expect(await verdict().getAttribute('data-verdict')).toBe('unknown')
  })
})

test('the reading shows every morpheme once it is opened', async () => {
  await fill('LINEで')
  await open.page.locator('#reading summary').click()
  const rows = open.page.locator('#reading tbody tr')
  await expect.poll(() => rows.count()).toBe(5)
  expect(await rows.nth(4).locator('td').allInnerTexts()).toEqual([
    'で',
    '名詞・一般',
    '',
    'で',
    '',
    'IPADIC',
    '4–5',
  ])
})

test('an example opens with its own context', async () => {
  await open.page.getByRole('button', { name: 'ドライブのリンク' }).click()
  await expect
    .poll(() => open.asked('/v1/lint').at(-1))
    .toMatchObject({ marketplace: 'crowdworks', channel: 'message' })
})

test('in colours of the system the lines lie under the words, and are not covered', async () => {
  await open.page.emulateMedia({ forcedColors: 'active' })
  await fill('LINEで')
  await expect.poll(() => underlined(open.page)).toEqual([['block', 'LINE']])
  const pixels = async () => (await open.page.locator('#editor').screenshot()).toString('base64')
  const [area, line] = (await open.page.evaluate(`[
    getComputedStyle(document.querySelector('#text')).forcedColorAdjust,
    getComputedStyle(document.querySelector('#mode-text .mirror .line')).textDecorationColor,
  ]`)) as string[]
  // The system would lay a plate behind the words of the text area, and so over the lines of the mirror.
  expect(area).toBe('none')
  expect(line).toBe(await open.page.evaluate(`getComputedStyle(document.querySelector('#text')).color`))
  await open.page.locator('#text').blur()
  const withLine = await pixels()
  await open.page.evaluate(`document.querySelector('#mode-text .mirror').replaceChildren()`)
  expect(await pixels()).not.toBe(withLine)
})

describe('what one is writing', () => {
  test('is there again after a reload, in its place', async () => {
    await open.page.locator('[name=channel]').selectOption('talkroom')
    await fill('書きかけのLINE')
    await expect.poll(() => underlined(open.page)).toEqual([['block', 'LINE']])
    await open.page.reload()
    await expect.poll(() => open.page.locator('#text').inputValue()).toBe('書きかけのLINE')
    expect(await open.page.locator('[name=channel]').inputValue()).toBe('talkroom')
  })

  test('is a step back from an example', async () => {
    await fill('書きかけのLINE')
    await open.page.locator('#examples button').nth(1).click()
    expect(await open.page.locator('#text').inputValue()).not.toBe('書きかけのLINE')
    await open.page.goBack()
    await expect.poll(() => open.page.locator('#text').inputValue()).toBe('書きかけのLINE')
  })
})

describe('the verdict', () => {
  test.each([
    ['message', '送れません'],
    ['portfolio', '保存できません'],
  ])('in a %s speaks of what one does there', async (channel, words) => {
    await open.page.locator('[name=channel]').selectOption(channel)
    await fill('LINEで')
    await expect.poll(() => verdict().locator('.says').innerText()).toContain(words)
  })

  test('stays in sight on a phone while one reads the cards', async () => {
    await open.page.setViewportSize({ width: 320, height: 600 })
    await fill(`${'ながい文章です。'.repeat(20)}LINEで、番号は`)
    await expect.poll(async () => (await underlined(open.page)).length).toBe(2)
    await expect
      .poll(() =>
        open.page.evaluate(`(() => {
          document.querySelector('#findings').lastElementChild.scrollIntoView({ block: 'start' })
          const { top, bottom } = document.querySelector('#verdict').getBoundingClientRect()
          return scrollY > 0 && top >= -1 && bottom <= innerHeight
        })()`),
      )
      .toBe(true)
  })

  test('is never wider than a phone of 320 pixels, the passport neither', async () => {
    await open.page.setViewportSize({ width: 320, height: 600 })
    // Letters as wide as Japanese ones are, whatever fonts the machine has.
    await open.page.evaluate(`{
      const probe = document.createElement('span')
      probe.lang = 'ja'
      probe.textContent = '関'.repeat(10)
      document.body.append(probe)
      const missing = 1 - probe.getBoundingClientRect().width / 10 / parseFloat(getComputedStyle(probe).fontSize)
      probe.remove()
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(':lang(ja) { letter-spacing: ' + Math.max(0, missing) + 'em } :lang(en) { letter-spacing: 0 }')
      document.adoptedStyleSheets = [sheet]
    }`)
    await fill('LINEで')
    await open.page.locator('#passport:not([hidden])').waitFor()
    const cut = await open.page.evaluate(
      `[...document.querySelectorAll('#passport .scroll, #passport .cell, .verdict, .tabs, .segments, .top nav')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className)`,
    )
    expect(cut).toEqual([])
    expect(await open.page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    const broken = await open.page.evaluate(
      `[...document.querySelectorAll('.tabs button, .segments label, .top nav a')]
        .filter((one) => one.offsetParent !== null && one.getClientRects()[0].height > 60).map((one) => one.textContent)`,
    )
    expect(broken).toEqual([])
  })
})

describe('what one shares', () => {
  const copied = () => open.page.evaluate('navigator.clipboard.readText()') as Promise<string>
  const permit = () =>
    open.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: open.origin })

  test('the link opens the same text in the same place, and has it where no server sees it', async () => {
    await permit()
    await open.page.locator('[name=channel]').selectOption('talkroom')
    await fill('続きはLINEで&#=+😀')
    await expect.poll(() => underlined(open.page)).toEqual([['block', 'LINE']])
    await open.page.locator('#share-link').click()
    await expect.poll(() => open.page.locator('#spoken').textContent()).not.toBe('')
    const link = await copied()
    expect(link.slice(0, link.indexOf('#'))).toBe(`${open.origin}/`)
    await fill('別の下書き')
    await open.page.goto('about:blank')
    await open.page.goto(link)
    await expect.poll(() => open.page.locator('#text').inputValue()).toBe('続きはLINEで&#=+😀')
    expect(await open.page.locator('[name=channel]').inputValue()).toBe('talkroom')
    await expect.poll(() => underlined(open.page)).toEqual([['block', 'LINE']])
  })

  test('the report is copied in words; of an empty text there is nothing to copy', async () => {
    await permit()
    await fill('続きはLINEで')
    await expect.poll(() => underlined(open.page)).toEqual([['block', 'LINE']])
    await open.page.locator('#share-report').click()
    await expect.poll(copied).toContain('■ 不可 「LINE」')
    expect(await copied()).toContain('common/line')
    await fill('')
    await open.page.locator('#share-link').waitFor({ state: 'hidden' })
  })
})

import { describe, expect, it } from 'vitest'
import { readJsonList } from '../../../src/cli/readers/read-json-list.ts'

const OPTIONS = { marketplace: 'coconala', today: 0, marketplaces: ['coconala'], threadFacts: () => [] }

const eventsOf = async (text: string, chunk: number) => {
  const bytes = new TextEncoder().encode(text)
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  }
  const events: string[] = []
  for await (const block of readJsonList(chunks(), 'x.json', OPTIONS)) {
    for (const event of block) {
      if (event.type === 'lint') events.push(`${event.place.prefix} ${event.passage.submission.text}`)
      if (event.type === 'fault') events.push(`! ${event.fault.says}`)
    }
  }
  return events
}

describe('readJsonList', () => {
  it.each([
    ['submissions', '[{"text":"あ"}, {"text":"い"}]', ['0 あ', '1 い']],
    ['accounts', '\uFEFF[{"profile":{"bio":"あ"}},{"portfolio":[{"title":"い"}]}]', ['0 あ', '1 い']],
    ['nothing', ' [ ] ', []],
    [
      'a list that breaks off',
      '[{"text":"あ"},{"text":"い',
      ['0 あ', '! JSONが途中で切れています。読めたところまで確かめました。もう一度書き出してください。'],
    ],
    [
      'a list with a broken element',
      '[{"text":"あ"},{"text":}]',
      ['0 あ', '! JSONとして読めません。読めたところまで確かめました。もう一度書き出してください。'],
    ],
    [
      'an element of no known shape',
      '[7,{"text":"い"}]',
      ['! [0]: 投稿、アカウント、トークルーム、作品のどの形でもありません。', '1 い'],
    ],
  ])('reads %s', async (_, text, expected) => {
    expect(await eventsOf(text, 3)).toEqual(expected)
    expect(await eventsOf(text, 4096)).toEqual(expected)
  })
})

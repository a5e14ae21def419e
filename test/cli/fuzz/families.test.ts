import { describe, expect, it } from 'vitest'
import { families } from '../../../src/cli/fuzz/families.ts'
import type { TargetKind } from '../../../src/cli/fuzz/family.ts'
import { harmlessChanges } from '../../../src/cli/fuzz/harmless.ts'
import { Random } from '../../../src/cli/fuzz/random.ts'

const disguise = (title: string, kind: TargetKind, words: string) =>
  families.find((family) => family.title === title)?.apply({ kind, words }, new Random(1))

describe('a family hides words', () => {
  it.each([
    ['full width', 'name', 'LINE', 'ＬＩＮＥ'],
    ['half-width kana', 'name', 'ディスコード', 'ﾃﾞｨｽｺｰﾄﾞ'],
    ['circled', 'name', 'Zoom', 'Ⓩⓞⓞⓜ'],
    ['circled', 'phone', '090-12', '⓪⑨⓪-①②'],
    ['negative squared', 'name', 'LINE', '🅻🅸🅽🅴'],
    ['regional letters with spaces', 'name', 'LINE', '🇱 🇮 🇳 🇪'],
    ['small capitals', 'name', 'LINE', 'ʟɪɴᴇ'],
    ['kanji for kana', 'name', 'カカオトーク', '力力才卜一ク'],
    ['split voicing marks', 'name', 'ディスコード', 'テ゛ィスコート゛'],
    ['keycaps', 'phone', '09', '0️⃣9️⃣'],
    ['escapes', 'name', 'LI', '\\u004c\\u0049'],
    ['Base64', 'name', 'Zoom', undefined],
    ['Base64', 'name', 'カカオトーク', '44Kr44Kr44Kq44OI44O844Kv'],
    ['dots between', 'name', 'LINE', 'L.I.N.E'],
    ['dots between', 'name', 'X', undefined],
    ['one letter a line', 'name', 'ライン', '\nラ\nイ\nン\n'],
    ['hiragana', 'name', 'ライン', 'らいん'],
    ['names of letters', 'name', 'LINE', 'エルアイエヌイー'],
    ['kanji digits with の', 'phone', '090-1234', '〇九〇の一二三四'],
    ['read in hiragana', 'phone', '090-12', 'ぜろきゅうぜろ、いちに'],
    ['in pieces', 'phone', '090-1234-5678', '最初が090です。そのあと1234、最後に5678'],
    ['words for both', 'email', 'a@b.com', 'a あっと b どっと com'],
    ['the provider without its end', 'email', 'a@gmail.com', 'aのGmail'],
    ['hxxp', 'url', 'https://a.jp', 'hxxps://a.jp'],
    ['dot and slash in words', 'url', 'https://a.jp/b', 'aドットjpスラッシュb'],
  ] as const)('%s: %s %s', (title, kind, words, expected) => {
    expect(disguise(title, kind, words)?.words).toBe(expected)
  })

  it('says how to read it where that is needed', () => {
    expect(disguise('backwards, and said so', 'name', 'ライン')).toEqual({
      words: 'ンイラ',
      hint: '(逆から読んでください)',
    })
  })

  it('by the same chance for the same seed', () => {
    const run = (seed: number) => {
      const random = new Random(seed)
      return families.map((family) => family.apply({ kind: 'name', words: 'インスタグラム' }, random)?.words)
    }
    expect(run(7)).toEqual(run(7))
    expect(run(7)).not.toEqual(run(8))
  })
})

describe('a harmless change', () => {
  it.each([
    ['line-breaks', 'はい。いいえ。', 'はい。\nいいえ。'],
    ['full-width', 'Zoomは5つ', 'Ｚｏｏｍは５つ'],
    ['spaces', '私はLINEを', '私は LINE を'],
    ['bullets', 'a\nb', '・a\n・b'],
  ])('%s', (id, text, expected) => {
    expect(harmlessChanges.find((change) => change.id === id)?.apply(text, new Random(1))).toBe(expected)
  })
})

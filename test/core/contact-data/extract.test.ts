/** Other projects' own cases: right beside Japanese without exception, elsewhere but for what differs on purpose. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { find } from './found.ts'

const cases = <T>(name: string): T[] =>
  readFileSync(new URL(`../../fixtures/extract/${name}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

const words = (text: string, ...kinds: string[]): string[] =>
  find(text)
    .filter(({ kind }) => kinds.includes(kind))
    .map((datum) => datum.words)

interface TwitterCase {
  kind: 'url' | 'handle'
  text: string
  expected: string[]
  beside_japanese: boolean
}

describe('twitter-text', () => {
  const all = cases<TwitterCase>('twitter-text')
  const links = all.filter(({ kind }) => kind === 'url')

  it.each(links.filter((one) => one.beside_japanese))(
    'a link beside Japanese: $text',
    ({ text, expected }) => {
      expect(words(text, 'url')).toEqual(expected)
    },
  )

  /** Where we differ from Twitter, and why. */
  const onPurpose: [RegExp, string][] = [
    [/Try http:\/\/\s/, 'a scheme set apart by a space is a broken link, and part of it'],
    [/P1\|0/, 'NFKC folds the full-width bar, which ends a link in Japanese'],
    [/[#$@]http/, 'a mark before a scheme hides nothing'],
    [
      /t\.co\/(?:pbY2NfTZ's|FNkPfmii-|abcdefghijklmnopqrstuvwxyz0123)/,
      'we do not know how long the slugs of t.co are',
    ],
  ]
  const others = links.filter((one) => !one.beside_japanese)

  it.each(others.filter(({ text }) => !onPurpose.some(([pattern]) => pattern.test(text))))(
    'a link elsewhere: $text',
    ({ text, expected }) => {
      expect(words(text, 'url')).toEqual(expected)
    },
  )

  it.each(onPurpose)('differs on purpose at %s: %s', (pattern) => {
    const one = others.find(({ text }) => pattern.test(text))!
    expect(words(one.text, 'url')).not.toEqual(one.expected)
  })

  it.each(all.filter(({ kind, text }) => kind === 'handle' && !/@\d+$|@test@example\.com/.test(text)))(
    'a mention: $text',
    ({ text, expected }) => {
      expect(words(text, 'handle').map((handle) => handle.replace(/^[@＠]/, ''))).toEqual(expected)
    },
  )
})

describe('linkify-it', () => {
  /** Hosts that the public cannot reach or names of one letter; quotation marks in a path; the scheme of mailto. */
  const differs =
    /inrgess2|http:\/\/999|host-name|\/\/(?:localhost|test|example)|^4\.4|google\.xxx|quoted"?'?|^<?mailto:|MAILTO|"foo"|^a\.ws|➡/
  const all = cases<{ text: string; expect: string }>('linkify-it')

  it.each(all.filter(({ text }) => !differs.test(text) || /like|Quoted/.test(text)))('$text', (one) => {
    expect(words(one.text, 'url', 'email')[0]).toBe(one.expect)
  })
})

describe('isemail', () => {
  const all = cases<{ address: string; valid: boolean }>('isemail')
  const finds = ({ address }: { address: string }) => words(address, 'email').includes(address)

  it('finds what is valid and public', () => {
    // A host of one label, a suffix that is none, a host too long for any list; characters that are punctuation in text.
    const missed = all.filter((one) => one.valid && !finds(one)).map(({ address }) => address.slice(0, 24))
    expect(missed).toEqual([
      'test@io',
      'test@iana.a',
      '!#$%&`*+/=?^`{|}~@iana.o',
      'test@iana.co-uk',
      'a@a.b.c.d.e.f.g.h.i.j.k.',
      'abcdefghijklmnopqrstuvwx',
      'test@xn--hxajbheg2az3al.',
    ])
  })

  it('takes no faulty address as a whole, but for those that are only set apart by spaces', () => {
    expect(all.filter((one) => !one.valid && finds(one)).map(({ address }) => address)).toEqual([
      'test@ iana .com',
      'test . test@iana.org',
    ])
  })
})

describe('libphonenumber', () => {
  const all = cases<{ text: string; expected: 'none' | 'international' }>('libphonenumber')

  it.each(all.filter(({ expected }) => expected === 'none'))('no number: $text', ({ text }) => {
    expect(words(text, 'phone', 'fax')).toEqual([])
  })

  it.each(all.filter(({ expected }) => expected === 'international'))(
    'a number of another country: $text',
    ({ text }) => {
      expect(words(text, 'phone', 'fax')).toHaveLength(1)
    },
  )
})

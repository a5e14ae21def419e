import { describe, expect, test } from 'vitest'
import { createKeyring, newApiKey, parseKeys } from '../../src/http/api-key.ts'

const random = (byte: number) => new Uint8Array(32).fill(byte)

describe('a new key', () => {
  test('is told once, and only its hash is configured', () => {
    const { key, entry } = newApiKey('shop', random(255))
    expect(key).toBe(`sekisho_${'_'.repeat(42)}8`)
    expect(entry).toEqual({ name: 'shop', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(JSON.stringify(entry)).not.toContain(key)
  })

  test('needs a name that may stand in a log', () => {
    expect(() => newApiKey('my shop', random(1))).toThrow('lower-case')
  })

  test('needs all of its randomness', () => {
    expect(() => newApiKey('shop', new Uint8Array(16))).toThrow(RangeError)
  })
})

describe('the configuration', () => {
  const hash = 'a'.repeat(64)
  test.each([
    ['no JSON', '{', 'not JSON'],
    ['no list', '{}', 'array'],
    ['a short hash', '[{"name":"a","hash":"ab"}]', '0.hash: 64 hexadecimal digits'],
    ['neither a hash nor anonymous', '[{"name":"a"}]', 'either hash or anonymous'],
    ['both', `[{"name":"a","hash":"${hash}","anonymous":true}]`, 'either hash or anonymous'],
    ['an unknown field', `[{"name":"a","hash":"${hash}","admin":true}]`, 'admin'],
    [
      'a rate of nothing',
      `[{"name":"a","hash":"${hash}","rate":{"requests":0,"seconds":1}}]`,
      '0.rate.requests',
    ],
    ['one name twice', `[{"name":"a","hash":"${hash}"},{"name":"a","anonymous":true}]`, 'the name a'],
  ])('%s is refused with its place', (_, configuration, says) => {
    expect(() => parseKeys(configuration)).toThrow(says)
    expect(() => parseKeys(configuration)).not.toThrow(hash)
  })
})

describe('the keyring', () => {
  const [first, second] = [newApiKey('first', random(1)), newApiKey('second', random(2))]
  const keyring = createKeyring(
    parseKeys(JSON.stringify([first.entry, second.entry, { name: 'page', anonymous: true }])),
  )

  test.each([
    ['the first key', first.key, 'first'],
    ['another key', second.key, 'second'],
    ['a key cut short', first.key.slice(0, -1), undefined],
    ['a hash in place of a key', first.entry.hash!, undefined],
    ['nothing', '', undefined],
  ])('%s', (_, key, name) => {
    expect(keyring.find(key)?.name).toBe(name)
  })

  test('knows who asks without a key', () => {
    expect(keyring.anonymous?.name).toBe('page')
  })
})

import { expect, test } from 'vitest'
import { marketplaceNamed } from '../../src/cli/marketplace-option.ts'
import { testLinter } from '../support/linter.ts'

const linter = testLinter()

test.each([
  ['its id', 'coconala', 'coconala'],
  ['its title', 'ココナラ', 'coconala'],
  ['its title in half-width kana', 'ｺｺﾅﾗ', 'coconala'],
  ['its id in other letters', ' ＬａｎｃｅｒＳ ', 'lancers'],
  ['another title', 'クラウドワークス', 'crowdworks'],
])('a marketplace answers to %s', (_, name, id) => {
  expect(marketplaceNamed(name, linter)).toBe(id)
})

test('none is guessed', () => {
  expect(() => marketplaceNamed('ココ', linter)).toThrow(
    "unknown marketplace 'ココ'; known: coconala (ココナラ), crowdworks (クラウドワークス), lancers (ランサーズ)",
  )
})

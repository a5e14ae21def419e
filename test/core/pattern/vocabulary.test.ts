import { describe, expect, it } from 'vitest'
import type { Token } from '../../../src/core/morph/token.ts'
import { parsePattern } from '../../../src/core/pattern/pattern.ts'
import { Vocabulary } from '../../../src/core/pattern/vocabulary.ts'

const token = (surface: string, pos: string, baseForm = surface, conjugationForm = '*') =>
  ({ surface, pos: [pos, '*', '*', '*'], baseForm, conjugationForm }) as unknown as Token

const worded = (folded: string, classes: readonly string[], tokens: readonly Token[]) => ({
  folded,
  tokens,
  eachPresentClass: (see: (name: string) => void) => classes.forEach(see),
})

const SUE = [token('訴え', '動詞', '訴える', '連用形'), token('ます', '助動詞')]

describe('possible patterns', () => {
  it.each([
    ['訴え', '訴えます', [], true],
    ['訴え(られ|る)', '訴えます', [], false],
    ['{contact}を', 'メールを', ['contact'], true],
    ['{contact}を', 'メールを', [], false],
    ['({contact})?を', 'メールを', [], true],
    ['[動詞=訴える]', '訴えます', [], true],
    ['[動詞=訴える:命令]', '訴えます', [], false],
    ['[名詞=訴える]', '訴えます', [], false],
    ['[助動詞/ます]', '訴えます', [], true],
    ['[助動詞/です]', '訴えます', [], false],
    ['[動詞:連用]', '訴えます', [], true],
    ['[動詞:命令]', '訴えます', [], false],
    ['[名詞]', '訴えます', [], false],
    ['[!名詞]', '訴えます', [], true],
    ['[名詞|動詞]', '訴えます', [], true],
    ['[名詞|!動詞]', '訴えます', [], true],
    ['訴え!([名詞])', '訴えます', [], true],
    ['([名詞]|訴え)ます', '訴えます', [], true],
  ])('%s in %s with %j: %s', (source, text, classes, possible) => {
    const vocabulary = new Vocabulary()
    const { id } = vocabulary.compile(parsePattern(source, (literal) => literal))
    expect(vocabulary.metBy(worded(text, classes, SUE)).possible[id]).toBe(possible ? 1 : 0)
  })

  it('know the phrases that other patterns make', () => {
    const vocabulary = new Vocabulary()
    const phrase = vocabulary.compile(parsePattern('[動詞=訴える]', (literal) => literal))
    const pattern = vocabulary.compile(parsePattern('{threat}ます', (literal) => literal))
    vocabulary.definePhrase('threat', [phrase])
    expect(vocabulary.metBy(worded('訴えます', [], SUE)).possible[pattern.id]).toBe(1)
    expect(vocabulary.metBy(worded('訴えます', [], [])).possible[pattern.id]).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import type { Tokenizer } from '../../src/core/morph/token.ts'
import { lineOf } from './token-line.ts'

/** A sentence of the fixture with the tokens of stock kuromoji. */
export interface SentenceCase {
  readonly src: string
  readonly text: string
  readonly tokens: readonly string[]
}

/** Where stock kuromoji 0.1.2 is not followed: the text, our tokens, and why. */
export const DEVIATIONS: readonly { why: string; text: string; tokens: readonly string[] }[] = [
  {
    why: 'a run of two emoji does not swallow the two characters behind it',
    text: '😀😀儲かる',
    tokens: ['😀😀', '儲かる'],
  },
  {
    why: 'nor does an emoji with its skin tone',
    text: '👍🏻LINEで連絡ください',
    tokens: ['👍🏻', 'LINE', 'で', '連絡', 'ください'],
  },
  { why: 'nor do two kanji beyond the BMP', text: '𠮷𠮷野家で', tokens: ['𠮷𠮷', '野家', 'で'] },
  { why: 'a lone high surrogate does not throw', text: 'あ\ud800い', tokens: ['あ', '\ud800', 'い'] },
  { why: 'a text cut in the middle of an emoji does not throw', text: '円\ud83d', tokens: ['円', '\ud83d'] },
  { why: 'a lone low surrogate is a symbol like any emoji', text: '円\ude00', tokens: ['円', '\ude00'] },
  { why: 'U+0000 is one character among others', text: '円\u0000です', tokens: ['円', '\u0000', 'です'] },
  {
    why: 'a run of unknown characters is cut after 24 code units',
    text: 'ア'.repeat(60),
    tokens: ['ア'.repeat(24), 'ア'.repeat(24), 'ア'.repeat(12)],
  },
  {
    why: 'and never in the middle of an emoji',
    text: `A${'😀'.repeat(30)}`,
    tokens: ['A', '😀'.repeat(12), '😀'.repeat(12), '😀'.repeat(6)],
  },
]

/** @param tokenizer without the user entries: stock kuromoji has none. */
export function runTokenizerCases(
  name: string,
  sentences: readonly SentenceCase[],
  tokenizer: Tokenizer,
): void {
  describe(name, () => {
    it.each(sentences.map(({ text, tokens }) => [text, tokens]))('%s', (text, tokens) => {
      expect(tokenizer.tokenize(text).map(lineOf)).toEqual(tokens)
    })

    it.each(DEVIATIONS.map(({ why, text, tokens }) => [why, text, tokens] as const))(
      '%s',
      (_, text, tokens) => {
        const found = tokenizer.tokenize(text)
        expect(found.map((token) => token.surface)).toEqual(tokens)
        expect(found.map((token) => text.slice(token.start, token.end))).toEqual(tokens)
      },
    )
  })
}

/** The cases of test/fixtures/morphology/sentences.jsonl. */
export function parseSentences(jsonl: string): SentenceCase[] {
  return jsonl
    .trimEnd()
    .split('\n')
    .map((row) => JSON.parse(row) as SentenceCase)
}

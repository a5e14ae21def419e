import { describe, expect, test } from 'vitest'
import type { Analyzer } from '../../../src/core/judge/document.ts'
import { RecentDocuments } from '../../../src/core/judge/recent-documents.ts'
import { Vocabulary } from '../../../src/core/pattern/vocabulary.ts'

/** Enough of an analyzer for an empty reading, and a count of the readings. */
function counting() {
  const read: string[] = []
  const analyzer = {
    undo: (original: string) => {
      read.push(original)
      const plain = {
        name: 'plain',
        original,
        text: original,
        toOriginal: (span: object) => span,
        trail: () => [],
      }
      return { plain, readings: [], encoded: { blocks: [], runs: [] } }
    },
    tokenizer: { tokenize: () => [] },
    words: { annotate: () => new Map() },
    phrases: new Map(),
    vocabulary: new Vocabulary(),
    findMentions: () => [],
    findData: () => [],
    joinData: () => [],
  } as unknown as Analyzer
  return { read, documents: new RecentDocuments(analyzer) }
}

describe('recent documents', () => {
  test('a text that comes again is not read again', () => {
    const { read, documents } = counting()
    expect(documents.of('a')).toBe(documents.of('a'))
    documents.of('b')
    documents.of('a')
    expect(read).toEqual(['a', 'b'])
  })

  test('a text that is asked about once is held as long as it may be the message before', () => {
    const { read, documents } = counting()
    expect(documents.once('a')).toBe(documents.once('a'))
    documents.once('b')
    documents.once('a')
    expect(read).toEqual(['a', 'b'])
    for (const text of ['c', 'd', 'e', 'a']) documents.once(text)
    expect(read).toEqual(['a', 'b', 'c', 'd', 'e', 'a'])
  })

  test('a message is not read again as the history of the next one', () => {
    const { read, documents } = counting()
    const document = documents.once('a')
    expect(documents.of('a')).toBe(document)
    documents.once('b')
    expect(documents.once('a')).toBe(document)
    expect(read).toEqual(['a', 'b'])
  })

  test('what was not asked for the longest is forgotten first', () => {
    const { read, documents } = counting()
    documents.of('first')
    for (let index = 0; index < 127; index += 1) documents.of(`text ${index}`)
    documents.of('first')
    documents.of('one more')
    documents.of('first')
    expect(read.filter((text) => text === 'first').length).toBe(1)
    documents.of('text 0')
    expect(read.filter((text) => text === 'text 0').length).toBe(2)
  })

  test('long texts are kept in small number', () => {
    const { read, documents } = counting()
    const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(20_000))
    for (const text of texts) documents.of(text)
    documents.of(texts[3]!)
    documents.of(texts[0]!)
    expect(read.map((text) => text[0]).join('')).toBe('abcda')
  })

  test('nothing is kept after a failure', () => {
    const { read, documents } = counting()
    documents.of('a')
    documents.clear()
    documents.of('a')
    expect(read).toEqual(['a', 'a'])
  })
})

import { describe, expect, it } from 'vitest'
import { Annotations } from '../../../src/core/pattern/annotations.ts'
import { findMatches, matchesEndingAt } from '../../../src/core/pattern/match-pattern.ts'
import type { Matchable } from '../../../src/core/pattern/matchable.ts'
import { eachClass, PatternError, parsePattern } from '../../../src/core/pattern/pattern.ts'
import { TextIndex } from '../../../src/core/pattern/text-index.ts'
import { Vocabulary } from '../../../src/core/pattern/vocabulary.ts'

const vocabulary = new Vocabulary()
const parse = (source: string) => parsePattern(source, (text) => text)
const compile = (source: string) => vocabulary.compile(parse(source))

/** A text in which `[name:words]` marks the words as of that class. Sentences end behind 。 */
function marked(source: string): Matchable {
  const spans = new Map<string, { start: number; end: number }[]>()
  let folded = ''
  let rest = source
  for (
    let mark = /\[([a-z]+):([^\]]*)\]/.exec(rest);
    mark !== null;
    mark = /\[([a-z]+):([^\]]*)\]/.exec(rest)
  ) {
    folded += rest.slice(0, mark.index)
    const [all, name, words] = mark as unknown as [string, string, string]
    spans.set(name, [...(spans.get(name) ?? []), { start: folded.length, end: folded.length + words.length }])
    folded += words
    rest = rest.slice(mark.index + all.length)
  }
  folded += rest
  const start = (position: number) => folded.lastIndexOf('。', position - 1) + 1
  const end = (position: number) => folded.indexOf('。', position) + 1 || folded.length
  const annotations = (name: string) => new Annotations(spans.get(name) ?? [])
  const index = new TextIndex(
    { folded, annotations, eachPresentClass: (see) => [...spans.keys()].forEach(see), tokens: [] },
    vocabulary,
  )
  return {
    folded,
    index,
    tokens: [],
    sentenceStart: start,
    sentenceEnd: end,
    annotations,
    tokenAt: () => undefined,
  }
}

describe('patterns', () => {
  it.each([
    ['a literal matches itself', '話', '電話です', ['話']],
    ['a class matches its words', '{means}{act}', '[means:LINE][act:話す]', ['LINE話す']],
    [
      'a gap passes over what stands between',
      '{means}..4{act}',
      '[means:LINE]で少し[act:話す]',
      ['LINEで少し話す'],
    ],
    ['a gap reaches no further than it says', '{means}..2{act}', '[means:LINE]で少し[act:話す]', []],
    ['a gap does not leave its sentence', '{means}..9{act}', '[means:LINE]。[act:話す]', []],
    ['a crossing gap does', '{means},,9{act}', '[means:LINE]。[act:話す]', ['LINE。話す']],
    ['a clause gap stops at 、', '{means}~9{act}', '[means:LINE]で、[act:話す]', []],
    ['an option may be missing', '{means}(で)?{act}', '[means:LINE][act:話す]', ['LINE話す']],
    ['one of the options', '(A|B)C', 'ACBC', ['AC', 'BC']],
    ['a look-ahead refuses', '禁止!(では)', '禁止では禁止です', ['禁止']],
    ['only the marked part is underlined', 'A<B>C', 'ABC', ['B']],
    ['quotation marks and blanks are passed over', '{means}で', '「[means:LINE]」 で', ['LINE」 で']],
    ['the end of the sentence', '{means}で$', '[means:LINE]で。', ['LINEで']],
    ['not the middle of it', '{means}で$', '[means:LINE]で話す。', []],
    ['the start of the sentence', '^A', 'A。BA', ['A']],
    ['an escaped sign is itself', '\\(A', '(A)', ['(A']],
  ])('%s', (_, pattern, source, expected) => {
    const compiled = compile(pattern)
    const text = marked(source)
    const found = findMatches(compiled, text).map(({ underlined }) =>
      text.folded.slice(underlined.start, underlined.end),
    )
    expect(found).toEqual(expected)
  })

  it('finds what ends right before a place', () => {
    const [whole, part] = [compile('商品(の)?'), compile('商')]
    const text = marked('商品のID')
    expect(matchesEndingAt(whole, text, 0, 3)).toBe(true)
    expect(matchesEndingAt(part, text, 0, 3)).toBe(false)
  })

  it.each([
    ['an unclosed group', '(A', "')' is missing"],
    ['an empty option', '(A|)', 'an option is empty'],
    ['a class with a bad name', '{A b}', 'a class is {name}'],
    ['a gap without end', 'A..500B', 'a gap is at most'],
    ['nothing but a gap', '..4', 'needs at least one word'],
    ['a stray sign', 'A)B', "unexpected ')'"],
  ])('refuses %s and names the place', (_, source, message) => {
    const fault = (() => {
      try {
        return parse(source)
      } catch (error) {
        return error
      }
    })()
    expect(fault).toBeInstanceOf(PatternError)
    expect((fault as PatternError).message).toContain(message)
    expect((fault as PatternError).position).toBeLessThanOrEqual(source.length)
  })

  it('names the classes that it looks up', () => {
    const names: string[] = []
    eachClass(parse('{a}(b|{c}!({@messenger!})){#email}'), (name) => names.push(name))
    expect(names).toEqual(['a', 'c', '@messenger!', '#email'])
  })
})

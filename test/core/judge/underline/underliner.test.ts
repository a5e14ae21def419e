/** Where an underline may begin and end, and which of the places is taken. */
import { describe, expect, test } from 'vitest'
import type { Boundary } from '../../../../src/core/judge/underline/boundaries.ts'
import { boundariesOf } from '../../../../src/core/judge/underline/boundaries.ts'
import { NameReader, StepReader } from '../../../../src/core/judge/underline/piece-reader.ts'
import { Underliner } from '../../../../src/core/judge/underline/underliner.ts'
import { slice } from '../../../../src/core/text/span.ts'
import { testLinter } from '../../../support/linter.ts'

type Named = Boundary<readonly string[]>

const at = (place: number, depth: number, ...pieces: string[]): Named => ({ at: place, depth, pieces })
const chosenBy = (
  starts: readonly Named[],
  ends: readonly Named[],
  weights: { starts?: Record<string, number>; ends?: Record<string, number>; lengths?: number[] },
) => {
  const underliner = new Underliner({ starts: {}, ends: {}, lengths: [], ...weights })
  return underliner.choose(underliner.weigh({ starts, ends }))
}

describe('the choice', () => {
  test('is the likeliest beginning and end', () => {
    const chosen = chosenBy([at(0, 0), at(9, 0, 'core')], [at(20, 0, 'grown'), at(60, 0)], {
      starts: { core: 80 },
      ends: { grown: 80 },
    })
    expect(chosen).toEqual({ start: 9, end: 20 })
  })

  test('is the one that most others share half with', () => {
    // 0–12 and 0–30 are as likely each as 0–20, which has half in common with both.
    const chosen = chosenBy([at(0, 0)], [at(12, 0, 'a'), at(20, 0, 'b'), at(30, 0, 'c')], {
      ends: { a: 2, b: 0, c: 2 },
    })
    expect(chosen).toEqual({ start: 0, end: 20 })
  })

  test('is none that people seldom make, whatever it shares', () => {
    const chosen = chosenBy([at(0, 0)], [at(12, 0, 'a'), at(20, 0, 'b'), at(30, 0, 'c')], {
      ends: { a: 82, b: 0, c: 80 },
    })
    expect(chosen).toEqual({ start: 0, end: 12 })
  })

  test('takes no bracket without the other', () => {
    const chosen = chosenBy([at(0, 0), at(5, 1, 'core')], [at(9, 1), at(20, 0, 'grown')], {
      starts: { core: 200 },
      ends: { grown: 200 },
    })
    expect(chosen).not.toEqual({ start: 5, end: 20 })
  })

  test('is nothing where no end lies behind a beginning', () => {
    expect(chosenBy([at(9, 0)], [at(4, 0)], {})).toBeUndefined()
  })
})

describe('what a place weighs', () => {
  test('is the sum over the pieces that the weights know, part by part or whole, and then begins anew', () => {
    const reader = new StepReader({ core: 3, 'slot:で': -5, 'kind:助詞:で': 40 })
    reader.add('core')
    reader.add('slot:', 'で')
    reader.add('kind:助詞:で')
    reader.add('slot:', 'に')
    expect(reader.take()).toBe(38)
    expect(reader.take()).toBe(0)
  })
})

describe('the places', () => {
  const linter = testLinter()
  const placesIn = (text: string) => {
    const document = linter.document(text)
    const statement = document.statements.find(({ acts }) => acts.has('talk'))!
    const readers = { starts: new NameReader(), ends: new NameReader() }
    const { starts, ends } = boundariesOf(document, statement.span, statement, 'contact.messenger', readers)
    const { text: plain } = document.plain
    return {
      from: starts.map((start) => slice(plain, { start: start.at, end: plain.length })),
      to: ends.map((end) => slice(plain, { start: 0, end: end.at })),
      starts,
      ends,
    }
  }

  test('are in the sentence of the statement, where words begin and end', () => {
    const { from, to } = placesIn('はじめまして。詳しい話はLINEで話しませんか。よろしく')
    expect(from).toContain('LINEで話しませんか。よろしく')
    expect(from).not.toContain('よろしく')
    expect(from.every((rest) => !rest.startsWith('で話し') && !rest.startsWith('はじめ'))).toBe(true)
    expect(to).toContain('はじめまして。詳しい話はLINEで話しませんか')
    expect(to.every((before) => !before.includes('よろしく'))).toBe(true)
  })

  test('leave an address behind a space to itself', () => {
    const { to } = placesIn('LINEで話しませんか kurage@gmail.com https://a.example.com/b')
    expect(to).toContain('LINEで話しませんか')
    expect(to.every((before) => !before.includes('kurage'))).toBe(true)
  })

  test('know the brackets that are open there', () => {
    const { starts, ends } = placesIn('「あとは(そちら)でLINEで話しませんか」と言った')
    expect(new Set(starts.map(({ depth }) => depth))).toContain(1)
    expect(ends.at(-1)!.depth).toBe(0)
  })

  test('are said by pieces that the weights know', () => {
    const { starts } = placesIn('LINEで話しませんか')
    expect(starts[0]!.pieces).toEqual(
      expect.arrayContaining(['core', 'sentence', 'slot:で', 'slot-of:@messenger']),
    )
  })
})

/** One rule over one document: what its detectors find, less what contexts excuse, each in its row of the table. */
import { expect, test } from 'vitest'
import { contextSpecSchema } from '../../../src/core/judge/context.ts'
import type { Detector } from '../../../src/core/judge/detector.ts'
import { judge } from '../../../src/core/lint/judge.ts'
import type { LiveRule } from '../../../src/core/lint/live-rules.ts'
import { readingBy } from '../../support/reading.ts'

const contexts = {
  refused: contextSpecSchema.parse([{ scope: 'after', any: ['できません'] }]),
  asked: contextSpecSchema.parse([{ scope: 'sentence', any: ['\\?'] }]),
}
const { language, document, situation } = readingBy({ contexts })

/** Finds LINE wherever it stands. */
const detector = (more: Partial<Detector> = {}): Detector => ({
  needs: [],
  unless: [],
  detect({ plain }) {
    return Array.from(plain.text.matchAll(/LINE/g), ({ index }) => {
      const span = { start: index, end: index + 4 }
      return { span, underlined: span, trail: [] }
    })
  },
  ...more,
})

const rowsOf = (text: string, spec: object = {}, detectors = [detector()]) => {
  const rule = {
    name: 'pack/no-it',
    spec: { category: 'contact.messenger', needs: [], unless: [], cases: [], ...spec },
    where: undefined,
    detectors,
  }
  const live = { rule, detectors } as unknown as LiveRule
  return judge(live, document(text), situation({ text }), language.contexts).map(
    ({ row, detection }) => `${detection.span.start} ${row}`,
  )
}

test('everything that its detectors find, in the row of its category', () => {
  expect(rowsOf('LINEかLINE')).toEqual(['0 contact.messenger', '5 contact.messenger'])
  expect(rowsOf('電話か')).toEqual([])
})

test('not what a context of the rule or of the detector excuses, place by place', () => {
  const text = 'LINEで話せます。LINEはできません。'
  expect(rowsOf(text, { unless: ['refused'] })).toEqual(['0 contact.messenger'])
  expect(rowsOf(text, {}, [detector({ unless: ['refused'] })])).toEqual(['0 contact.messenger'])
})

test('only where one of the needed contexts holds, of each that names some', () => {
  const text = 'LINEで話せます。LINEはできません。LINEですか?'
  expect(rowsOf(text, { needs: ['asked', 'refused'] }).length).toBe(2)
  expect(rowsOf(text, { needs: ['asked'] }, [detector({ needs: ['refused'] })])).toEqual([])
})

test('the first case that holds names the row', () => {
  const cases = [
    { if: ['refused'], use: 'contact.phone' },
    { if: ['asked', 'refused'], use: 'contact.email' },
  ]
  expect(rowsOf('LINEはできません?', { cases })).toEqual(['0 contact.phone'])
  expect(rowsOf('LINEですか?', { cases })).toEqual(['0 contact.email'])
  expect(rowsOf('LINEです', { cases })).toEqual(['0 contact.messenger'])
})

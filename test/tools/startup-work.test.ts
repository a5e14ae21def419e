/** The check of the Worker's start must not take a profile for a start that shows none. */
import { expect, test } from 'vitest'
import { workIn } from '../../src/tools/startup-work.mjs'

const node = (id: number, functionName: string) => ({ id, callFrame: { functionName } })
const nodes = [node(1, '(root)'), node(2, '(idle)'), node(3, '(program)'), node(4, 'parse'), node(5, '')]

/** Samples a millisecond apart. */
const profile = (...samples: number[]) => ({ nodes, samples, timeDeltas: samples.map(() => 1000) })
const times = (count: number, sample: number): number[] => Array.from({ length: count }, () => sample)

test.each([
  ['no samples', profile(), undefined],
  ['nothing but waiting', profile(...times(500, 2)), undefined],
  ['nothing but the machine’s own', profile(...times(500, 3), ...times(9, 4)), undefined],
  ['work', profile(...times(30, 4)), 30],
  ['work of functions without a name', profile(...times(30, 5)), 30],
  [
    'work, with waiting and the machine’s own around it',
    profile(...times(50, 2), ...times(5, 3), ...times(30, 4)),
    35,
  ],
])('a profile with %s', (_, given, milliseconds) => {
  expect(workIn(given)).toBe(milliseconds)
})

test('a gap in which somebody else had the core', () => {
  const { nodes, samples, timeDeltas } = profile(...times(30, 4))
  expect(workIn({ nodes, samples, timeDeltas: [170_000, ...timeDeltas.slice(1)] })).toBe(32)
})

test('a profile that is none', () => {
  expect(workIn({ nodes: [] })).toBeUndefined()
})

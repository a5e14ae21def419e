/** Every codebook reads what it says that it does, and leaves alone what only looks like it. */
import { describe, expect, it } from 'vitest'
import { codebooks } from '../../support/dictionaries.ts'
import { testLinter } from '../../support/linter.ts'

/** Names of services and data in a sentence, with the codes that they were read by. */
const readIn = (text: string): { to: string; codes: string[] }[] => {
  const { mentions, data } = testLinter().document(text)
  return [
    ...mentions.map(({ name, trail }) => ({ to: name, codes: trail.map(({ step }) => step) })),
    ...data.map(({ value, trail }) => ({ to: value, codes: trail.map(({ step }) => step) })),
  ]
}

describe.each(codebooks.map((book) => [book.id, book] as const))('%s', (id, { decodes, leaves }) => {
  it.each(decodes)('$text', ({ text, to }) => {
    const found = readIn(text).filter((one) => one.to === to)
    expect(found).toHaveLength(1)
    expect(found[0]!.codes).toContain(id)
  })
  it.each(leaves)('%s: nothing', (text) => {
    expect(readIn(text)).toEqual([])
  })
})

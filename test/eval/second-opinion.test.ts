/**
 * Answers that a reader gave to questions, replayed: what the rules with a second opinion reach on labelled messages. Each
 * folder of `test/fixtures/second-opinion/replays` is one (its README says what stands in it).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Linter } from '../../src/core/lint/linter.ts'
import { nodeFiles } from '../../src/runtime/node-files.ts'
import { runWith } from '../cli/memory-io.ts'
import { testLinter, testLoader } from '../support/linter.ts'

const FOLDER = 'test/fixtures/second-opinion/replays'
const loader = testLoader()
const linter = testLinter()

const boundsSchema = z.strictObject({
  /** At least this share of what must be held is. */
  held: z.number(),
  /** At most this share of what must pass is held. */
  wronglyHeld: z.number(),
  /** At most this share of what would be asked today has no answer: 0 where nothing is said. */
  unanswered: z.number().default(0),
})
const figuresSchema = z.strictObject({
  ...boundsSchema.shape,
  /** The same where everything is asked that the rules have not held: how good the reader is. */
  whole: boundsSchema.optional(),
})

/** Everything is in doubt that the rules have not found. */
const doubting: Linter = {
  ...linter,
  lint(submission) {
    const report = linter.lint(submission)
    const isFound = report.findings.some(
      ({ category, action }) => action !== 'note' && !category.startsWith('tone.'),
    )
    const span = { start: 0, end: submission.text.length }
    return isFound
      ? report
      : { ...report, doubts: [{ category: 'contact.exchange', span, excerpt: submission.text }] }
  },
}

interface Share {
  readonly got: number
  readonly of: number
  readonly share: number | null
}

const replayed = async (name: string, by: Linter) => {
  const at = `${FOLDER}/${name}`
  const { stdout, stderr, code } = await runWith(
    ['eval', '--json', '--only', 'redirect', '--answers', `${at}/answers.jsonl`, `${at}/messages.jsonl`],
    {},
    { files: nodeFiles, loadEngine: async () => ({ linter: by, threadFacts: loader.threadFacts }) },
  )
  expect(code, stderr).toBe(0)
  const { total, secondOpinion } = JSON.parse(stdout) as {
    total: { held: Share; wronglyHeld: Share }
    secondOpinion: { 'messages.jsonl': { asked: Share; unusable: Share } }
  }
  const { asked, unusable } = secondOpinion['messages.jsonl']
  return { total, asked, answered: unusable.of }
}

const holdsTo = async (name: string, by: Linter, bounds: z.output<typeof boundsSchema>): Promise<void> => {
  const { total, asked, answered } = await replayed(name, by)
  expect(total.held.share).toBeGreaterThanOrEqual(bounds.held)
  expect(total.wronglyHeld.share).toBeLessThanOrEqual(bounds.wronglyHeld)
  expect(asked.got - answered).toBeLessThanOrEqual(bounds.unanswered * asked.got)
}

describe.each(readdirSync(FOLDER))('%s', (name) => {
  const figures = figuresSchema.parse(JSON.parse(readFileSync(`${FOLDER}/${name}/figures.json`, 'utf8')))

  it('reaches its figures with the answers that were given', async () => {
    await holdsTo(name, linter, figures)
  })

  it.runIf(figures.whole)('shows what the reader is worth where everything is asked', async () => {
    await holdsTo(name, doubting, figures.whole!)
  })

  it.runIf(existsSync(`${FOLDER}/${name}/ask.jsonl`))('has answers to questions that were asked', () => {
    const ids = (file: string) =>
      readFileSync(`${FOLDER}/${name}/${file}`, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id)
    const asked = new Set(ids('ask.jsonl'))
    expect(ids('answers.jsonl').filter((id) => !asked.has(id))).toEqual([])
  })
})

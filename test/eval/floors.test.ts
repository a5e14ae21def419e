/**
 * The rules on labelled messages that they were not made from: figures may rise, not fall. What is underlined in them is
 * held to what people marked (`labelled-spans.ts`); each text is linted once for both.
 */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LintReport } from '../../src/core/contract/report.ts'
import type { Submission } from '../../src/core/contract/submission.ts'
import { nodeFiles } from '../../src/runtime/node-files.ts'
import { runWith } from '../cli/memory-io.ts'
import { testLinter, testLoader } from '../support/linter.ts'
import { describeSpans } from './labelled-spans.ts'

const FOLDER = 'test/fixtures/eval'
const loader = testLoader()

/** By what was linted, its name left out. */
const reports = new Map<string, LintReport>()
const lintOnce = (submission: Submission): LintReport => {
  const key = JSON.stringify({ ...submission, id: undefined })
  const { id: _, ...report } = reports.get(key) ?? testLinter().lint(submission)
  reports.set(key, report)
  return submission.id === undefined ? report : { id: submission.id, ...report }
}
const engine = { linter: { ...testLinter(), lint: lintOnce }, threadFacts: loader.threadFacts }

interface Share {
  readonly share: number
}
interface Figures {
  readonly items: number
  readonly held: Share
  readonly wronglyHeld: Share
  readonly verdict: Share
  readonly cleanFlagged: Share
  readonly findings: Readonly<
    Record<'redirect' | 'tone', { readonly recall: Share; readonly precision: Share }>
  >
}

const figures = async (kind: 'redirect' | 'tone', file: string): Promise<Figures> => {
  const argv = ['eval', '--json', '--only', kind, `${FOLDER}/${file}`]
  const { stdout } = await runWith(argv, {}, { files: nodeFiles, loadEngine: async () => engine })
  return JSON.parse(stdout).labelled[file]
}

/**
 * A likely finding is held for a person where a certain one is refused: it counts as held, and its verdict is not the
 * label's. Set → at least this recall, at most these false alarms, at least this share of exact verdicts. */
const REDIRECT: Readonly<Record<string, readonly [recall: number, falseAlarms: number, verdict: number]>> = {
  one: [0.9, 0.01, 0.76],
  two: [0.9, 0.01, 0.76],
  three: [0.8, 0.01, 0.68],
  four: [0.87, 0.01, 0.76],
  five: [0.94, 0.01, 0.8],
  six: [0.93, 0.03, 0.79],
}
/** Set → at least this precision and recall, at most this share of clean items with a finding above note. */
const TONE: Readonly<Record<string, readonly [precision: number, recall: number, clean: number]>> = {
  one: [0.98, 0.98, 0.02],
  two: [0.97, 0.97, 0.05],
  three: [0.95, 0.93, 0.01],
}

const setsOf = (kind: string) =>
  readdirSync(FOLDER)
    .filter((name) => name.startsWith(`${kind}-`))
    .map((name) => name.slice(kind.length + 1, -'.jsonl'.length))

describe('every set has its floor', () => {
  it.each([
    ['redirect', REDIRECT],
    ['tone', TONE],
  ])('%s', (kind, floors) => {
    expect(Object.keys(floors).sort()).toEqual(setsOf(kind).sort())
  })
})

describe('redirects', () => {
  it.each(Object.entries(REDIRECT))('set %s', async (set, [recall, falseAlarms, verdict]) => {
    const reached = await figures('redirect', `redirect-${set}.jsonl`)
    expect(reached.held.share).toBeGreaterThanOrEqual(recall)
    expect(reached.wronglyHeld.share).toBeLessThanOrEqual(falseAlarms)
    expect(reached.verdict.share).toBeGreaterThanOrEqual(verdict)
  })
})

describe('tone', () => {
  it.each(Object.entries(TONE))('set %s', async (set, [precision, recall, clean]) => {
    const reached = await figures('tone', `tone-${set}.jsonl`)
    expect(reached.findings.tone.precision.share).toBeGreaterThanOrEqual(precision)
    expect(reached.findings.tone.recall.share).toBeGreaterThanOrEqual(recall)
    expect(reached.cleanFlagged.share).toBeLessThanOrEqual(clean)
  })
})

describeSpans(lintOnce)

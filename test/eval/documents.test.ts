/** Whole accounts, talkrooms and tables with the real rules: what is labelled is found in its place, and little else. */
import { beforeAll, describe, expect, it } from 'vitest'
import { nodeFiles } from '../../src/runtime/node-files.ts'
import { runWith } from '../cli/memory-io.ts'
import { testLinter, testLoader } from '../support/linter.ts'
import { FOLDER, KINDS, type LabelledDocument, type Score, scoreDocument } from './labelled-documents.ts'

const loadEngine = async () => ({ linter: testLinter(), threadFacts: testLoader().threadFacts })

async function score(document: LabelledDocument): Promise<Score> {
  const channel = document.file.startsWith('tables/') ? ['-c', 'portfolio'] : []
  const argv = ['lint', '-m', document.marketplace, ...channel, '-f', 'jsonl', `${FOLDER}/${document.file}`]
  const { stdout, stderr } = await runWith(argv, {}, { files: nodeFiles, loadEngine })
  expect(stderr).toBe('')
  return scoreDocument(document, stdout)
}

/** What may be missed and held wrongly, over all documents of a kind; a change that does worse is seen at once. */
const BOUNDS: Readonly<Record<keyof typeof KINDS, { missed: number; alarms: number }>> = {
  accounts: { missed: 0, alarms: 3 },
  talkrooms: { missed: 4, alarms: 2 },
  tables: { missed: 1, alarms: 1 },
}

describe.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('labelled %s', (kind) => {
  const scores: Score[] = []
  beforeAll(async () => {
    for (const document of KINDS[kind]()) scores.push(await score(document))
  }, 120_000)

  const all = (pick: (score: Score) => readonly string[]) =>
    scores.flatMap((one) => pick(one).map((words) => `${one.file} ${words}`))

  it('finds what is labelled, in its place and category', () => {
    expect(scores.reduce((sum, { redirects }) => sum + redirects, 0)).toBeGreaterThan(0)
    const missed = all((one) => one.missed)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(BOUNDS[kind].missed)
  })

  it('holds little else', () => {
    const alarms = all((one) => one.alarms)
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(BOUNDS[kind].alarms)
  })

  it('marks the tone that is labelled and no other', () => {
    expect(all((one) => one.tone).length, all((one) => one.tone).join('\n')).toBeLessThanOrEqual(1)
  })

  it('names the facts of each talkroom', () => {
    for (const { file, facts } of scores) {
      const wanted = KINDS[kind]().find((one) => one.file === file)!.thread
      if (wanted !== undefined) expect([file, facts]).toEqual([file, wanted])
    }
  })
})

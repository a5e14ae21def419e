/**
 * What a linter has read before (documents of histories, beginnings of which no name comes, sums of evidence) makes it
 * faster, and changes no report: over messages of all labelled sets, and over threads message by message.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Submission, submissionSchema } from '../../../src/core/contract/submission.ts'
import { testLoader } from '../../support/linter.ts'

const FOLDER = 'test/fixtures/weigh'
const EVERY = 60

const submissionsOf = (file: string, every: number): Submission[] =>
  readFileSync(`${FOLDER}/${file}`, 'utf8')
    .split('\n')
    .filter((line, number) => line.trim() !== '' && number % every === 0)
    .flatMap((line) => {
      const { expect: _, note: __, family: ___, ...raw } = JSON.parse(line)
      const { data } = submissionSchema.safeParse({ marketplace: 'coconala', ...raw })
      return data === undefined ? [] : [data]
    })

const loader = testLoader()

it('gives the same reports in whatever order it is asked', () => {
  const all = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((file) => submissionsOf(file, EVERY))
  const [first, other] = [loader.built(), loader.built()]
  const reports = all.map((submission) => first.lint(submission))
  const backwards = [...all].reverse().map((submission) => other.lint(submission))
  expect(all.length).toBeGreaterThan(90)
  expect(backwards.reverse()).toEqual(reports)
  expect(all.map((submission) => first.lint(submission))).toEqual(reports)
})

it('gives a message of a thread the report that it has alone', () => {
  const one = loader.built()
  const threads = submissionsOf('threads.jsonl', 30).filter(({ history }) => history.length > 0)
  expect(threads.length).toBeGreaterThan(3)
  for (const { history, ...submission } of threads) {
    for (const [at, { role, text }] of history.entries()) {
      const message = { ...submission, role, text, history: history.slice(0, at) }
      expect(one.lint(message)).toEqual(loader.built().lint(message))
    }
    expect(one.lint({ ...submission, history })).toEqual(loader.built().lint({ ...submission, history }))
  }
})

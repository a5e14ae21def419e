/** No text stops the linter: what people paste is code, tables and markup as well. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import { testLinter } from '../../support/linter.ts'

const lint = (text: string) => testLinter().lint(submissionSchema.parse({ marketplace: 'coconala', text }))

const files = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))

/** Lines that are linted at once. */
const LINES = 25

it.each([
  ['code', files('src', /\.(?:ts|tsx|mjs)$/)],
  ['YAML', files('dictionaries', /\.yaml$/)],
  ['markup and tables', [...files('test/fixtures/pages', /\.html$/), 'README.md', 'package.json']],
])('%s', (_, names) => {
  const failing: string[] = []
  const chunks = names.flatMap((name) => {
    const lines = readFileSync(name, 'utf8').split('\n')
    return Array.from({ length: Math.ceil(lines.length / LINES) }, (_, at) => ({
      place: `${name}:${at * LINES + 1}`,
      text: lines.slice(at * LINES, (at + 1) * LINES).join('\n'),
    }))
  })
  // Every tenth: a run on a busy machine is short.
  for (const { place, text } of chunks.filter((_, index) => index % 10 === 0)) {
    try {
      lint(text)
    } catch {
      failing.push(place)
    }
  }
  expect(failing).toEqual([])
})

it.each([
  '{io.cacheFolder}/videos.json`',
  'リットリンク[from.input]',
  '[finding.confidence].right.add(',
  'inputs[from.input]?.toLowerCase().endsWith',
])('%s', (text) => {
  expect(() => lint(text)).not.toThrow()
})

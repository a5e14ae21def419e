/** No pattern of the data detectors can be made to backtrack: recheck looks at each of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { parse, tokTypes } from 'acorn'
import { transformSync } from 'esbuild'
import { checkSync } from 'recheck'
import { expect, it } from 'vitest'

const folder = new URL('../../../src/core/contact-data/', import.meta.url)

/** The regular expression literals of a source. */
const literals = (source: string): [pattern: string, flags: string][] => {
  const found: [string, string][] = []
  const code = transformSync(source, { loader: 'ts' }).code
  parse(code, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    onToken: ({ type, start, end }) => {
      if (type !== tokTypes.regexp) return
      const flags = code.lastIndexOf('/', end - 1)
      found.push([code.slice(start + 1, flags), code.slice(flags + 1, end)])
    },
  })
  return found
}

const patterns = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .flatMap((name) => literals(readFileSync(new URL(name, folder), 'utf8')))

it('finds the patterns', () => {
  expect(patterns.length).toBeGreaterThan(150)
})

/** Half of recheck's own search, and time enough on a busy machine: what runs out of time is no longer `safe`. */
const limits = { incubationLimit: 10_000, timeout: 60_000 }

it('no pattern can be made to backtrack', { timeout: 300_000 }, () => {
  const unsafe = patterns.filter(([pattern, flags]) => checkSync(pattern, flags, limits).status !== 'safe')
  expect(unsafe).toEqual([])
})

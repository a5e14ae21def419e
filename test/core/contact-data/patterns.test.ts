/** No pattern of those who read a text's characters can be made to backtrack: recheck looks at each of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { parse, tokTypes } from 'acorn'
import { transformSync } from 'esbuild'
import { checkSync } from 'recheck'
import { expect, it } from 'vitest'

const folders = ['contact-data', 'services', 'text'].map(
  (name) => new URL(`../../../src/core/${name}/`, import.meta.url),
)

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

const written = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .flatMap((name) => literals(readFileSync(new URL(name, folder), 'utf8'))),
)
/** Each once: many files have the same. */
const patterns = [...new Map(written.map((pattern) => [pattern.join('/'), pattern])).values()]

it('finds the patterns', () => {
  expect(patterns.length).toBeGreaterThan(150)
})

/**
 * The automaton is exact, and quick, so it has patterns with longer repeats than recheck gives it; those that come to a
 * large one are searched for a text that takes long. Half of recheck's own search: steps end it, never the clock, which a
 * busy machine runs out of.
 */
const limits = { maxRepeatCount: 1000, maxNFASize: 2000, incubationLimit: 10_000, timeout: null }

it('no pattern can be made to backtrack', { timeout: 1_800_000 }, () => {
  const unsafe = patterns.filter(([pattern, flags]) => checkSync(pattern, flags, limits).status !== 'safe')
  expect(unsafe).toEqual([])
})

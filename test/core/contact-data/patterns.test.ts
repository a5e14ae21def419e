/** No pattern of the data detectors can be made to backtrack: recheck looks at each of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import { checkSync } from 'recheck'
import { expect, it } from 'vitest'

const folder = new URL('../../../src/core/contact-data/', import.meta.url)

/** The regular expression literals of a source, comments and strings skipped. */
const literals = (source: string): [pattern: string, flags: string][] => {
  const code = transformSync(source, { loader: 'ts' }).code
  const found: [string, string][] = []
  let before = ''
  for (let at = 0; at < code.length; at++) {
    const char = code[at]!
    const quoted = `"'\``.includes(char)
    if (char === '/' && (code[at + 1] === '/' || code[at + 1] === '*')) {
      at = code.indexOf(code[at + 1] === '/' ? '\n' : '*/', at) + (code[at + 1] === '/' ? 0 : 1)
    } else if (quoted || (char === '/' && !/[\w$)\]]/.test(before))) {
      let end = at + 1
      for (let inClass = false; code[end] !== char || inClass; end++) {
        if (code[end] === '\\') end++
        else if (!quoted && code[end] === '[') inClass = true
        else if (!quoted && code[end] === ']') inClass = false
      }
      const flags = quoted ? '' : /^[a-z]*/.exec(code.slice(end + 1))![0]
      if (!quoted) found.push([code.slice(at + 1, end), flags])
      at = end + flags.length
      before = ')'
    } else if (!/\s/.test(char)) before = char
  }
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

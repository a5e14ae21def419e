/** What the papers point at is there: files, places in them, pictures, scripts, options. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { helpOf } from './help-of.ts'
import { PAPERS, textOf } from './papers.ts'

const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts)
const prose = (paper: string): string => textOf(paper).replace(/^```[\s\S]*?^```$/gm, '')

/** As GitHub names the place of a heading. */
const anchorsOf = (paper: string): string[] =>
  [...textOf(paper).matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/g, '-'),
  )

test('there are papers for each reader', () => {
  for (const reader of ['sellers', 'marketplaces', 'policy']) {
    expect(PAPERS).toContain(`docs/${reader}/README.md`)
  }
  expect(PAPERS).toEqual(expect.arrayContaining(['CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md']))
})

test('the README is read in three minutes', () => {
  expect(statSync('README.md').size).toBeLessThanOrEqual(7 * 1024)
})

test.each(PAPERS)('%s: its links lead somewhere', (paper) => {
  const links = [...prose(paper).matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(([, a, b]) => a ?? b!)
  const lost = links.filter((link) => {
    if (/^https?:/.test(link)) return false
    const [path = '', anchor] = link.split('#')
    const file = path === '' ? paper : normalize(join(dirname(paper), path))
    if (!existsSync(file)) return true
    return anchor !== undefined && !anchorsOf(file).includes(anchor)
  })
  expect(lost).toEqual([])
})

test.each(PAPERS)('%s: the scripts that it names exist', (paper) => {
  const named = [...textOf(paper).matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)/g)].map(([, name]) => name!)
  expect(named.filter((name) => !scripts.includes(name))).toEqual([])
})

test('each command and option of Sekisho that they name is one', async () => {
  const help = await helpOf()
  const named = PAPERS.flatMap((paper) =>
    [...prose(paper).matchAll(/`sekisho ([a-z]+)(?: [^`]*)?`/g)].map(([, name]) => name!),
  )
  expect(named.filter((name) => !help.commands.includes(name))).toEqual([])
  const options = PAPERS.filter((paper) => !paper.startsWith('docs/contributing')).flatMap((paper) =>
    [...prose(paper).matchAll(/`(--(?!sekisho)[a-z][a-z-]*)/g)].map(([, name]) => name!),
  )
  expect(options.length).toBeGreaterThan(10)
  // `npm run weigh` has an option of its own.
  expect([...new Set(options)].filter((name) => !help.options.includes(name) && name !== '--dry')).toEqual([])
})

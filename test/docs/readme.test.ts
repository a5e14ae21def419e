/** What the README shows is what happens. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, serve } from '../../src/runtime/serve.ts'
import { LOOK_ROW, withLooks } from '../../src/tools/first-look-table.ts'
import { blocksOf, commandsOf, textOf } from './papers.ts'

const readme = textOf('README.md')
const blocks = blocksOf('README.md')
const folder = mkdtempSync(join(tmpdir(), 'sekisho-readme-'))
let service: Service
beforeAll(async () => {
  service = await serve({ environment: {}, port: 0, log() {} })
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await service.close()
})

/** What a command prints. */
const print = async (command: string, args: readonly string[]): Promise<string> =>
  (await spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] }).stdout.toArray()).join(
    '',
  )

const curlsOf = (paper: string): Promise<string[]> =>
  Promise.all(
    commandsOf(paper)
      .filter((command) => command.includes('curl '))
      .map((command) =>
        print('bash', ['-c', command.replaceAll('localhost:8787', new URL(service.url).host)]),
      ),
  )

test('its curl, and the answer that it shows', async () => {
  const answers = await curlsOf('README.md')
  const shown = blocks
    .find(({ language }) => language === 'json')!
    .text.replace(/…\s*$/, '')
    .trim()
  expect(answers.map((answer) => answer.slice(0, shown.length))).toEqual([shown])
})

test('the curls of the API’s page', async () => {
  const [passport, batch, ...more] = await curlsOf('docs/marketplaces/api.md')
  expect(more).toEqual([])
  expect(JSON.parse(passport!).cells.length).toBe(12)
  const lines = batch!.trimEnd().split('\n')
  expect(lines.map((line) => Object.keys(JSON.parse(line)).at(-1))).toEqual(['report', 'problem', 'summary'])
})

test('its picture of the command line', async () => {
  const picture = blocks[0]!.text.trimEnd().replace(/\n\s*…$/, '')
  const quoted = [...picture.matchAll(/^ +\d+ \| (.*)$/gm)].map(([, line]) => line!)
  expect(quoted.length).toBeGreaterThan(1)
  writeFileSync(join(folder, '相談.txt'), ['ひとつご相談です。', ...quoted, ''].join('\n'))
  const printed = await print(process.execPath, [
    resolve('dist/cli.js'),
    'lint',
    '--marketplace',
    'coconala',
    '相談.txt',
  ])
  expect(printed.slice(0, picture.length)).toBe(picture)
})

describe('its figures', () => {
  const rows = readme.split('\n').filter((line) => /^\| .* \| `npm run [\w:-]+` \|$/.test(line))

  test('of unread text are those of the ledger, all of them', () => {
    expect(withLooks(readme, readFileSync('test/fixtures/eval/first-looks.md', 'utf8'))).toBe(readme)
    expect(rows.filter((row) => row.startsWith(LOOK_ROW)).length).toBeGreaterThan(5)
  })

  test('each name the command that makes them, and stand in the papers on how', () => {
    const others = rows.filter((row) => !row.startsWith(LOOK_ROW))
    expect(others.length).toBe(6)
    const papers = ['speed', 'morphology'].map((name) => textOf(`docs/contributing/${name}.md`)).join('\n')
    for (const row of others) {
      const [, , figures, madeBy] = row.split('|')
      expect(papers).toContain(/npm run [\w:-]+/.exec(madeBy!)![0])
      for (const [figure] of figures!.replace(/\([^)]*\)/g, '').matchAll(/\d+(?:[.,]\d+)*/g))
        expect(papers).toContain(figure)
    }
  })
})

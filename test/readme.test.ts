/** What the README shows is what happens. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { serve } from '../src/runtime/serve.ts'

const readme = readFileSync('README.md', 'utf8')
const blocks = [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
  language,
  text: text!,
}))

const service = await serve({ environment: {}, port: 0, log() {} })
const folder = mkdtempSync(join(tmpdir(), 'sekisho-readme-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await service.close()
})

/** What a command prints. */
const print = async (command: string, args: readonly string[]): Promise<string> =>
  (await spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] }).stdout.toArray()).join(
    '',
  )

test('its curls, and the answer that it shows', async () => {
  const shells = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text)
  const commands = shells.flatMap((text) =>
    [...text.matchAll(/^(?:printf .*\n {2})?curl -s localhost.*(?:\n {2}-d .*)?$/gm)].map(
      ([command]) => command,
    ),
  )
  expect(commands.length).toBe(3)
  const host = new URL(service.url).host
  const [lint, passport, batch] = await Promise.all(
    commands.map((command) => print('bash', ['-c', command.replaceAll('localhost:8787', host)])),
  )
  const shown = blocks
    .find(({ language }) => language === 'json')!
    .text.replace(/…\s*$/, '')
    .trim()
  expect(lint!.slice(0, shown.length)).toBe(shown)
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

/**
 * The commands in the papers are run, in a folder with the files that they name: Sekisho's own in this process (one that is
 * started for each takes longer to start than to run), `npm start` as the built program, curl against a service, wrangler
 * as far as it goes without an account (it knows the command and each option). What is left runs elsewhere, and the test
 * says where.
 */
import { execFile, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { globSync } from 'tinyglobby'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Io } from '../../src/cli/io.ts'
import { run } from '../../src/cli/run.ts'
import { readRules } from '../../src/runtime/load-linter.ts'
import { createNodeIo } from '../../src/runtime/node-io.ts'
import { type Service, serve } from '../../src/runtime/serve.ts'
import { xlsx } from '../support/office-files.ts'
import { blocksOf, commandsOf, PAPERS } from './papers.ts'

const PATIENCE = 120_000
/** What runs elsewhere: the command, a file that runs it, and the words there. */
const ELSEWHERE: readonly (readonly [RegExp, string, string])[] = [
  [/^npm ci$/, '.ci/run', 'npm ci'],
  [/^npm test$/, '.ci/run', 'npm test'],
  [/^npx vitest run /, 'src/tools/test.mjs', "vitest, 'run'"],
  [/^npm run build:site$/, 'test/web/site.browser.test.ts', 'src/tools/build-site.ts'],
  [/^npm run build:extension$/, 'test/extension/addons-linter.test.ts', 'src/tools/build-extension.ts'],
  // Minutes and gigabytes: run by hand; their figures stand in the papers.
  [/^npm run weigh:tone -- /, 'package.json', '"weigh:tone"'],
  [/^npm run weigh -- test\/fixtures\/weigh\/\*\.jsonl --(?:dry|innocent \S+)$/, 'package.json', '"weigh"'],
]

const root = mkdtempSync(join(tmpdir(), 'sekisho-papers-'))
let service: Service
let reader: Server
beforeAll(async () => {
  service = await serve({ environment: {}, port: 0, log() {} })
  // A reader that has no opinion: what `sekisho ask` asks.
  reader = createServer((request, response) => {
    request.resume().on('end', () => {
      const content = JSON.stringify({ verdict: 'unsure', findings: [] })
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ choices: [{ message: { content } }] }))
    })
  })
  await new Promise<void>((done) => reader.listen(0, '127.0.0.1', done))
  vi.stubEnv('SEKISHO_SECOND_OPINION_MODEL', 'none')
  vi.stubEnv('SEKISHO_SECOND_OPINION_URL', `http://127.0.0.1:${(reader.address() as AddressInfo).port}/v1`)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true })
  reader.close()
  await service.close()
})

const MESSAGES = ['よろしくお願いいたします。', '詳しくはLINEで話しませんか', '連絡はいつもの方法で。']
const asJsonl = (rest: object) =>
  MESSAGES.map((text) => `${JSON.stringify({ marketplace: 'coconala', text, ...rest })}\n`).join('')

/** The files that the papers speak of. */
const prepare = (folder: string): string => {
  mkdirSync(folder)
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
  for (const name of ['exports', 'drafts', 'info', '添付']) mkdirSync(join(folder, name))
  for (const name of ['rules', 'dictionaries']) cpSync(name, join(folder, name), { recursive: true })
  cpSync('rules', join(folder, 'new-rules'), { recursive: true })
  write('相談.txt', 'ひとつご相談です。\n詳しくはLINEで話しませんか。\n')
  write('exports/一通.txt', '了解しました。')
  write('drafts/一通.md', '詳しくはLINEで話しませんか。')
  for (const name of ['下書き.md', '下書き.txt']) write(name, 'ご募集を拝見させていただきました。\n')
  write('messages.jsonl', asJsonl({}))
  write('messages.jsonl.gz', gzipSync(asJsonl({})))
  write('innocent.jsonl', asJsonl({}).split('\n')[0]!)
  write('labelled.jsonl', asJsonl({ expect: { verdict: 'allow', findings: [] } }))
  cpSync('test/fixtures/exports/accounts/founding-story.json', join(folder, 'アカウント.json'))
  cpSync('test/fixtures/pages/coconala-service.html', join(folder, 'サービス.html'))
  cpSync('test/fixtures/pages/coconala-profile.html', join(folder, 'プロフィール.html'))
  write('info/1.info.json', JSON.stringify({ id: 'dQw4w9WgXcQ', title: 'ロゴの作り方', description: '' }))
  write('accept.json', '{ "accepted": [] }')
  write(
    '作品.xlsx',
    xlsx({
      作品: [
        ['タイトル', '説明'],
        ['ロゴ', 'LINEで話しませんか'],
      ],
    }),
  )
  const said = (sender: string, content: string) => ({
    type: 'message',
    sender,
    postTime: '6月1日 9:00',
    content,
  })
  write('coconala_dm_1.json', JSON.stringify([said('山田', 'はじめまして'), said('田中', 'こちらこそ')]))
  return folder
}

interface Ended {
  readonly code: number
  readonly output: string
}

const started = (program: string, args: readonly string[], cwd: string): Promise<Ended> =>
  new Promise((done) => {
    const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true', NO_COLOR: '1' }
    const child = execFile(program, args, { cwd, env }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), output: out + err }),
    )
    child.stdin?.end()
  })

const inShell = (command: string, folder: string) =>
  started('bash', ['-c', `set -o pipefail; ${command}`], folder)

const HERE = process.cwd()
const OWN = /^(?:npm run -s sekisho --|sekisho) (.*?)(?: > (\S+))?$/
/** What reads files of other kinds on a thread of its own, which only the built program has. */
const BUILT_ONLY = /\.xlsx|--attachments/
const CLI = resolve('dist/cli.js')
const { startPool: _, ...machine } = createNodeIo('0.0.0')

/** What is made of a folder of rules, once for all folders with the same in them: most of what the commands would cost. */
const onceFor = <Made>(make: (folder: string | undefined) => Promise<Made>) => {
  const made = new Map<string, Promise<Made>>()
  return (folder: string | undefined): Promise<Made> => {
    const key = folder === undefined ? '' : JSON.stringify([...readRules(folder)])
    if (!made.has(key)) made.set(key, make(folder))
    return made.get(key)!
  }
}
const engineFor = onceFor(machine.loadEngine)
const checkFor = onceFor((folder) => machine.checkRules(folder))

/** Sekisho's own command, its words taken apart by the shell. */
const ownCommand = async (words: string, into: string | undefined, folder: string): Promise<Ended> => {
  const split = await inShell(`printf '%s\\0' ${words}`, folder)
  const said: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' }
  const sink = (name: 'stdout' | 'stderr') => ({
    isTerminal: false,
    columns: 80,
    write: async (text: string) => {
      said[name] += text
    },
  })
  const io: Io = {
    ...machine,
    loadEngine: engineFor,
    checkRules: (folder, options) =>
      options?.needless === undefined ? checkFor(folder) : machine.checkRules(folder, options),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
  }
  const argv = split.output.split('\0').slice(0, -1)
  if (BUILT_ONLY.test(words)) return started(process.execPath, [CLI, ...argv], folder)
  process.chdir(folder)
  try {
    const code = await run(argv, io)
    if (into !== undefined) writeFileSync(into, said.stdout)
    return { code, output: said.stdout + said.stderr }
  } finally {
    process.chdir(HERE)
  }
}

const WRANGLER = fileURLToPath(import.meta.resolve('wrangler')).replace(/wrangler-dist.*$/, 'bin/wrangler.js')

const helps = new Map<string, Promise<Ended>>()

/** That wrangler knows the command, and each of its options. */
const knownToWrangler = async (command: string): Promise<void> => {
  const words = command.split(' ').slice(2)
  const options = words.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0]!)
  const names = words.slice(0, words.findIndex((word) => !/^[a-z0-9]+$/.test(word)) >>> 0)
  const name = names.join(' ')
  if (!helps.has(name)) helps.set(name, started(process.execPath, [WRANGLER, ...names, '--help'], root))
  const { code, output } = await helps.get(name)!
  expect({ command, code }).toEqual({ command, code: 0 })
  expect(output).toContain(`wrangler ${name}`)
  for (const option of options) expect(output).toContain(option)
}

/** Where the service says that it is; started once for papers that start it alike. */
const starts = new Map<string, Promise<string>>()

const saidOnStart = (keys: string | undefined): Promise<string> => {
  const said = starts.get(keys ?? '') ?? startOnce(keys)
  starts.set(keys ?? '', said)
  return said
}

/** Starts the service, and ends it once it says where it is. */
const startOnce = async (keys: string | undefined): Promise<string> => {
  const env = {
    ...process.env,
    ...(keys === undefined ? {} : { SEKISHO_KEYS: keys }),
    SEKISHO_DRAIN_SECONDS: '0',
  }
  const child = spawn(process.execPath, [resolve('dist/node.js'), '--port', '0'], { env })
  let output = ''
  await new Promise<void>((done) => {
    child.stdout.on('data', (data) => {
      output += data
      if (/http:\/\/\S+:\d+/.test(output)) child.kill('SIGKILL')
    })
    child.on('close', () => done())
  })
  return output
}

/** What a command comes to that is no more than a line of a shell. */
const tryOut = async (command: string, folder: string, before: readonly string[]): Promise<string> => {
  const elsewhere = ELSEWHERE.find(([pattern]) => pattern.test(command))
  if (elsewhere !== undefined) {
    expect(readFileSync(elsewhere[1], 'utf8')).toContain(elsewhere[2])
    const path = /^npx vitest run (\S+)/.exec(command)?.[1]
    if (path !== undefined) expect(existsSync(path)).toBe(true)
    return ''
  }
  if (command.startsWith('npx wrangler ')) {
    await knownToWrangler(command)
    return ''
  }
  if (/^(?:SEKISHO_KEYS='[^']*' )?npm start$/.test(command)) {
    // The hash that `keys new` has just printed, in place of the one left out.
    const hash = /"hash":"(\w+)"/.exec(before.join('\n'))?.[1] ?? ''
    const said = await saidOnStart(/SEKISHO_KEYS='([^']*)'/.exec(command)?.[1]?.replace('…', hash))
    expect(said).toMatch(/http:\/\/\S+:\d+/)
    return ''
  }
  const [, words, into] = OWN.exec(command) ?? []
  const { code, output } =
    words === undefined
      ? await inShell(command.replaceAll('localhost:8787', new URL(service.url).host), folder)
      : await ownCommand(words, into, folder)
  expect({ command, code, output: code > 1 ? output : '' }).toEqual({
    command,
    code: code === 1 ? 1 : 0,
    output: '',
  })
  return output
}

describe.each(PAPERS.filter((paper) => commandsOf(paper).length > 0))('%s', (paper) => {
  test(
    'its commands run',
    async () => {
      const folder = prepare(join(root, paper.replaceAll('/', '-')))
      const said: string[] = []
      for (const line of commandsOf(paper)) {
        const parts = /^npm ci && /.test(line) ? line.split(' && ') : [line]
        for (const part of parts) said.push(await tryOut(part, folder, said))
      }
    },
    PATIENCE,
  )
})

test(
  'what a console shows is what comes',
  async () => {
    const shown = PAPERS.flatMap((paper) => blocksOf(paper).filter(({ language }) => language === 'console'))
    expect(shown.length).toBeGreaterThan(0)
    for (const [index, { text }] of shown.entries()) {
      const [command, ...lines] = text.trimEnd().split('\n')
      const folder = prepare(join(root, `console-${index}`))
      // The lines with `-` and without a sign are the file as it was.
      const before = lines.filter((line) => /^[- ](?!-)/.test(line)).map((line) => line.slice(1))
      writeFileSync(join(folder, '下書き.txt'), `${before.join('\n')}\n`)
      const output = await tryOut(command!.replace(/^\$ /, ''), folder, [])
      expect(output.trimEnd()).toBe(lines.join('\n'))
    }
  },
  PATIENCE,
)

test('the files that learn the weights are there', () => {
  expect(globSync('test/fixtures/weigh/*.jsonl').length).toBeGreaterThan(5)
})

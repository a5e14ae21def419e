/** The package as it is installed: what is in it, that its types hold for callers, and that it runs from there. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const { dependencies, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>
  exports: Record<string, string | { types: string; default: string }>
}
const folder = mkdtempSync(join(tmpdir(), 'sekisho-package-'))
let packed: { path: string; size: number }[]

const node = (args: readonly string[], cwd: string): string =>
  execFileSync(process.execPath, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const TSC = resolve('node_modules/typescript/bin/tsc')

beforeAll(() => {
  // What `prepack` does; the build itself has been done.
  node(['src/tools/build-types.mjs'], '.')
  const said = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ filename, files }] = JSON.parse(said)
  packed = files
  const home = join(folder, 'node_modules/sekisho')
  mkdirSync(home, { recursive: true })
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', home, '--strip-components=1'])
  // What an installation would bring, from here: there is no network in a test.
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true })
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name))
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
}, 240_000)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('what is in it', () => {
  test('no maps, no tests, no sources of ours, no part of another build', () => {
    const surplus = packed.filter(({ path }) =>
      /\.map$|^test\/|^src\/|\.tsx?$(?<!\.d\.ts)|\.stamp$/.test(path),
    )
    expect(surplus).toEqual([])
  })

  test('nothing twice', () => {
    const texts = packed
      .filter(({ path, size }) => size > 20_000 && /\.js$/.test(path))
      .map(({ path }) => readFileSync(join(folder, 'node_modules/sekisho', path), 'utf8'))
    // A core file that every program needs stands in one of them.
    const marked = texts.filter((text) => text.includes('function readChunks('))
    expect(marked.length).toBe(1)
  })

  test('all that `exports` names', () => {
    const paths = packed.map(({ path }) => `./${path}`)
    for (const target of Object.values(exports)) {
      for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
        if (path.includes('*')) {
          const [before, after] = path.split('*')
          expect(paths.some((one) => one.startsWith(before!) && one.endsWith(after!))).toBe(true)
        } else expect(paths).toContain(path)
      }
    }
  })
})

const CALLER = `
import { applyFixes, createSekisho, type LintReport, RulesError, SekishoProblem, type Sekisho } from 'sekisho'
import { openSekisho, type BrowserSekisho } from 'sekisho/browser'
import { createClient, type SekishoClient } from 'sekisho/client'
import { SekishoField } from 'sekisho/field'

const sekisho: Sekisho = createSekisho()
const report: LintReport = sekisho.lint({ marketplace: 'coconala', text: '詳しくはLINEで話しませんか' })
const [finding] = report.findings
const start: number | undefined = finding?.span.start
export const verdict: 'allow' | 'warn' | 'review' | 'block' = report.verdict
export const fixed: string = applyFixes('了解しました', report.findings).text
export const client: SekishoClient = createClient({ baseUrl: 'https://sekisho.example', whenUnavailable: 'review' })
export const opened: () => Promise<BrowserSekisho> = openSekisho
export const element: CustomElementConstructor = SekishoField
export { RulesError, SekishoProblem, start }
export async function all(): Promise<string[]> {
  const account = await sekisho.lintDocument({ marketplace: 'coconala', document: { profile: { bio: 'LINEで' } } })
  const talk = await sekisho.lintThread({ marketplace: 'coconala', thread: { messages: [] } })
  const { cells } = await sekisho.passport({ text: 'LINEで話しませんか' })
  const { text } = await sekisho.mask({ marketplace: 'coconala', text: 'a@example.org' })
  const fixed = sekisho.fix({ marketplace: 'coconala', text: '了解しました' })
  const { sentences } = sekisho.explain('LINEで話しませんか')
  // @ts-expect-error A text is needed.
  sekisho.lint({ marketplace: 'coconala' })
  // @ts-expect-error There is no such channel.
  sekisho.lint({ marketplace: 'coconala', text: '', channel: 'letter' })
  return [account.verdict, talk.verdict, cells[0]?.report.verdict ?? '', text, fixed.text, String(sentences.length)]
}
`

describe('its types', () => {
  test.each([
    ['NodeNext', { module: 'NodeNext', moduleResolution: 'NodeNext' }],
    ['a bundler', { module: 'ESNext', moduleResolution: 'Bundler' }],
  ])(
    'hold for a strict caller under %s',
    (name, options) => {
      writeFileSync(join(folder, 'caller.ts'), CALLER)
      const compilerOptions = {
        ...options,
        target: 'ES2022',
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        noEmit: true,
      }
      const config = `tsconfig.${name.replace(/\W/g, '')}.json`
      writeFileSync(join(folder, config), JSON.stringify({ compilerOptions, files: ['caller.ts'] }))
      let said = ''
      try {
        node([TSC, '-p', config, '--checkers', '1'], folder)
      } catch (error) {
        said = String((error as { stdout: unknown }).stdout)
      }
      expect(said).toBe('')
    },
    240_000,
  )
})

describe('it runs from there', () => {
  const answerOf = (program: string) => {
    writeFileSync(join(folder, 'program.mjs'), program)
    return JSON.parse(node(['program.mjs'], folder))
  }

  test('as a library, with what HTTP offers', () => {
    const answer = answerOf(`
      import { createSekisho, SekishoProblem } from 'sekisho'
      const sekisho = createSekisho()
      const asked = { marketplace: 'coconala', text: '詳しくはLINEで話しませんか' }
      const account = { profile: { bio: asked.text } }
      const thread = { messages: [{ role: 'seller', text: asked.text, sentAt: '2026-11-04T10:00:00+09:00' }] }
      console.log(JSON.stringify({
        lint: sekisho.lint(asked).verdict,
        document: (await sekisho.lintDocument({ marketplace: 'coconala', document: account })).findings[0].path,
        thread: (await sekisho.lintThread({ marketplace: 'coconala', thread })).verdict,
        passport: (await sekisho.passport({ text: asked.text })).cells.length,
        mask: (await sekisho.mask({ ...asked, text: 'tanaka.taro@gmail.com へ' })).text,
        fix: sekisho.fix({ ...asked, text: '拝見させていただきました。' }).text,
        explain: sekisho.explain(asked.text).sentences.length,
        packs: (await sekisho.packs()).length,
        rule: (await sekisho.rule('common-contact/no-messenger-proposal')).category,
        problem: await sekisho.mask({ ...asked, marketplace: 'none' }).catch((error) => error instanceof SekishoProblem && error.code),
      }))`)
    expect(answer).toEqual({
      lint: 'block',
      document: 'profile.bio',
      thread: 'block',
      passport: 6,
      mask: '********************* へ',
      fix: '拝見しました。',
      explain: 1,
      packs: 9,
      rule: 'contact.messenger',
      problem: 'unknown-marketplace',
    })
  })

  test('as a client, and as schemas', () => {
    const answer = answerOf(`
      import { createClient } from 'sekisho/client'
      import pack from 'sekisho/schemas/pack.json' with { type: 'json' }
      const fetch = () => Promise.reject(new Error('away'))
      const client = createClient({ baseUrl: 'https://sekisho.example', retries: 0, fetch })
      const { verdict } = await client.lint({ marketplace: 'coconala', text: 'a' })
      console.log(JSON.stringify({ verdict, schema: pack.$schema }))`)
    expect(answer).toEqual({ verdict: 'review', schema: 'https://json-schema.org/draft/2020-12/schema' })
  })

  test('as a command', () => {
    expect(node(['node_modules/sekisho/dist/cli.js', '--version'], folder)).toBe('0.2.0\n')
    const written = node(['node_modules/sekisho/dist/cli.js', 'rules', 'new', 'rules/common-a.yaml'], folder)
    expect(written).toContain('rules/common-a.yaml')
    expect(readFileSync(join(folder, 'rules/common-a.yaml'), 'utf8').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=../node_modules/sekisho/dist/schemas/pack.json',
    )
  })
})

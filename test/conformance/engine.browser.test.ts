/** The engine in Chromium: the service's own cases, the command line's reports byte for byte, and what it asks of a page. */
import { readFileSync, statSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { browse } from '../web/support/open-page.ts'
import { serveFolder } from '../web/support/static-site.ts'
import { lintCases, readCases } from './http-cases.ts'
import { runHttpCases, type Send } from './run-http-cases.ts'
import { runSameReports } from './run-same-reports.ts'

const PAGE = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>engine</title>'

const script = (name: string) => readFileSync(`dist/browser/${name}`, 'utf8')
/** Folders whose files are not all there, or not whole. */
const BROKEN = {
  '/alone/worker.js': script('worker.js'),
  '/alone/dictionary.bin': 'SKP1',
  '/alone/packs.bin': '{}',
  '/cut/worker.js': script('worker.js'),
  '/cut/unpack.js': script('unpack.js'),
  '/cut/dictionary.bin': 'SKP1',
  '/cut/packs.bin': script('../../build/data.json'),
  '/blank/worker.js': script('worker.js'),
  '/blank/unpack.js': script('unpack.js'),
  '/blank/dictionary.bin': '',
  '/blank/packs.bin': '',
  '/blank/brotli.wasm': '',
}
const site = await serveFolder('dist/browser', { '/': PAGE, ...BROKEN })
const open = await browse(site.url)
afterAll(async () => {
  await open.close()
  await site.close(0)
  open.expectSilence()
})

/** In the page: opens an engine once, or anew. */
const OPEN = `import('/index.js').then(({ openSekisho }) => openSekisho())`
await open.page.evaluate(`globalThis.engine = ${OPEN}`)

const send: Send = async (path, init = {}) => {
  const { method = 'GET', headers = {}, body } = init
  const answer = (await open.page.evaluate(
    `engine
      .then((engine) => engine.fetch(${JSON.stringify(path)}, ${JSON.stringify({ method, headers, body })}))
      .then(async (answer) => ({
        status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }))`,
  )) as { status: number; headers: Record<string, string>; body: string }
  return new Response(answer.status === 204 ? null : answer.body, answer)
}

runHttpCases('the engine in Chromium', [...lintCases, ...readCases], send)
runSameReports('the engine in Chromium', send)

test('dictionary and packs together are at most 2.2 MB', () => {
  const bytes = ['dictionary.bin', 'packs.bin'].map((name) => statSync(`dist/browser/${name}`).size)
  expect(bytes[0]! + bytes[1]!).toBeLessThanOrEqual(2_200_000)
})

test.each([
  ['are missing', '/nowhere/'],
  ['have nobody to unpack them', '/alone/'],
  ['are cut short', '/cut/'],
  ['are empty', '/blank/'],
])('files that %s are said', async (_, files) => {
  open.expectMessages(/status of 404|incorrect response MIME type|wasm/i)
  const says = await open.page.evaluate(
    `import('/index.js').then(({ openSekisho }) => openSekisho({ files: '${files}' })).catch((fault) => fault.name)`,
  )
  expect(says).toBe('EngineError')
})

test('a text is held rather than passed where there is no engine', async () => {
  const verdict = await open.page.evaluate(`${OPEN}.then((engine) => {
    engine.close()
    return engine.lint({ marketplace: 'coconala', text: 'こんにちは' })
  }).then(({ verdict, incomplete }) => verdict + ' ' + incomplete[0].code)`)
  expect(verdict).toBe('review unavailable')
})

test('a request that is taken back is not answered', async () => {
  const outcome = await open.page.evaluate(`engine.then(async (engine) => {
    const stop = new AbortController()
    const asked = engine.lint({ marketplace: 'coconala', text: 'あ' }, { signal: stop.signal })
    stop.abort()
    const name = await asked.catch((fault) => fault.name)
    const next = await engine.lint({ marketplace: 'coconala', text: '詳しくはLINEで話しませんか' })
    return name + ' ' + next.verdict
  })`)
  expect(outcome).toBe('AbortError block')
})

/** What a caller's generator makes of openapi.json compiles with the papers' own requests, and they run. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import openapiTypescript, { type OpenAPI3 } from 'openapi-typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Service, serve } from '../../src/runtime/serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'sekisho-types-'))
let service: Service
beforeAll(async () => {
  service = await serve({ environment: {}, port: 0, log() {} })
  const document = (await (await fetch(`${service.url}/openapi.json`)).json()) as OpenAPI3
  // As the generator's newest major version does it without being asked.
  const types = await openapiTypescript(document, { defaultNonNullable: true })
  writeFileSync(join(folder, 'sekisho.d.ts'), types)
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

/** Path and body of each request that the papers send as JSON. */
const requests = ['README.md', 'docs/marketplaces/api.md'].flatMap((paper) =>
  [
    ...readFileSync(paper, 'utf8').matchAll(
      /localhost:8787(\/v1\/\S+) -H 'content-type: application\/json' \\\n\s+-d '([^']+)'/g,
    ),
  ].map(([, path, body]) => ({ path: path!, body: body! })),
)

const run = (command: string, ...argv: string[]) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, [command, ...argv], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr })
    })
  })

const program = (path: string, body: string, more = '') => `
import type { paths } from './sekisho.d.ts'
type Operation = paths['${path}']['post']
const body: Operation['requestBody']['content']['application/json'] = ${body}
${more}
const response = await fetch(\`\${(globalThis as any).process.argv[2]}${path}\`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const answer: Operation['responses']['200']['content']['application/json'] = await response.json()
console.log(response.status, JSON.stringify(answer).slice(0, 40))
`

const compile = (source: string) => {
  writeFileSync(join(folder, 'program.ts'), source)
  return run(
    join(import.meta.dirname, '../../node_modules/typescript/bin/tsc'),
    ...['--noEmit', '--strict', '--skipLibCheck', '--allowImportingTsExtensions', '--ignoreConfig'],
    ...[
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
      '--target',
      'es2022',
      '--types',
      '',
      'program.ts',
    ],
  )
}

test('the papers have requests', () => {
  expect(requests.map(({ path }) => path)).toEqual(expect.arrayContaining(['/v1/lint', '/v1/passport']))
})

test.each(requests)('the papers’ request to $path compiles and runs', async ({ path, body }) => {
  const source = program(path, body)
  expect(await compile(source)).toEqual({ code: 0, output: '' })
  writeFileSync(join(folder, 'program.mjs'), transformSync(source, { loader: 'ts', format: 'esm' }).code)
  const { code, output } = await run('program.mjs', service.url)
  expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/^200 \{/) })
})

test('a request with a field that is none does not compile', async () => {
  const { code, output } = await compile(program('/v1/lint', '{"marketplace":"coconala","txt":"a"}'))
  expect(code).not.toBe(0)
  expect(output).toContain('txt')
})

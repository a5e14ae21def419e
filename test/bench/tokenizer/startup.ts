/**
 * What `wrangler check startup` says of the tokenizer alone, in milliseconds: `startup.ts packed|flat|asset|empty`. It
 * is the span of the profile that the platform's own limit of one second is checked with.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Variant, workerOf } from './worker/variants.ts'

const { modules } = await workerOf(process.argv[2] as Variant)

const form = new FormData()
form.set('metadata', JSON.stringify({ main_module: modules[0]!.name, compatibility_date: '2026-04-01' }))
for (const { name, contents } of modules) {
  const type = typeof contents === 'string' ? 'application/javascript+module' : 'application/octet-stream'
  form.set(name, new File([contents as string | Uint8Array<ArrayBuffer>], name, { type }))
}

const folder = mkdtempSync(join(tmpdir(), 'sekisho-startup-'))
const [bundle, profile] = [join(folder, 'worker.bundle'), join(folder, 'startup.cpuprofile')]
writeFileSync(bundle, Buffer.from(await new Response(form).arrayBuffer()))
const wrangler = fileURLToPath(import.meta.resolve('wrangler')).replace(/wrangler-dist.*$/, 'bin/wrangler.js')
execFileSync(process.execPath, [wrangler, 'check', 'startup', '--worker', bundle, '--outfile', profile], {
  env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
  stdio: 'ignore',
})
const { startTime, endTime } = JSON.parse(readFileSync(profile, 'utf8')) as Record<string, number>
rmSync(folder, { recursive: true })
console.log(JSON.stringify({ milliseconds: (endTime! - startTime!) / 1000 }))

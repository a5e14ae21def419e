/**
 * `npm run build:extension`: the extension for Chrome and for Firefox, each as a folder and a zip in build/extension/.
 * Everything it runs is in it; it asks for three hosts, and for two more at a click.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type Zippable, zipSync } from 'fflate'
import packageJson from '../../package.json' with { type: 'json' }
import { PAGE_STYLE } from '../extension/content-style.ts'
import { icon } from './extension-icon.ts'

/** Another folder may be named, and the targets behind it. */
const [, , FOLDER = 'build/extension', ...WANTED] = process.argv
const HOSTS = [
  'https://coconala.com/*',
  'https://*.coconala.com/*',
  'https://crowdworks.jp/*',
  'https://*.crowdworks.jp/*',
  'https://www.lancers.jp/*',
]
const VIDEO_HOSTS = ['https://www.youtube.com/*', 'https://vimeo.com/*']
const SIZES = [16, 48, 128] as const

const manifest = {
  manifest_version: 3,
  name: '関所 Sekisho',
  version: packageJson.version,
  description:
    'スキルマーケットで送る前に、問題になる言葉と直し方をお知らせします。文章はこのブラウザの外に出ません。',
  default_locale: undefined,
  icons: Object.fromEntries(SIZES.map((size) => [size, `icon-${size}.png`])),
  action: { default_title: '関所 Sekisho', default_popup: 'panel.html' },
  permissions: ['storage', 'unlimitedStorage'],
  optional_host_permissions: VIDEO_HOSTS,
  content_scripts: [
    { matches: HOSTS, js: ['content.js'], css: ['content.css'], run_at: 'document_idle', all_frames: false },
  ],
  content_security_policy: {
    extension_pages:
      "default-src 'self'; connect-src 'self' https://www.youtube.com https://vimeo.com; object-src 'none'",
  },
}

const TARGETS = {
  chrome: {
    ...manifest,
    minimum_chrome_version: '116',
    background: { service_worker: 'background.js', type: 'module' },
  },
  firefox: {
    ...manifest,
    background: { scripts: ['background.js'], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'sekisho@sekisho.invalid',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  },
} as const

const { outputFiles } = await build({
  entryPoints: {
    background: 'src/extension/background.ts',
    content: 'src/extension/content.ts',
    panel: 'src/extension/panel.ts',
  },
  outdir: FOLDER,
  bundle: true,
  minify: true,
  platform: 'browser',
  format: 'esm',
  target: ['chrome116', 'firefox140'],
  charset: 'utf8',
  legalComments: 'none',
  write: false,
  logLevel: 'warning',
})
const common: Record<string, Uint8Array> = {
  ...Object.fromEntries(outputFiles.map(({ path, contents }) => [path.split(/[/\\]/).at(-1)!, contents])),
  'content.css': new TextEncoder().encode(PAGE_STYLE),
  'panel.html': await readFile('src/extension/panel.html'),
  'panel.css': await readFile('src/extension/panel.css'),
  'dictionary.bin': await readFile('build/dictionary.packed.bin'),
  'packs.json': await readFile('build/data.json'),
  LICENSE: await readFile('LICENSE'),
  NOTICE: await readFile('NOTICE'),
  ...Object.fromEntries(SIZES.map((size) => [`icon-${size}.png`, icon(size)])),
}
// A content script is no module: its one file runs in a scope of its own.
common['content.js'] = new TextEncoder().encode(
  `(() => {${new TextDecoder().decode(common['content.js'])}})()`,
)

await rm(FOLDER, { recursive: true, force: true })
for (const [target, own] of Object.entries(TARGETS)) {
  if (WANTED.length > 0 && !WANTED.includes(target)) continue
  const files = { ...common, 'manifest.json': new TextEncoder().encode(JSON.stringify(own, null, 2)) }
  await mkdir(join(FOLDER, target), { recursive: true })
  for (const [name, content] of Object.entries(files)) await writeFile(join(FOLDER, target, name), content)
  // The same bytes from the same sources.
  const zip = zipSync(files as Zippable, { level: 9, mtime: new Date('2026-01-01T00:00:00Z') })
  await writeFile(join(FOLDER, `sekisho-${target}.zip`), zip)
  console.log(`${FOLDER}/sekisho-${target}.zip ${(zip.length / 1e6).toFixed(2)} MB`)
}

/**
 * `npm run build:site`: the page, the rules and the engine as static files in build/site/, for any host: every address
 * in them is relative, and the pages ask nobody.
 */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openLinterLoader } from '../runtime/load-linter.ts'
import { nodeStaticFiles } from '../runtime/node-static-files.ts'
import { createWeb } from '../web/create-web.tsx'
import { ENGINE_FILES, ENGINE_FOLDER, RULE_FILES } from '../web/engine.ts'
import { SHELVES } from '../web/strings/papers.ts'

const FOLDER = 'build/site'
const TEXT_LIMIT = 20_000

/** The policy of the service's pages, as far as a page can say it itself. */
const POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'"

const linter = openLinterLoader().built()
const engine = `/${ENGINE_FOLDER}/`
const web = createWeb({ linter: () => linter, textLimit: TEXT_LIMIT, files: nodeStaticFiles, engine })

await rm(FOLDER, { recursive: true, force: true })
for (const name of ENGINE_FILES) await copy(join('dist/browser', name), engine + name)
for (const { name } of RULE_FILES) await copy(join('rules', name), `${engine}rules/${name}`)
await copy('dist/assets', '/assets')
const rules = linter.packs.flatMap(({ spec }) => spec.rules.map(({ id }) => `/rules/${spec.id}/${id}/`))
const papers = SHELVES.flatMap((shelf) => shelf.papers.map(({ name }) => `/docs/${name}/`))
const pages = ['/', '/rules/', '/rules/try/', ...rules, '/docs/', ...papers]
for (const path of pages) await writePage(path)
await copy('dist/docs/pictures', '/docs/pictures')
// What most hosts show where there is nothing; it may stand at any depth, so its addresses are whole.
await write('/404.html', withPolicy(await (await web.request('/404')).text()))
// GitHub Pages passes over nothing then.
await write('/.nojekyll', '')
console.log(`${pages.length} pages in ${FOLDER}/, for any host of static files`)

async function writePage(path: string): Promise<void> {
  await write(`${path}index.html`, relative(await render(path), path))
}

async function render(path: string): Promise<string> {
  const response = await web.request(path.replace(/(.)\/$/, '$1'))
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.text()
}

/** Addresses from the root → from the page; a page of its own folder ends in a slash. */
function relative(html: string, path: string): string {
  const up = '../'.repeat(path.split('/').length - 2) || './'
  const linked = html.replace(
    /\b(href|src|action|data-root|data-engine|data-folder)="\/([^"/][^"]*)?"/g,
    (_, name: string, rest = '') =>
      `${name}="${up}${rest.replace(/^(?:rules|docs(?!\/pictures))(?:\/[^#?"]+?)?(?=$|[#?])/, '$&/')}"`,
  )
  return withPolicy(linked)
}

function withPolicy(html: string): string {
  return html.replace('<head>', `<head><meta http-equiv="content-security-policy" content="${POLICY}">`)
}

async function write(path: string, content: string): Promise<void> {
  const file = join(FOLDER, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(join(FOLDER, to)), { recursive: true })
  await cp(from, join(FOLDER, to), { recursive: true })
}

/**
 * build/assets/: what a Worker has beside its upload (wrangler.toml), each file under the name that the page asks for. The
 * upload itself is bounded; these are not, and only who opens them waits for them.
 */
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/**
 * What is there already stays untouched: the tests serve the folder while wrangler builds beside them.
 *
 * @param {string} root the project's folder, with papers and browser files built
 */
export async function buildAssets(root) {
  const folder = join(root, 'build/assets')
  await mkdir(folder, { recursive: true })
  const { files, rules } = JSON.parse(await readFile(join(root, 'build/engine.json'), 'utf8'))
  /** By the name in the folder, where it comes from. */
  const wanted = new Map()
  for (const name of files) wanted.set(join('browser', name), join(root, 'dist/browser', name))
  for (const { name } of rules) wanted.set(join('rules', name), join(root, 'rules', name))
  for (const part of ['assets', 'docs']) {
    const from = join(root, 'dist', part)
    for (const name of await filesIn(from)) wanted.set(join(part, name), join(from, name))
  }
  for (const [name, from] of wanted) {
    const to = join(folder, name)
    const [now, then] = [await readFile(from), await readFile(to).catch(() => undefined)]
    if (then !== undefined && now.equals(then)) continue
    await mkdir(dirname(to), { recursive: true })
    await copyFile(from, to)
  }
  for (const name of await filesIn(folder)) if (!wanted.has(name)) await rm(join(folder, name))
}

/** @param {string} folder */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
}

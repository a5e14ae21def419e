/**
 * build/assets/: what a Worker has beside its upload (wrangler.toml), each file under the name that the page asks for. The
 * upload itself is bounded; these are not, and only who opens them waits for them.
 */
import { cp, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** @param {string} root the project's folder, with papers and browser files built */
export async function buildAssets(root) {
  const folder = join(root, 'build/assets')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const { files, rules } = JSON.parse(await readFile(join(root, 'build/engine.json'), 'utf8'))
  for (const name of files) await cp(join(root, 'dist/browser', name), join(folder, 'browser', name))
  for (const { name } of rules) await cp(join(root, 'rules', name), join(folder, 'rules', name))
  for (const part of ['assets', 'docs']) {
    await cp(join(root, 'dist', part), join(folder, part), { recursive: true })
  }
}

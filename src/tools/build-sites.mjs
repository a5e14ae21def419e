/** src/sites/*.yaml → build/sites.json, validated: what page, extension and command line know of the marketplaces' pages. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importTool } from './import-tool.mjs'

/**
 * @param {string} root the project's folder
 * @throws {Error} with the faults, a line each
 */
export async function buildSites(root) {
  const folder = join(root, 'src/sites')
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()
  const sources = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  const { readSites } = await importTool(root, 'read-sites')
  const { sites, faults } = readSites(files.map((file, index) => [`src/sites/${file}`, sources[index]]))
  if (faults.length > 0) throw new Error(`the sites have faults:\n${faults.join('\n')}`)
  const target = join(root, 'build/sites.json')
  const text = JSON.stringify(sites)
  await mkdir(join(root, 'build'), { recursive: true })
  if ((await readFile(target, 'utf8').catch(() => '')) !== text) await writeFile(target, text)
}

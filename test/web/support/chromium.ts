/**
 * Chromium from npm, with the system libraries that it needs where the machine has none; both are unpacked once into
 * build/.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type BrowserServer, chromium } from 'playwright-core'

const FOLDER = resolve('build/chromium')
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** The package unpacks into the folder for temporary files, and its libraries only where it is told of such a system. */
async function unpack(): Promise<string> {
  const manifest = await readFile(resolve('package-lock.json'), 'utf8')
  const { version } = JSON.parse(manifest).packages['node_modules/@sparticuz/chromium'] as { version: string }
  const stamp = join(FOLDER, 'version')
  if ((await readFile(stamp, 'utf8').catch(() => '')) !== version) {
    await rm(FOLDER, { recursive: true, force: true })
    await mkdir(FOLDER, { recursive: true })
    const before = { ...process.env }
    process.env.TMPDIR = FOLDER
    process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x'
    try {
      const { default: packed } = await import('@sparticuz/chromium')
      await packed.executablePath()
    } finally {
      process.env = before
    }
    await writeFile(stamp, version)
  }
  return join(FOLDER, 'chromium')
}

/** Starts it; whoever starts it closes it. */
export async function launchChromium(): Promise<BrowserServer> {
  const executablePath = await unpack()
  const options = { executablePath, args: FLAGS }
  try {
    return await chromium.launchServer(options)
  } catch {
    // Libraries are missing on this machine.
    const LD_LIBRARY_PATH = [join(FOLDER, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
      .filter(Boolean)
      .join(':')
    const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(FOLDER, 'fonts') }
    return await chromium.launchServer({ ...options, env: { ...process.env, ...fonts, LD_LIBRARY_PATH } })
  }
}

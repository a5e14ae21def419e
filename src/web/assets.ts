/** The files that the browser asks for, as the build left them (src/tools/build-web.mjs). */
import built from '../../build/web.json'

const { entries, files } = built as {
  readonly entries: Readonly<Record<string, string>>
  readonly files: readonly string[]
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

/** The address of a built file: `style.css` → `/assets/style-….css`. @throws where the build has no such file. */
export function assetAddress(name: string): string {
  const address = entries[name]
  if (address === undefined) throw new Error(`the build has no ${name}`)
  return address
}

/** The content type of a built file; `undefined` where the build has none of this name. */
export const assetType = (file: string): string | undefined =>
  files.includes(file) ? TYPES[file.split('.').at(-1)!] : undefined

/** The files that the browser asks for, as the build left them (src/tools/build-web.mjs). */
import built from '../../build/web.json'

export interface Asset {
  readonly type: string
  readonly text: string
}

const { entries, files } = built as {
  readonly entries: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, Asset>>
}

/** The address of a built file: `style.css` → `/assets/style-….css`. @throws where the build has no such file. */
export function assetAddress(name: string): string {
  const address = entries[name]
  if (address === undefined) throw new Error(`the build has no ${name}`)
  return address
}

/** Every file, by its address. */
export const ASSETS: ReadonlyMap<string, Asset> = new Map(Object.entries(files))

export const assetAt = (address: string): Asset | undefined =>
  Object.hasOwn(files, address) ? files[address] : undefined

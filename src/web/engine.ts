/** The engine's static files and the packs as authored, as the build left them (src/tools/build-browser.mjs). */
import built from '../../build/engine.json'

/** `engine-…`: the folder in the page's addresses, named by what is in it. */
export const ENGINE_FOLDER: string = built.folder
export const ENGINE_FILES: readonly string[] = built.files
/** Files of rules/, with the titles of their packs. */
export const RULE_FILES: readonly { readonly name: string; readonly title: string }[] = built.rules

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  wasm: 'application/wasm',
  bin: 'application/octet-stream',
  yaml: 'text/plain; charset=utf-8',
}

/** Where one of these files is among the static files, and its type; `undefined` for any other name. */
export function engineFile(name: string): { readonly path: string; readonly type: string } | undefined {
  const type = TYPES[name.split('.').at(-1)!]!
  if (ENGINE_FILES.includes(name)) return { path: `browser/${name}`, type }
  return RULE_FILES.some((one) => `rules/${one.name}` === name) ? { path: name, type } : undefined
}

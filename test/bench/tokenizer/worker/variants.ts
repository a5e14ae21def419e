/** The ways to ship the dictionary to workerd, each as a Worker that is ready to run. */
import { readFileSync } from 'node:fs'
import { build } from 'esbuild'

export type Variant = 'empty' | 'packed' | 'flat' | 'asset'

export interface Worker {
  /** JavaScript modules as text, Data modules as bytes; the first is the main one. */
  readonly modules: readonly { readonly name: string; readonly contents: string | Uint8Array }[]
  /** What the Worker is given at run time: the asset is served by workerd itself, from the disk. */
  readonly asset: { readonly folder: string; readonly bytes: number } | undefined
}

const EMPTY =
  'export default { fetch: async (request) => { await request.text(); return new Response("0") } }'

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`test/bench/tokenizer/worker/${entry}.ts`],
    bundle: true,
    format: 'esm',
    external: ['dictionary'],
    write: false,
  })
  return outputFiles[0]!.text
}

const FILES = { flat: 'build/dictionary.bin', packed: 'build/dictionary.packed.bin' }

export async function workerOf(variant: Variant): Promise<Worker> {
  const main = (contents: string) => ({ name: 'worker.js', contents })
  if (variant === 'empty') return { modules: [main(EMPTY)], asset: undefined }
  if (variant === 'asset') {
    const bytes = readFileSync(FILES.flat).length
    return { modules: [main(await bundle('asset'))], asset: { folder: 'build', bytes } }
  }
  const dictionary = { name: 'dictionary', contents: readFileSync(FILES[variant]) }
  return { modules: [main(await bundle('data-module')), dictionary], asset: undefined }
}

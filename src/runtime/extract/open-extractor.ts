/** Looks into a file in a thread of its own, so that no file takes the program's time or memory for itself. */
import { Worker } from 'node:worker_threads'
import type { Extracted } from '../../cli/io.ts'
import { EXTRACT_SAYS, type ExtractCode } from './extract-error.ts'
import type { ExtractData } from './extract-worker.ts'

const MAX_BYTES = 64 * 1_048_576
const MAX_HEAP_MB = 512
const MAX_MS = 30_000

const failed = (code: ExtractCode): Extracted => ({ code, says: EXTRACT_SAYS[code] })

/** Never throws for what is in the file. */
export async function extractAside(file: string, bytes: Uint8Array, maxMs = MAX_MS): Promise<Extracted> {
  if (bytes.length > MAX_BYTES) return failed('too-large')
  const workerData: ExtractData = { file, bytes: new Uint8Array(bytes) }
  const worker = new Worker(new URL('./extract-worker.js', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    // What libraries have to say about a file is of no use to anybody here.
    stdout: true,
    stderr: true,
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<Extracted>((resolve) => {
      timer = setTimeout(() => resolve(failed('too-slow')), maxMs)
      worker.once('message', resolve)
      worker.once('error', () => resolve(failed('unreadable')))
      worker.once('exit', () => resolve(failed('unreadable')))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

/** In a process of its own: `load.ts stock|flat|packed` prints the time to the first token and the memory it took. */
import { loadOurs, loadStock, objects } from './implementations.ts'

const which = process.argv[2]
globalThis.gc?.()
const before = process.memoryUsage().rss
const started = performance.now()
const analyse =
  which === 'stock'
    ? await loadStock()
    : objects(loadOurs(which === 'flat' ? 'dictionary.bin' : 'dictionary.packed.bin').tokenizer)
analyse('お待ちしております。')
const milliseconds = performance.now() - started
globalThis.gc?.()
console.log(JSON.stringify({ milliseconds, megabytes: (process.memoryUsage().rss - before) / 1e6 }))

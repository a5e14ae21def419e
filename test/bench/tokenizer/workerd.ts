/**
 * In a process of its own (it needs WebSocket, a flag on Node 20): `workerd.ts packed|flat|asset|empty FILE…` prints the
 * time from nothing to the first answer, that of the first request, the memory of the isolate, and characters per
 * second once warm.
 */
import { Miniflare } from 'miniflare'
import { lengthOf, readTexts } from './texts.ts'
import { type Variant, workerOf } from './worker/variants.ts'

const [which = 'packed', ...files] = process.argv.slice(2)
const texts = readTexts(files)
const { modules, asset } = await workerOf(which as Variant)
const started = performance.now()
const miniflare = new Miniflare({
  compatibilityDate: '2026-04-01',
  inspectorPort: 0,
  modulesRoot: '.',
  modules: modules.map(({ name, contents }) =>
    typeof contents === 'string'
      ? { type: 'ESModule', path: name, contents }
      : { type: 'Data', path: name, contents },
  ),
  ...(asset && {
    serviceBindings: { ASSETS: { disk: { path: asset.folder, writable: false } } },
    bindings: { BYTES: asset.bytes },
  }),
})

async function request(way: string, times: number, of: readonly string[]): Promise<number> {
  const from = performance.now()
  const response = await miniflare.dispatchFetch('http://localhost/', {
    method: 'POST',
    body: JSON.stringify({ way, times, texts: of }),
  })
  await response.text()
  return performance.now() - from
}

/** Megabytes of the isolate: its heap and what its array buffers hold. */
async function isolateMemory(): Promise<number> {
  const { host } = await miniflare.getInspectorURL()
  const targets = (await (await fetch(`http://${host}/json`)).json()) as { webSocketDebuggerUrl: string }[]
  const socket = new WebSocket(targets[0]!.webSocketDebuggerUrl)
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  const ask = (id: number, method: string) =>
    new Promise<Record<string, number>>((resolve) => {
      socket.addEventListener('message', ({ data }) => {
        const answer = JSON.parse(String(data))
        if (answer.id === id) resolve(answer.result)
      })
      socket.send(JSON.stringify({ id, method }))
    })
  const { usedSize = 0, backingStorageSize = 0 } = await ask(1, 'Runtime.getHeapUsage')
  socket.close()
  return (usedSize + backingStorageSize) / 1e6
}

await miniflare.ready
const first = await request('objects', 1, ['お待ちしております。'])
const cold = performance.now() - started
const memory = await isolateMemory()
const rate = async (way: string) => {
  const times = Math.max(2, Math.ceil(1e6 / lengthOf(texts)))
  await request(way, times, texts)
  let best = 0
  for (let i = 0; i < 5; i++) {
    const milliseconds = (await request(way, times + 1, texts)) - (await request(way, 1, texts))
    best = Math.max(best, (times * lengthOf(texts)) / milliseconds)
  }
  return best * 1000
}
const rates = which === 'empty' ? {} : { objects: await rate('objects'), columns: await rate('columns') }
console.log(JSON.stringify({ cold, first, memory, ...rates }))
await miniflare.dispose()

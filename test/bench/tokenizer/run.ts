/**
 * `npm run bench:tokenizer [-- FILE…]`: stock kuromoji, this tokenizer, native MeCab and workerd in one run, side by
 * side. Times are the best of several, taken in turns; what counts are the ratios.
 */
import { execFileSync } from 'node:child_process'
import { columns, loadOurs, loadStock, newLattice, objects } from './implementations.ts'
import { measureMecab } from './mecab.ts'
import { lengthOf, readTexts } from './texts.ts'

const files = process.argv.slice(2)
const texts = readTexts(files)
const characters = lengthOf(texts)

function inProcess<Result>(file: string, ...parameters: string[]): Result {
  const flags = [
    '--expose-gc',
    '--no-warnings',
    ...(process.version.startsWith('v20') ? ['--experimental-websocket'] : []),
  ]
  const output = execFileSync(process.execPath, [...flags, 'src/tools/run.mjs', file, ...parameters], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(output.trim().split('\n').at(-1)!) as Result
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`\n| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`)
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}

console.log(`${texts.length} texts, ${characters} characters, Node ${process.version}`)

interface Load {
  milliseconds: number
  megabytes: number
}
const loads = (which: string) => {
  const runs = Array.from({ length: 5 }, () => inProcess<Load>('test/bench/tokenizer/load.ts', which))
  return {
    milliseconds: median(runs.map((run) => run.milliseconds)),
    megabytes: median(runs.map((run) => run.megabytes)),
  }
}
const stockLoad = loads('stock')
table(
  ['a fresh process of Node', 'load to first token', 'of stock', 'memory added', 'of stock'],
  (['stock', 'flat', 'packed'] as const).map((which) => {
    const { milliseconds, megabytes } = which === 'stock' ? stockLoad : loads(which)
    return [
      { stock: 'stock kuromoji', flat: 'Sekisho, flat file', packed: 'Sekisho, packed file' }[which],
      `${milliseconds.toFixed(0)} ms`,
      `1/${(stockLoad.milliseconds / milliseconds).toFixed(0)}`,
      `${megabytes.toFixed(0)} MB`,
      `1/${(stockLoad.megabytes / megabytes).toFixed(0)}`,
    ]
  }),
)

const stock = await loadStock()
const { dictionary, tokenizer } = loadOurs('dictionary.bin')
const ways = {
  'stock kuromoji, token objects': stock,
  'Sekisho, token objects with readings': objects(tokenizer, { readings: true }),
  'Sekisho, token objects': objects(tokenizer),
  'Sekisho, columns (objects where a rule asks)': columns(newLattice(dictionary)),
}
const rates = new Map<string, number>()
const repeats = Math.max(1, Math.round(2e5 / characters))
let sum = 0
for (let round = 0; round < 8; round++) {
  for (const [name, analyse] of Object.entries(ways)) {
    const started = performance.now()
    for (let i = 0; i < repeats; i++) for (const text of texts) sum += analyse(text)
    const rate = (repeats * characters) / (performance.now() - started)
    rates.set(name, Math.max(rates.get(name) ?? 0, rate * 1000))
  }
}
if (sum === 0) throw new Error('Nothing was analysed')
const mecab = measureMecab(texts, characters)
if (mecab !== undefined) rates.set('native MeCab, nodes', mecab)
const stockRate = rates.get('stock kuromoji, token objects')!
table(
  ['Node', 'characters a second', 'of stock', 'of MeCab'],
  [...rates].map(([name, rate]) => [
    name,
    `${(rate / 1000).toFixed(0)} k`,
    `${(rate / stockRate).toFixed(1)} ×`,
    mecab === undefined ? '(not installed)' : `${(rate / mecab).toFixed(2)} ×`,
  ]),
)

interface Workerd {
  cold: number
  first: number
  memory: number
  objects?: number
  columns?: number
}
const workerd = Object.entries({
  empty: 'an empty Worker',
  packed: 'packed Data module',
  flat: 'flat Data module',
  asset: 'flat file, a static asset',
})
table(
  [
    'workerd',
    'wrangler check startup',
    'nothing to first answer',
    'of it the first request',
    'memory of the isolate',
    'token objects',
    'columns',
  ],
  workerd.map(([which, name]) => {
    const runs = Array.from({ length: 3 }, () =>
      inProcess<Workerd>('test/bench/tokenizer/workerd.ts', which, ...files),
    )
    const startups = Array.from({ length: 5 }, () =>
      inProcess<{ milliseconds: number }>('test/bench/tokenizer/startup.ts', which),
    )
    const perSecond = (rate: number | undefined) => (rate ? `${(rate / 1000).toFixed(0)} k a second` : '')
    return [
      name,
      `${Math.min(...startups.map((run) => run.milliseconds)).toFixed(0)} ms`,
      `${median(runs.map((run) => run.cold)).toFixed(0)} ms`,
      `${median(runs.map((run) => run.first)).toFixed(0)} ms`,
      `${median(runs.map((run) => run.memory)).toFixed(1)} MB`,
      perSecond(Math.max(...runs.map((run) => run.objects ?? 0))),
      perSecond(Math.max(...runs.map((run) => run.columns ?? 0))),
    ]
  }),
)

const prose = texts.join('').replace(/\s/g, '')
const kinds: Record<string, (length: number) => string> = {
  prose: (length) => prose.repeat(Math.ceil(length / prose.length)).slice(0, length),
  'prose without 、。': (length) => {
    const bare = prose.replace(/[、。]/g, '')
    return bare.repeat(Math.ceil(length / bare.length)).slice(0, length)
  },
  'ア repeated': (length) => 'ア'.repeat(length),
  'っ repeated': (length) => 'っ'.repeat(length),
}
const best = (analyse: (text: string) => number, text: string, rounds: number) => {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    analyse(text)
    least = Math.min(least, performance.now() - started)
  }
  return least
}
const lengths = [1000, 2000, 4000, 8000, 16_000, 100_000, 1_000_000]
/** Stock kuromoji is quadratic: beyond this it takes minutes. */
const STOCK_LIMIT = 8000
table(
  ['ms by length', ...lengths.map((length) => length.toLocaleString('en')), '16,000 : 8,000'],
  Object.entries(kinds).flatMap(([kind, make]) => {
    const ours = lengths.map((length) => best(objects(tokenizer), make(length), length > 16_000 ? 3 : 15))
    const theirs = lengths
      .filter((length) => length <= STOCK_LIMIT)
      .map((length) => best(stock, make(length), 1))
    const show = (times: number[]) =>
      lengths.map((_, i) => (times[i] === undefined ? '' : times[i].toFixed(times[i] < 10 ? 2 : 0)))
    return [
      [`${kind}, Sekisho`, ...show(ours), (ours[4]! / ours[3]!).toFixed(2)],
      [`${kind}, stock`, ...show(theirs), ''],
    ]
  }),
)

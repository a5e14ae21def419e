/** `npm run first-look -- FILE`: scores a labelled file that nobody has read, once, and writes the figures down. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { VERSION } from '../http/version.ts'
import { createNodeIo } from '../runtime/node-io.ts'
import { withLooks } from './first-look-table.ts'
import { scoreOnce } from './score-once.ts'

const LEDGER = 'test/fixtures/eval/first-looks.md'
const README = 'README.md'

const [file, ...more] = process.argv.slice(2)
if (file === undefined || more.length > 0) {
  process.stderr.write('usage: npm run first-look -- FILE\n')
  process.exit(2)
}
const outcome = await scoreOnce(
  {
    file,
    ledger: LEDGER,
    day: new Date().toISOString().slice(0, 10),
    // Rules, dictionaries and phrases are all in there.
    rules: createHash('sha256').update(readFileSync('build/data.json')).digest('hex').slice(0, 12),
  },
  createNodeIo(VERSION),
)
if ('refused' in outcome) {
  process.stderr.write(`${outcome.refused}\n`)
  process.exitCode = 2
} else {
  writeFileSync(README, withLooks(readFileSync(README, 'utf8'), readFileSync(LEDGER, 'utf8')))
  process.stdout.write(outcome.row)
}

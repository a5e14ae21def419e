/**
 * Writes what stock kuromoji says of the fixture's sentences beside them, for the runtimes where it cannot run:
 * `npm run conformance:record`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { loadStock } from './kuromoji.ts'

const path = 'test/fixtures/morphology/sentences.jsonl'
const stock = await loadStock()
const rows = readFileSync(path, 'utf8').trimEnd().split('\n')
const recorded = rows.map((row) => {
  const { src, text } = JSON.parse(row) as { src: string; text: string }
  return JSON.stringify({ src, text, tokens: stock(text) })
})
writeFileSync(path, `${recorded.join('\n')}\n`)
console.log(`${recorded.length} sentences recorded`)

/**
 * Compares the tokenizer with stock kuromoji, token for token, over files of any size:
 * `npm run conformance -- FILE…`, where a file is JSONL with a `text` a line, or plain text. Exit code 1 on a
 * difference that is not on the list of intended ones.
 */
import { readFileSync } from 'node:fs'
import { loadDictionary } from '../../src/core/morph/dictionary.ts'
import { createTokenizer } from '../../src/core/morph/tokenizer.ts'
import { deviationOf, loadStock } from './kuromoji.ts'
import { lineOf } from './token-line.ts'

const files = process.argv.slice(2)
const dictionary = loadDictionary(readFileSync('build/dictionary.bin'))
const tokenizer = createTokenizer(dictionary, { userEntries: false })
const stock = await loadStock()

let texts = 0
let tokens = 0
const intended = new Map<string, number>()
const differences: string[] = []
for (const file of files) {
  for (const row of readFileSync(file, 'utf8').split('\n')) {
    const text: string = file.endsWith('.jsonl') && row !== '' ? JSON.parse(row).text : row
    const ours = tokenizer.tokenize(text).map(lineOf)
    const deviation = deviationOf(text, dictionary)
    let theirs: string[]
    try {
      theirs = stock(text)
    } catch (error) {
      if (deviation === undefined) throw error
      theirs = []
    }
    texts++
    tokens += ours.length
    if (ours.join('\n') === theirs.join('\n')) continue
    if (deviation) intended.set(deviation, (intended.get(deviation) ?? 0) + 1)
    else differences.push(`${text}\n  ours:  ${ours.join(' | ')}\n  stock: ${theirs.join(' | ')}`)
  }
}
console.log(`${texts} texts, ${tokens} tokens, ${differences.length} texts differ`)
for (const [deviation, count] of intended) console.log(`${count} differ on purpose: ${deviation}`)
for (const difference of differences.slice(0, 20)) console.log(difference)
process.exitCode = differences.length > 0 || texts === 0 ? 1 : 0

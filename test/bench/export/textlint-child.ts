/**
 * textlint over the texts of a JSONL file, for the side by side: reads, lints, prints how many texts, messages and
 * milliseconds. Its rules are loaded and warm before the clock starts.
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createTextlint, JAPANESE, TECHNICAL_WRITING } from '../textlint/textlint.ts'

const [file = '', limit] = process.argv.slice(2)
const lint = await createTextlint([JAPANESE, TECHNICAL_WRITING])

const texts: string[] = []
for await (const line of createInterface({ input: createReadStream(file) })) {
  texts.push(JSON.parse(line).text)
  if (texts.length >= Number(limit)) break
}
await lint(texts[0]!)

const start = performance.now()
let messages = 0
for (const text of texts) messages += (await lint(text)).length
process.stdout.write(`${JSON.stringify({ texts: texts.length, messages, ms: performance.now() - start })}\n`)

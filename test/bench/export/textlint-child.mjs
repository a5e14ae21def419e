/**
 * textlint over the texts of a JSONL file, for the side by side: reads, lints, prints how many texts, messages and
 * milliseconds. Its rules are loaded and warm before the clock starts.
 */
import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const [file, limit] = process.argv.slice(2)
const require = createRequire(import.meta.url)
const { createLinter } = await import('textlint')
const { TextlintKernelDescriptor } = await import('@textlint/kernel')
const { moduleInterop } = await import('@textlint/module-interop')

const preset = (name) => moduleInterop(require(name))
const rules = ['textlint-rule-preset-japanese', 'textlint-rule-preset-ja-technical-writing'].flatMap(
  (name) => {
    const { rules, rulesConfig } = preset(name)
    return Object.entries(rules).map(([id, rule]) => ({
      ruleId: `${name}/${id}`,
      rule,
      options: rulesConfig[id] ?? true,
    }))
  },
)
const linter = createLinter({
  descriptor: new TextlintKernelDescriptor({
    rules,
    filterRules: [],
    plugins: [{ pluginId: 'text', plugin: preset('@textlint/textlint-plugin-text') }],
  }),
})

const texts = []
for await (const line of createInterface({ input: createReadStream(file) })) {
  texts.push(JSON.parse(line).text)
  if (texts.length >= Number(limit)) break
}
await linter.lintText(texts[0], 'warm.txt')

const start = performance.now()
let messages = 0
for (const text of texts) messages += (await linter.lintText(text, 'message.txt')).messages.length
process.stdout.write(`${JSON.stringify({ texts: texts.length, messages, ms: performance.now() - start })}\n`)

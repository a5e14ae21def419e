/**
 * Every report over labelled and innocent text, a line each, so that two trees can be compared byte by byte
 * (a change for speed alone changes none):
 *
 *     npm run record-reports -- OUT.jsonl [FILE.jsonl …] [--every N]
 *
 * Without files: all of test/fixtures. With each report stands what the rules weigh: score, grade and evidence.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { submissionSchema } from '../core/contract/submission.ts'
import { openLinterLoader } from '../runtime/load-linter.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' } },
})
const [out, ...named] = positionals
if (out === undefined) throw new Error('where to?')
const files =
  named.length > 0
    ? named
    : readdirSync('test/fixtures', { recursive: true })
        .map((name) => `test/fixtures/${name}`)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()

const linter = openLinterLoader().built()
const KEYS = Object.keys(submissionSchema.shape)
const lines: string[] = []
for (const file of files) {
  for (const [number, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '' || number % Number(values.every) !== 0) continue
    const all = JSON.parse(line) as Record<string, unknown>
    const own = Object.fromEntries(KEYS.filter((key) => key in all).map((key) => [key, all[key]]))
    const { data } = submissionSchema.safeParse({ marketplace: 'coconala', ...own })
    if (data === undefined || !linter.marketplaces.includes(data.marketplace)) continue
    const { pack: _, ...report } = linter.lint(data)
    const weighed = linter
      .weigh(data)
      .map(({ rule, score, grade, line, excuses, evidence }) => [
        rule,
        score,
        grade,
        line,
        excuses,
        [...evidence].sort(),
      ])
    const digest = createHash('sha256').update(JSON.stringify(weighed)).digest('hex').slice(0, 16)
    lines.push(JSON.stringify({ at: `${file}:${number + 1}`, weighed: digest, report }))
  }
}
writeFileSync(out, `${lines.join('\n')}\n`)
process.stdout.write(`${lines.length} reports of ${files.length} files\n`)

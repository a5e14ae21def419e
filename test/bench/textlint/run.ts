/**
 * `npm run bench:textlint [-- FILE.jsonl…]`: the rules of tone and textlint with its two Japanese presets, over the same
 * texts in one process. Polite text (the fixtures, or lines with a `text` of the files named), as message of a seller
 * and of a buyer; then sentences with one fault each, and their clean neighbours. Times are the best of three rounds,
 * taken in turns.
 */
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import { openLinterLoader } from '../../../src/runtime/load-linter.ts'
import { toneSentences } from '../../support/tone-sentences.ts'
import { createTextlint, JAPANESE, TECHNICAL_WRITING } from './textlint.ts'
import { readTextFiles } from './texts.ts'

const ROUNDS = 3

const linter = openLinterLoader().built()
const textlint = await createTextlint([JAPANESE, TECHNICAL_WRITING])
const japaneseOnly = await createTextlint([JAPANESE])

const toneOf = (text: string, context: object) =>
  linter
    .lint(submissionSchema.parse({ marketplace: 'coconala', channel: 'message', ...context, text }))
    .findings.filter(({ category }) => category.startsWith('tone.'))
const isAboveNote = ({ action }: { action: string }): boolean => action !== 'note'

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  console.log(
    `\n| ${head.join(' | ')} |\n|${head.map((_, column) => (column === 0 ? '---' : '---:')).join('|')}|`,
  )
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}

/** Names with how often each was found, the most frequent first. */
class Tally {
  private readonly counts = new Map<string, number>()
  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
  }
  *rows(most: number): Iterable<[string, number]> {
    yield* [...this.counts].sort((a, b) => b[1] - a[1]).slice(0, most)
  }
}

const perThousand = (count: number, lines: number): string => ((1000 * count) / lines).toFixed(1)
const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0)

const files = readTextFiles(process.argv.slice(2))
const rules = new Tally()
const categories = new Tally()
const marks = []
for (const { name, texts } of files) {
  let marked = 0
  let markedByJapanese = 0
  for (const text of texts) {
    const messages = await textlint(text)
    if (messages.length > 0) marked++
    if ((await japaneseOnly(text)).length > 0) markedByJapanese++
    for (const rule of messages) rules.add(rule)
  }
  const above = { seller: 0, buyer: 0 }
  let notes = 0
  for (const text of texts) {
    const findings = toneOf(text, { role: 'seller' })
    above.seller += findings.filter(isAboveNote).length
    notes += findings.length - findings.filter(isAboveNote).length
    for (const { category, action } of findings) categories.add(`${category} (${action})`)
    above.buyer += toneOf(text, { role: 'buyer' }).filter(isAboveNote).length
  }
  const share = (count: number): string => perThousand(count, texts.length)
  marks.push([
    name,
    texts.length,
    share(markedByJapanese),
    share(marked),
    share(above.seller),
    share(above.buyer),
    share(notes),
  ])
}
console.log('Of 1,000 lines of polite text:')
table(
  [
    'text',
    'lines',
    'lines textlint marks, preset-japanese',
    'and preset-ja-technical-writing',
    'findings above note, as a seller',
    'as a buyer',
    'notes, as a seller',
  ],
  marks,
)
table(['textlint’s rules', 'messages'], [...rules.rows(12)])
table(['Sekisho’s categories', 'findings'], [...categories.rows(12)])

const found = new Map<
  string,
  { faults: number; ours: number; theirs: number; clean: number; alarms: number; theirAlarms: number }
>()
for (const { text, category, context, isMarked } of toneSentences()) {
  const row = found.get(category) ?? { faults: 0, ours: 0, theirs: 0, clean: 0, alarms: 0, theirAlarms: 0 }
  found.set(category, row)
  const ours = toneOf(text, context).some((finding) => finding.category === category)
  const theirs = (await textlint(text)).length > 0
  row[isMarked ? 'faults' : 'clean']++
  if (ours) row[isMarked ? 'ours' : 'alarms']++
  if (theirs) row[isMarked ? 'theirs' : 'theirAlarms']++
}
console.log('\nSentences with one fault each (written with the rules), and clean neighbours:')
table(
  ['category', 'faults', 'Sekisho', 'textlint, by any rule', 'clean', 'Sekisho', 'textlint'],
  [...found].map(([category, { faults, ours, theirs, clean, alarms, theirAlarms }]) => [
    category,
    faults,
    ours,
    theirs,
    clean,
    alarms,
    theirAlarms,
  ]),
)

const texts = files.flatMap((file) => file.texts)
const best = { ours: Number.POSITIVE_INFINITY, theirs: Number.POSITIVE_INFINITY }
for (let round = 0; round < ROUNDS; round++) {
  const start = performance.now()
  for (const text of texts) toneOf(text, { role: 'seller' })
  const between = performance.now()
  for (const text of texts) await textlint(text)
  best.ours = Math.min(best.ours, between - start)
  best.theirs = Math.min(best.theirs, performance.now() - between)
}
const characters = lengthOf(texts)
const rate = (milliseconds: number): string =>
  Math.round((1000 * characters) / milliseconds).toLocaleString('en')
console.log(`\n${characters.toLocaleString('en')} characters, Node ${process.version}:`)
table(
  ['', 'characters a second'],
  [
    ['Sekisho, every rule (redirects too)', rate(best.ours)],
    ['textlint, both presets', rate(best.theirs)],
  ],
)

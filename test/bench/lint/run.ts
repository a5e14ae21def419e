/**
 * `npm run bench:lint`: what a lint costs by stage, beside its tokens and beside textlint, in one run; with what it
 * allocates. Processor time, not time on the clock, so that a busy machine tells the same; of each stage the best of
 * several rounds, taken in turns.
 */
import type { Submission } from '../../../src/core/contract/submission.ts'
import { Document } from '../../../src/core/judge/document.ts'
import type { Undone } from '../../../src/core/services/undo.ts'
import { openLinterLoader } from '../../../src/runtime/load-linter.ts'
import { createTextlint, JAPANESE, TECHNICAL_WRITING } from '../textlint/textlint.ts'
import { joined, messagesOf } from './messages.ts'

const ROUNDS = 12
const linter = openLinterLoader().built()
const { analyzer } = linter

/** Microseconds of processor time, those of the collector's threads included. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

interface Row {
  readonly stage: string
  readonly micros: number
  readonly kilobytes: number
}

/** One thing done to each message. What one makes is let go before the next. */
type Stage = readonly [name: string, run: (message: Submission) => unknown]

const STAGES: readonly Stage[] = [
  ['undo', ({ text }) => analyzer.undo(text)],
  ['tokens', ({ text }) => analyzer.tokenizer.tokenize(documentOf(text).plain.text)],
  ['words', ({ text }) => analyzer.words.annotate(documentOf(text).folded, documentOf(text).tokens)],
  ['mentions', ({ text }) => analyzer.findMentions(undoneOf(text), documentOf(text).tokens)],
  ['data', ({ text }) => analyzer.findData(undoneOf(text), documentOf(text).tokens)],
  ['document, with all above', ({ text }) => new Document(text, analyzer)],
  ['document and statements', ({ text }) => new Document(text, analyzer).statements],
  ['lint', (message) => linter.lint(message)],
]

const undone = new Map<string, Undone>()
const undoneOf = (text: string): Undone => {
  let one = undone.get(text)
  if (one === undefined) {
    one = analyzer.undo(text)
    undone.set(text, one)
  }
  return one
}

const documents = new Map<string, Document>()
const documentOf = (text: string): Document => {
  let document = documents.get(text)
  if (document === undefined) {
    document = new Document(text, analyzer)
    documents.set(text, document)
  }
  return document
}

/** Of so few that nothing is collected in between. */
function kilobytesOf(run: Stage[1], messages: readonly Submission[]): number {
  const few = messages.slice(0, 12)
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  for (const message of few) run(message)
  return (process.memoryUsage().heapUsed - before) / few.length / 1024
}

function measured(messages: readonly Submission[]): Row[] {
  const best = STAGES.map(() => Number.POSITIVE_INFINITY)
  for (const { text } of messages) documentOf(text)
  for (let round = 0; round < ROUNDS; round++) {
    for (const [number, [, run]] of STAGES.entries()) {
      const started = cpu()
      for (const message of messages) run(message)
      best[number] = Math.min(best[number]!, (cpu() - started) / messages.length)
    }
  }
  return STAGES.map(([stage, run], number) => ({
    stage,
    micros: best[number]!,
    kilobytes: kilobytesOf(run, messages),
  }))
}

function print(title: string, messages: readonly Submission[]): Row[] {
  const rows = measured(messages)
  const tokens = rows.find(({ stage }) => stage === 'tokens')!.micros
  const length = messages.reduce((sum, { text }) => sum + text.length, 0) / messages.length
  console.log(`\n${title}: ${messages.length} of ${length.toFixed(0)} characters\n`)
  console.log('| stage | µs | × tokens | kB allocated |\n|---|---:|---:|---:|')
  const row = (stage: string, micros: number, kilobytes: number): void =>
    console.log(
      `| ${stage} | ${micros.toFixed(0)} | ${(micros / tokens).toFixed(1)} | ${kilobytes.toFixed(0)} |`,
    )
  for (const { stage, micros, kilobytes } of rows) row(stage, micros, kilobytes)
  const at = (stage: string): Row => rows.find((one) => one.stage === stage)!
  const [document, read, lint] = [at('document, with all above'), at('document and statements'), at('lint')]
  row('statements alone', read.micros - document.micros, read.kilobytes - document.kilobytes)
  row('rules and report alone', lint.micros - read.micros, lint.kilobytes - read.kilobytes)
  return rows
}

const messages = messagesOf(90, 160, 600)
const rows = print('Messages', messages)
print('Long texts', joined(messages, 5000, 20))

const textlint = await createTextlint([JAPANESE, TECHNICAL_WRITING])
const few = messages.slice(0, 150)
let theirs = Number.POSITIVE_INFINITY
for (let round = 0; round < 3; round++) {
  const started = cpu()
  for (const { text } of few) await textlint(text)
  theirs = Math.min(theirs, (cpu() - started) / few.length)
}
const ours = rows.find(({ stage }) => stage === 'lint')!.micros
console.log(`\ntextlint, both presets: ${theirs.toFixed(0)} µs, ${(theirs / ours).toFixed(1)} × a lint\n`)

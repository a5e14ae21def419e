/**
 * Learns how one is rude to a reader (rules/tone-weights.json) from labelled text and from text in which nobody is:
 *
 *     npm run weigh:tone -- labelled.jsonl … --innocent lines.jsonl …
 *
 * A file is a subject. The figures that it prints, and the thresholds that it writes, are those of subjects left out.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BIAS } from '../../../core/judge/manner/manner-evidence.ts'
import { linterOf } from '../linter-of.ts'
import { weighOptions } from '../weigh-options.ts'
import { writeWeights } from '../write-weights.ts'
import {
  isRude,
  type Row,
  reachedAt,
  type Scored,
  SETTINGS,
  scoreLeftOut,
  thresholdsOf,
  weightsOf,
} from './learn-manners.ts'
import { type LearntSentence, sentencesOf, sentencesOfExamples } from './sentences.ts'

const { labelled: files, innocent, dry } = weighOptions()
const root = process.cwd()
const linter = linterOf(root)

const labelled = [
  ...sentencesOfExamples(linter),
  ...files.flatMap((file) => [...sentencesOf(linter, file, false)]),
]
/** Only what rude sentences have can weigh: nothing else is kept of the many. */
const counts = new Map<string, number>()
for (const { ways, evidence } of labelled)
  if (ways.size > 0) for (const piece of new Set(evidence)) counts.set(piece, (counts.get(piece) ?? 0) + 1)
counts.set(BIAS, labelled.length)
const names = [...counts]
  .filter(([, count]) => count >= SETTINGS.fewestRude)
  .map(([name]) => name)
  .sort()
const numbers = new Map(names.map((name, number) => [name, number]))
const rowOf = ({ evidence, ...rest }: LearntSentence): Row => ({
  ...rest,
  evidence: Int32Array.from([BIAS, ...evidence].flatMap((name) => numbers.get(name) ?? [])),
})
const rows = labelled.map(rowOf)
for (const file of innocent) for (const one of sentencesOf(linter, file, true)) rows.push(rowOf(one))

const scored = scoreLeftOut(rows, names.length)
const thresholds = thresholdsOf(scored)
const print = (name: string, of: readonly Scored[]): void => {
  const at = (threshold: number): string => {
    const { recall, precision, way, innocent } = reachedAt(of, threshold)
    return `${recall.toFixed(3)} / ${precision.toFixed(3)} / ${way.toFixed(2)} / ${innocent.toFixed(2)}`
  }
  process.stdout.write(`${name.padEnd(24)} likely ${at(thresholds.likely)}   doubt ${at(thresholds.doubt)}\n`)
}
process.stdout.write('left out, by subject: recall / precision / its way / of 1,000 innocent sentences\n')
for (const subject of [...new Set(scored.map(({ row }) => row.subject))].sort())
  print(
    subject,
    scored.filter(({ row }) => row.subject === subject),
  )
print('all', scored)
process.stdout.write(
  `${rows.length} sentences, ${rows.filter(isRude).length} rude; likely ${thresholds.likely}, doubt ${thresholds.doubt}\n`,
)

if (!dry) {
  const spec = weightsOf(rows, names, thresholds)
  writeFileSync(join(root, 'rules/tone-weights.json'), writeWeights(spec))
  process.stdout.write(`rules/tone-weights.json: ${Object.keys(spec.weights).length} weights\n`)
}

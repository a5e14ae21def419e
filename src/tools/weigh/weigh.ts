/**
 * Learns what evidence weighs (rules/weights.json) from labelled and innocent text:
 *
 *     npm run weigh -- labelled.jsonl … --innocent lines.jsonl …
 *
 * A file is a subject. The figures that it prints and the thresholds that it writes are those of subjects left out, one
 * fold after the other; nothing here is a first look.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WeightsSpec } from '../../core/judge/weights-spec.ts'
import {
  certainFrom,
  certaintiesOf,
  reachedAt,
  type Scored,
  scoreLeftOut,
  sureFrom,
  thresholdFor,
  thresholdOfPrecision,
} from './calibrate.ts'
import { indicesOf, type Row, rowsOfExamples, rowsOfFile } from './collect.ts'
import { hingesInFile, inFile, learn, SETTINGS, WORDS } from './learn.ts'
import { calledAsLabelled, namedPlaces, namesLeftOut, namingOf } from './learn-naming.ts'
import { learnUnderline, metLeftOut, type Underlined, underlinedIn } from './learn-underline.ts'
import { linterOf } from './linter-of.ts'
import { weighOptions } from './weigh-options.ts'
import { writeWeights } from './write-weights.ts'

/** What may be wrongly held on subjects left out: hard neighbours as a share, innocent lines of 1,000. */
const MAY = {
  likely: { wronglyHeld: 0.033, innocent: 0.3 },
  possible: { wronglyHeld: 0.05, innocent: 0.5 },
  doubt: { wronglyHeld: 0.4, innocent: 12 },
}

/** Steps, all of its values together, from which a word is written: a browser has 2.2 MB for all. */
const LEAST = 6

/** Of the places that are called certain, so many must be marked by a label of their category, on subjects left out. */
const CERTAIN = 0.955
/** And of a category's places that name no service. */
const SURE = 0.9
/** And of those that are likely because a frame reads them. */
const READ = 0.978

const { labelled: files, innocent, dry } = weighOptions()
const root = process.cwd()
const linter = linterOf(root)
const indices = indicesOf(linter)
const index = indices.evidence
const rows: Row[] = [...rowsOfExamples(linter, indices)]
for (const file of [...files, ...innocent]) rows.push(...rowsOfFile(linter, indices, file))
const underlined: Underlined[] = files.flatMap((file) => [...underlinedIn(linter, file)])

const scored = scoreLeftOut(rows, index.names, SETTINGS)
const withHeld = new Set(rows.filter(({ isHeld }) => isHeld).map(({ subject }) => subject))
/** Of a subject that has nothing to be held no line is a hard neighbour: all of them are easily right. */
const hard = scored.filter(({ row }) => row.isInnocent || withHeld.has(row.subject))
const read = thresholdOfPrecision(hard, READ)
const reported: Omit<WeightsSpec['thresholds'], 'certain'> = {
  read,
  likely: thresholdFor(hard, MAY.likely, read),
  possible: thresholdFor(hard, MAY.possible, read),
  doubt: thresholdFor(hard, MAY.doubt, read),
}
const print = (name: string, of: readonly Scored[]): void => {
  const at = (threshold: number): string => {
    const { held, wronglyHeld, innocent } = reachedAt(of, threshold, read)
    return `${held.toFixed(3)} / ${wronglyHeld.toFixed(3)} / ${innocent.toFixed(2)}`
  }
  process.stdout.write(
    `${name.padEnd(24)} likely ${at(reported.likely)}   possible ${at(reported.possible)}   doubt ${at(reported.doubt)}\n`,
  )
}
process.stdout.write('left out, by subject: held / wrongly held / of 1,000 innocent lines\n')
for (const subject of [...new Set(scored.map(({ row }) => row.subject))].sort())
  print(
    subject,
    scored.filter(({ row }) => row.subject === subject),
  )
print('all', hard)
const places = scored.flatMap((one) => namedPlaces(one, indices.naming, reported))
const names = namesLeftOut(places, indices.naming.names.length)
const certainties = certaintiesOf(scored, reported, names)
const thresholds: WeightsSpec['thresholds'] = { certain: certainFrom(certainties, CERTAIN), ...reported }
const sure = sureFrom(certainties, thresholds.certain, SURE)
const certain = certainties.filter(
  ({ category, isNamed, logOdds }) => logOdds >= (isNamed ? thresholds.certain : (sure[category] ?? 99)),
)
process.stdout.write(
  `certain: ${certain.length} places, ${certain.filter(({ isRight }) => isRight).length} of them right; unnamed ${JSON.stringify(sure)}\n`,
)
process.stdout.write(`${JSON.stringify(thresholds)}\n`)
const called = calledAsLabelled(places, names)
process.stdout.write(
  `called as labelled: ${called.learnt.toFixed(3)} of ${called.of}; by what weighs most ${called.heaviest.toFixed(3)}\n`,
)
process.stdout.write(`underlined as labelled: ${metLeftOut(underlined).toFixed(3)}\n`)

if (!dry) {
  const net = learn(rows, index.names, SETTINGS)
  const entries = inFile(net, index.names)
    .filter(([name, values]) => {
      const sum = values.reduce((all, value) => all + Math.abs(value), 0)
      return sum >= (WORDS.test(name) ? LEAST : 1)
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const labelled = rows.filter(({ isInnocent }) => !isInnocent)
  const spec: WeightsSpec = {
    made: {
      texts: labelled.length,
      innocent: rows.length - labelled.length,
      subjects: new Set(labelled.map(({ subject }) => subject)).size,
      ...SETTINGS,
    },
    thresholds,
    sure,
    hinges: hingesInFile(net),
    underline: learnUnderline(underlined),
    // From little text nobody learns names: what weighs most is then the better one.
    ...(called.learnt > called.heaviest ? { naming: namingOf(places, indices.naming.names) } : {}),
    weights: Object.fromEntries(entries),
  }
  writeFileSync(join(root, 'rules/weights.json'), writeWeights(spec))
  process.stdout.write(`rules/weights.json: ${entries.length} weights\n`)
}

/**
 * Data of the build + compiled dictionary → a linter. The one place where the parts of core are put together. Nothing is
 * validated here: what loadSources() gives is, and once more would be a tenth of a browser's start.
 */
import { Padding } from '../core/contact-data/common/padding.ts'
import { createDataDetector } from '../core/contact-data/data-detector.ts'
import { createHistoryJoiner } from '../core/contact-data/join-history.ts'
import { createLinter, type LinterDeps, type RuleLinter } from '../core/lint/create-linter.ts'
import type { Tokenizer } from '../core/morph/token.ts'
import type { PackSpec } from '../core/rules/rule-spec.ts'
import { createApart } from '../core/services/apart.ts'
import { createDecode } from '../core/services/decode.ts'
import { createLabelledLetters } from '../core/services/labelled-letters.ts'
import { createLetterByLetter } from '../core/services/letter-by-letter.ts'
import { NameIndex } from '../core/services/name-index.ts'
import { createPadded } from '../core/services/padded.ts'
import { createKanaWords, createOtherScripts } from '../core/services/readings.ts'
import { createReveal } from '../core/services/reveal.ts'
import { createServiceMentions, createServiceRecognizer } from '../core/services/service-mentions.ts'
import { createSwapped } from '../core/services/swapped.ts'
import { createToldMarks } from '../core/services/told-marks.ts'
import { createUndo } from '../core/services/undo.ts'
import { createWordGames } from '../core/services/word-games.ts'
import { CodeReader } from '../core/text/code-reader.ts'
import { fold } from '../core/text/fold.ts'
import { createNormalizer, createSettle, isSettled } from '../core/text/normalize.ts'
import {
  hiddenWordsOf,
  markTablesOf,
  normalizationTablesOf,
  readingTablesOf,
  serviceTablesOf,
} from './dictionary-schemas.ts'
import type { LinterData } from './linter-data.ts'

/** What is done to the words of packs and dictionaries: as to messages, but nobody hides words there. */
export function authoredNormalizer({ tables, prepared }: LinterData): (text: string) => string {
  const normalize = createNormalizer(normalizationTablesOf(tables.confusables))
  const known = new Map(Object.entries(prepared?.normalized ?? {}))
  return (text) => (isSettled(text) ? text : (known.get(text) ?? normalize(text).text))
}

/** What reads a text: made of the dictionaries alone, so that linters of different packs can share it. */
export type Readers = Pick<LinterDeps, 'undo' | 'findMentions' | 'findData' | 'joinData'>

export function createReaders(data: LinterData, normalizeAuthored = authoredNormalizer(data)): Readers {
  const { services, romaji } = data
  const confusables = normalizationTablesOf(data.tables.confusables)
  const tables = { numbers: data.tables['number-words'], words: data.tables['contact-words'] }
  const serviceTables = {
    ...serviceTablesOf(data.tables['service-disguises'], tables.words.letters, confusables.confusables),
    romaji,
  }
  const names = new NameIndex(services, hiddenWordsOf(data.tables['hidden-words']), serviceTables)
  const readings = readingTablesOf(data.tables.readings, services)
  const codes = new CodeReader(data.tables.codes, normalizeAuthored, tables.words.decode_words)
  const plain = createNormalizer(confusables)
  const padding = new Padding(tables.words)
  const recognizer = createServiceRecognizer(names, serviceTables)
  return {
    undo: createUndo({
      settle: createSettle(confusables),
      names,
      codes,
      decode: createDecode(recognizer, (text) => plain(text).text),
      scripts: [
        createToldMarks(names, markTablesOf(data.tables['service-disguises'])),
        createPadded(names, serviceTables, (text) => padding.told(text, fold(text))),
        createLetterByLetter(recognizer),
        createLabelledLetters(names),
        createWordGames(names),
        createApart(recognizer, serviceTables.reverseHints),
        createSwapped(services),
        createOtherScripts(readings),
        createKanaWords(readings),
      ],
      reveal: createReveal(names, serviceTables),
    }),
    findMentions: createServiceMentions(names, serviceTables),
    findData: createDataDetector(tables, services),
    joinData: createHistoryJoiner(tables, services),
  }
}

/** @throws {PackError} where packs or dictionaries have faults. */
export function assembleLinter(
  data: LinterData,
  tokenizer: Tokenizer,
  normalizeAuthored = authoredNormalizer(data),
  readers = createReaders(data, normalizeAuthored),
  onContext?: LinterDeps['onContext'],
): RuleLinter {
  return createLinter({
    ...readers,
    onContext,
    tokenizer,
    normalizeAuthored,
    language: data.language,
    inflections: data.prepared?.inflections,
    weights: data.weights,
    toneWeights: data.toneWeights,
    digest: data.digest,
    packs: data.packs.map(({ raw, digest, settings }) => ({ spec: raw as PackSpec, digest, settings })),
  })
}

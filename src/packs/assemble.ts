/** Data of the build + compiled dictionary → a linter. The one place where the parts of core are put together. */
import { createDataDetector } from '../core/contact-data/data-detector.ts'
import { createHistoryJoiner } from '../core/contact-data/join-history.ts'
import { createLinter, type RuleLinter } from '../core/lint/create-linter.ts'
import type { Tokenizer } from '../core/morph/token.ts'
import type { PackSpec } from '../core/rules/rule-spec.ts'
import { createApart } from '../core/services/apart.ts'
import { createDecode } from '../core/services/decode.ts'
import { NameIndex } from '../core/services/name-index.ts'
import { createKanaWords, createOtherScripts } from '../core/services/readings.ts'
import { createReveal } from '../core/services/reveal.ts'
import { createServiceMentions, createServiceRecognizer } from '../core/services/service-mentions.ts'
import { type Codebook, CodeReader } from '../core/text/code-reader.ts'
import { createNormalizer } from '../core/text/normalize.ts'
import { contactWordsSchema, numberWordsSchema } from './contact-data-schemas.ts'
import {
  confusablesSchema,
  hiddenWordsSchema,
  readingTablesOf,
  serviceTablesOf,
} from './dictionary-schemas.ts'
import type { LinterData } from './load-sources.ts'

/** @throws {PackError} where packs or dictionaries have faults. */
export function assembleLinter(data: LinterData, tokenizer: Tokenizer): RuleLinter {
  const { services, romaji } = data
  const serviceTables = { ...serviceTablesOf(data.tables), romaji }
  const names = new NameIndex(services, hiddenWordsSchema.parse(data.tables['hidden-words']), serviceTables)
  const readings = readingTablesOf(data.tables.readings, services)
  const confusables = confusablesSchema.parse(data.tables.confusables)
  const tables = {
    numbers: numberWordsSchema.parse(data.tables['number-words']),
    words: contactWordsSchema.parse(data.tables['contact-words']),
  }
  const normalizeAuthored = createNormalizer(confusables)
  // Validated when the data was made.
  const codes = new CodeReader(
    data.tables.codes as readonly Codebook[],
    (text) => normalizeAuthored(text).text,
    tables.words.decode_words,
  )
  const recognizer = createServiceRecognizer(names, serviceTables)
  return createLinter({
    tokenizer,
    normalizeAuthored,
    normalize: createNormalizer(confusables, {
      decode: createDecode(recognizer, (text) => normalizeAuthored(text).text, codes),
      reveal: [
        createApart(recognizer, serviceTables.reverseHints),
        createOtherScripts(readings),
        createKanaWords(readings),
        createReveal(names, serviceTables),
      ],
    }),
    findMentions: createServiceMentions(names, serviceTables),
    findData: createDataDetector(tables, services, codes),
    joinData: createHistoryJoiner(tables, services),
    language: data.language,
    weights: data.weights,
    digest: data.digest,
    // Validated when the data was made; once more would be a tenth of a browser's start.
    packs: data.packs.map(({ raw, digest }) => ({ spec: raw as PackSpec, digest })),
  })
}

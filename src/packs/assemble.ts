/** Data of the build + compiled dictionary → a linter. The one place where the parts of core are put together. */
import { createDataDetector } from '../core/detect/data/data-detector.ts'
import type { ContactWords, NumberWords } from '../core/detect/data/tables.ts'
import { createServiceMentions } from '../core/detect/service-mentions.ts'
import { createLinter, type RuleLinter } from '../core/lint/create-linter.ts'
import type { Tokenizer } from '../core/morph/token.ts'
import { packSpecSchema } from '../core/rules/rule-spec.ts'
import { createNormalizer } from '../core/text/normalize.ts'
import { confusablesSchema, servicesSchema, serviceTablesOf } from './dictionary-schemas.ts'
import type { LinterData } from './load-sources.ts'

/** @throws {PackError} where packs or dictionaries have faults. */
export function assembleLinter(data: LinterData, tokenizer: Tokenizer): RuleLinter {
  const services = servicesSchema.parse(data.tables.services)
  return createLinter({
    tokenizer,
    normalize: createNormalizer(confusablesSchema.parse(data.tables.confusables)),
    findMentions: createServiceMentions(services, serviceTablesOf(data.tables)),
    findData: createDataDetector(
      {
        numbers: data.tables['number-words'] as NumberWords,
        words: data.tables['contact-words'] as ContactWords,
      },
      services,
    ),
    joinData: () => [],
    language: data.language,
    packs: data.packs.map(({ raw, digest }) => ({ spec: packSpecSchema.parse(raw), digest })),
  })
}

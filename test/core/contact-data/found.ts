/** Runs the data detector over a text as the linter does, with the repository's dictionaries. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { createDataDetector } from '../../../src/core/contact-data/data-detector.ts'
import { createHistoryJoiner } from '../../../src/core/contact-data/join-history.ts'
import { createNormalizer } from '../../../src/core/text/normalize.ts'
import { servicesSchema } from '../../../src/packs/dictionary-schemas.ts'
import { dataTables } from '../../support/data-tables.ts'
import { codes, normalizationTables } from '../../support/dictionaries.ts'

const services = servicesSchema.parse(
  parse(readFileSync(new URL('../../../dictionaries/services.yaml', import.meta.url), 'utf8')),
)
export const normalize = createNormalizer(normalizationTables)
const detect = createDataDetector(dataTables, services)

export interface Found {
  readonly kind: string
  /** The words of the original that are underlined. */
  readonly words: string
  readonly value: string
  readonly disguised: boolean
  readonly sample: boolean
  readonly partial: boolean
  readonly host: string | undefined
  readonly service: string | undefined
}

export const find = (text: string): Found[] => {
  const view = normalize(text)
  return detect({ plain: view, encoded: { runs: codes.runs(view.text) } }, []).map((datum) => {
    const span = view.toOriginal(datum.span)
    return {
      kind: datum.kind,
      words: text.slice(span.start, span.end),
      value: datum.value,
      disguised: datum.disguised,
      sample: datum.sample,
      partial: datum.partial,
      host: datum.host,
      service: datum.service,
    }
  })
}

/** `kind value` of every datum found: the short form for tables. */
export const brief = (text: string): string[] =>
  find(text).map(
    ({ kind, value, sample, partial }) =>
      `${kind} ${value}${sample ? ' (sample)' : ''}${partial ? ' (partial)' : ''}`,
  )

const join = createHistoryJoiner(dataTables, services)

/** `kind value «words»` of what the last of one writer's messages completes. */
export const joinMessages = (messages: readonly string[]): string[] => {
  const documents = messages.map((message) => {
    const plain = normalize(message)
    return { plain, data: detect({ plain, encoded: { runs: codes.runs(plain.text) } }, []) }
  })
  const current = documents.at(-1)!
  return join(documents.slice(0, -1), current).map(
    ({ kind, value, span }) => `${kind} ${value} «${current.plain.text.slice(span.start, span.end)}»`,
  )
}

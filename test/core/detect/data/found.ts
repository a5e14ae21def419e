/** Runs the data detector over a text as the linter does, with a few services that stand for the dictionary. */
import { createDataDetector } from '../../../../src/core/detect/data/data-detector.ts'
import type { DataService } from '../../../../src/core/detect/data/tables.ts'
import { createNormalizer } from '../../../../src/core/text/normalize.ts'
import { dataTables } from '../../../support/data-tables.ts'
import { normalizationTables } from '../../../support/dictionaries.ts'

export const services: DataService[] = [
  { id: 'line', name: 'LINE', capability: 'messenger', hosts: ['line.me', 'lin.ee'], aliases: ['ライン'] },
  { id: 'discord', name: 'Discord', capability: 'messenger', hosts: ['discord.gg', 'discord.com/invite'] },
  { id: 'x', name: 'X', capability: 'social', hosts: ['x.com', 'twitter.com'] },
  {
    id: 'instagram',
    name: 'Instagram',
    capability: 'social',
    hosts: ['instagram.com'],
    aliases: ['インスタ', 'insta'],
  },
  { id: 'bluesky', name: 'Bluesky', capability: 'social', hosts: ['bsky.app', 'bsky.social'] },
  { id: 'booth', name: 'BOOTH', capability: 'shop', hosts: ['booth.pm'] },
  { id: 'bitly', name: 'bit.ly', capability: 'shortener', hosts: ['bit.ly'] },
  { id: 'tinyurl', name: 'TinyURL', capability: 'shortener', hosts: ['tinyurl.com'] },
  { id: 'x-gd', name: 'x.gd', capability: 'shortener', hosts: ['x.gd'] },
  { id: 'lit-link', name: 'lit.link', capability: 'hub', hosts: ['lit.link'] },
  { id: 'zoom', name: 'Zoom', capability: 'meeting', hosts: ['zoom.us'] },
  { id: 'coconala', name: 'ココナラ', capability: 'self', hosts: ['coconala.com'] },
]

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
  return detect(view, []).map((datum) => {
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

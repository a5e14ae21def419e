/**
 * What stands in rules/ and dictionaries/ and changes nothing: packs that no marketplace uses, columns that no submission
 * comes to, word classes, phrases, templates and contexts that nobody names. No fault, but mostly a slip of the pen.
 */
import type { Where } from '../core/contract/where.ts'
import { TONE_FAMILY } from '../core/judge/manner/tone-classes.ts'
import type { MarketplacePack, PackSpec } from '../core/rules/rule-spec.ts'
import type { LinterData } from './linter-data.ts'
import type { LoadedSources } from './load-sources.ts'

export interface DeadThing {
  /** As `LoadedSources.place` knows it. */
  readonly pack: string
  readonly at: string
  readonly message: string
}

/** Names that the code itself asks for. */
const ASKED_BY_CODE: ReadonlySet<string> = new Set(['product-head', 'puzzle'])

/** Words of tone are evidence of how a sentence speaks (`kind: manner`), whether or not a pattern names their class. */
const isEvidence = (part: string, name: string): boolean => part === 'words' && name.startsWith(TONE_FAMILY)

const PARTS = ['words', 'phrases', 'templates', 'contexts'] as const

/** The same of files as they were read: a line each, with its place. Of a folder of packs alone, what stands in those. */
export const tellDead = ({ data, place }: LoadedSources): readonly string[] =>
  findDead(data).map(({ pack, at, message }) => {
    const { file, line, column } = place(pack, at)
    return `${file}:${line}:${column}: ${at}: ${message}`
  })

export function findDead({ packs, language }: Pick<LinterData, 'packs' | 'language'>): DeadThing[] {
  const specs = packs.map(({ raw }) => raw as PackSpec)
  const texts = new Set<string>()
  collectTexts([specs, language], texts)
  const inPatterns = new Set([...texts].flatMap((text) => [...text.matchAll(CLASS)].map(([, name]) => name)))
  return [
    ...specs.flatMap((spec) => (spec.kind === 'marketplace' ? deadColumns(spec) : [])),
    ...specs
      .filter(({ kind, id }) => kind === 'common' && !specs.some((other) => uses(other).includes(id)))
      .map(({ id }) => ({ pack: id, at: 'id', message: `no marketplace uses the pack '${id}'` })),
    ...PARTS.flatMap((part) =>
      Object.keys(language[part])
        .filter(
          (name) =>
            !texts.has(name) && !inPatterns.has(name) && !ASKED_BY_CODE.has(name) && !isEvidence(part, name),
        )
        .map((name) => ({ pack: 'dictionaries', at: `${part}.${name}`, message: `nobody names '${name}'` })),
    ),
  ]
}

/** `{name}`, with what may stand behind the name. */
const CLASS = /\{([a-z][a-z0-9-]*)[^{}]*\}/g

const uses = (spec: PackSpec): readonly string[] => (spec.kind === 'marketplace' ? spec.uses : [])

function collectTexts(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value)
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) collectTexts(inner, texts)
  }
}

const deadColumns = ({ id, columns }: MarketplacePack): DeadThing[] =>
  columns.flatMap(({ name, when }, index) => {
    const before = columns.slice(0, index).find((other) => covers(other.when, when))
    if (before === undefined) return []
    const message = `no submission comes to the column '${name}': '${before.name}' above has them all`
    return [{ pack: id, at: `columns[${index}].name`, message }]
  })

/** Whether whatever is where `narrow` says is also where `wide` says. */
const covers = (wide: Where, narrow: Where): boolean =>
  (['channel', 'phase', 'role'] as const).every((key) => {
    const [outer, inner] = [
      wide[key] as readonly string[] | undefined,
      narrow[key] as readonly string[] | undefined,
    ]
    return outer === undefined || inner?.every((one) => outer.includes(one)) === true
  }) &&
  (wide.purpose === undefined || wide.purpose === narrow.purpose)

/** Where every rule and a marketplace's wording come from: what a finding's card links to. */
import type { LoadedPack } from '../../core/lint/linter.ts'
import type { Source } from '../../core/rules/rule-spec.ts'

export interface Sources {
  /** By `pack/rule`. */
  readonly rules: Readonly<Record<string, Source>>
  /** By marketplace and category. */
  readonly wording: Readonly<Record<string, Readonly<Record<string, Source>>>>
}

export const sourcesOf = (packs: readonly LoadedPack[]): Sources => ({
  rules: Object.fromEntries(
    packs.flatMap(({ spec }) =>
      spec.rules.flatMap(({ id, source }) => (source === undefined ? [] : [[`${spec.id}/${id}`, source]])),
    ),
  ),
  wording: Object.fromEntries(
    packs.flatMap(({ spec }) => {
      if (spec.kind !== 'marketplace') return []
      const sourced = Object.entries(spec.wording).flatMap(([category, wording]) =>
        wording?.source === undefined ? [] : [[category, wording.source] as const],
      )
      return [[spec.id, Object.fromEntries(sourced)]]
    }),
  ),
})

/** The rule catalogue: every rule of the packs, with what each marketplace makes of it. Pure. */
import { ACTIONS, type Action } from '../../core/contract/report.ts'
import type { Where } from '../../core/contract/where.ts'
import type { LoadedPack } from '../../core/lint/linter.ts'
import type { Example, MarketplacePack, RuleSpec, Source } from '../../core/rules/rule-spec.ts'

export type ActionOrOff = Action | 'off'

export interface Cell {
  /** The marketplace's own name of the column, and where it holds. */
  readonly column: string
  readonly when: Where
  readonly action: ActionOrOff
}

/** What one marketplace does with a rule. */
export interface Treatment {
  readonly marketplace: string
  readonly title: string
  readonly cells: readonly Cell[]
  readonly why: string | undefined
  readonly instead: string | undefined
  readonly source: Source | undefined
}

export interface CatalogueCase {
  readonly contexts: readonly string[]
  readonly treatments: readonly Pick<Treatment, 'marketplace' | 'title' | 'cells'>[]
}

export interface CatalogueRule {
  /** `pack/rule` */
  readonly name: string
  readonly pack: LoadedPack
  readonly spec: RuleSpec
  readonly treatments: readonly Treatment[]
  readonly cases: readonly CatalogueCase[]
}

/** All rules, in the order of the packs. */
export function catalogueOf(packs: readonly LoadedPack[]): CatalogueRule[] {
  const marketplaces = packs.flatMap(({ spec }) => (spec.kind === 'marketplace' ? [spec] : []))
  return packs.flatMap((pack) =>
    pack.spec.rules.map((spec): CatalogueRule => {
      const users = marketplaces.filter(({ id, uses }) => id === pack.spec.id || uses.includes(pack.spec.id))
      return {
        name: `${pack.spec.id}/${spec.id}`,
        pack,
        spec,
        treatments: users.map((marketplace) => {
          const wording = marketplace.wording[spec.category]
          return {
            marketplace: marketplace.id,
            title: marketplace.title,
            cells: cellsOf(marketplace, spec.category, spec),
            why: spec.why ?? wording?.why,
            instead: spec.instead ?? wording?.instead,
            source: spec.source ?? wording?.source,
          }
        }),
        cases: spec.cases.map((one) => ({
          contexts: one.if,
          treatments: users.map((marketplace) => ({
            marketplace: marketplace.id,
            title: marketplace.title,
            cells: cellsOf(marketplace, one.use, spec),
          })),
        })),
      }
    }),
  )
}

/** The row's action in every column of the marketplace's table, as the linter decides it. */
function cellsOf(marketplace: MarketplacePack, row: string, spec: RuleSpec): Cell[] {
  const cells = marketplace.actions[row]
  const own = ACTIONS.find((action) => action === row) ?? spec.action
  return marketplace.columns.map(({ name, when }) => {
    const action = cells?.[name] ?? cells?.['*'] ?? own ?? 'review'
    return { column: name, when, action: spec.stage === 'trial' && action !== 'off' ? 'note' : action }
  })
}

/** An example's text in pieces; the flagged words (`[[…]]`) are marked. */
export function piecesOf({ text }: Example): { readonly text: string; readonly flagged: boolean }[] {
  return text
    .split(/\[\[|\]\]/)
    .map((piece, index) => ({ text: piece, flagged: index % 2 === 1 }))
    .filter(({ text: piece }) => piece !== '')
}

/** An example's text as a person would type it. */
export const plainText = (example: Example): string => example.text.replace(/\[\[|\]\]/g, '')

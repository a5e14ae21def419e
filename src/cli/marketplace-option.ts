/** A marketplace as one names it: by its id, or as its pack is titled (ココナラ). */
import type { Linter } from '../core/lint/linter.ts'
import { UsageError } from './fault.ts'

const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** @throws {UsageError} for one that the rules do not know. */
export const marketplaceNamed = (name: string, { marketplaces, packs }: Linter): string => {
  if (marketplaces.includes(name)) return name
  const titles = new Map(packs.map(({ spec }) => [spec.id, spec.title]))
  const wanted = folded(name)
  const found = marketplaces.find((id) => [id, titles.get(id) ?? id].some((one) => folded(one) === wanted))
  if (found !== undefined) return found
  const known = marketplaces.map((id) => (titles.has(id) ? `${id} (${titles.get(id)})` : id))
  throw new UsageError(`unknown marketplace '${name}'; known: ${known.join(', ')}`)
}

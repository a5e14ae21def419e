/** Names that no linter can tell apart (core/judge/piece-digest.ts): of such, only the heaviest is written. */
import { PieceDigest } from '../../core/judge/piece-digest.ts'

type Entry = [name: string, steps: number[]]

const weightOf = ([, steps]: Entry): number => steps.reduce((sum, step) => sum + Math.abs(step), 0)

export function distinct(entries: readonly Entry[]): Entry[] {
  const digest = new PieceDigest()
  const byDigest = new Map<number, Entry>()
  for (const entry of entries) {
    const key = digest.of(entry[0])
    const known = byDigest.get(key)
    if (known === undefined || weightOf(known) < weightOf(entry)) byDigest.set(key, entry)
  }
  return [...byDigest.values()]
}

/** The salt of the digests: the first with which no piece that was met is taken for one that weighs something. */
import { PieceDigest } from '../../core/judge/piece-digest.ts'

/** So many are tried; of thirty bits about one in a hundred serves. */
const MOST = 20_000

/**
 * @param weighing names that weigh something
 * @param met all names that were met, those among them
 * @throws {RangeError} where none serves
 */
export function findSalt(weighing: readonly string[], met: readonly string[]): number {
  const known = new Set(weighing)
  const others = met.filter((name) => !known.has(name))
  for (let salt = 1; salt <= MOST; salt++) if (serves(salt, weighing, others)) return salt
  throw new RangeError('no salt keeps all names apart: learn fewer weights, or take a bit more')
}

function serves(salt: number, weighing: readonly string[], others: readonly string[]): boolean {
  const digest = new PieceDigest(salt)
  const of = (name: string): number => {
    digest.start()
    digest.take(name)
    return digest.value
  }
  const taken = new Set(weighing.map(of))
  return taken.size === weighing.length && !others.some((name) => taken.has(of(name)))
}

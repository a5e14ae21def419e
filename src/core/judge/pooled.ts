/** What several places of a message say together. */

/** So many of its places count: a long message does not propose by its length. */
const PLACES = 3

/**
 * The log-odds of the heaviest places as one: what none says alone, three may say.
 *
 * @param scores log-odds of the places, in any order
 */
export function pooled(scores: readonly number[]): number {
  if (scores.length < 2) return scores[0] ?? Number.NEGATIVE_INFINITY
  let odds = 0
  for (const score of [...scores].sort((a, b) => b - a).slice(0, PLACES)) odds += Math.exp(score)
  return Math.log(odds)
}

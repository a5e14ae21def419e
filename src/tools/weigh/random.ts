/** Chance that is the same everywhere: what is learnt from the same rows is the same on every machine. */

/**
 * Park and Miller's generator.
 *
 * @param seed a positive number
 */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** Fisher and Yates: in place. */
export function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const one = list[i]!
    list[i] = list[j]!
    list[j] = one
  }
}

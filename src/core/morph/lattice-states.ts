/**
 * The nodes that end at one place, reduced to the cheapest of each right context and sorted: what the search for the best
 * way to go on looks at.
 */
import type { LatticeNodes } from './lattice-nodes.ts'

/** A state is `right context << NODE_BITS | node`; nodes are below MAX_NODES. */
export const NODE_BITS = 15
export const NODE_MASK: number = (1 << NODE_BITS) - 1

export class LatticeStates {
  /** The cheapest node of each right context that ends where the search stands, by rising cost. */
  readonly states: Int32Array
  readonly costs: Int32Array
  /** By right context: the number of its state, and the stamp of the place where that was true. */
  readonly #stateOf: Uint16Array
  readonly #stamps: Int32Array
  #stamp = 0

  constructor(contexts: number) {
    this.states = new Int32Array(contexts)
    this.costs = new Int32Array(contexts)
    this.#stateOf = new Uint16Array(contexts)
    this.#stamps = new Int32Array(contexts)
  }

  /** @param head the youngest node that ends at the place. Gives the number of states. */
  gather({ costs, rights, next }: LatticeNodes, head: number): number {
    const { states, costs: stateCosts } = this
    const stateOf = this.#stateOf
    const stamps = this.#stamps
    if (this.#stamp === 0x7fffffff) {
      stamps.fill(0)
      this.#stamp = 0
    }
    const stamp = ++this.#stamp
    let count = 0
    for (let node = head; node >= 0; node = next[node]!) {
      const right = rights[node]!
      const cost = costs[node]!
      if (stamps[right] !== stamp) {
        stamps[right] = stamp
        stateOf[right] = count
        states[count] = (right << NODE_BITS) | node
        stateCosts[count] = cost
        count++
      } else {
        const state = stateOf[right]!
        // The list runs from the youngest node to the oldest, and the oldest of equals is kuromoji's choice.
        if (cost <= stateCosts[state]!) {
          states[state] = (right << NODE_BITS) | node
          stateCosts[state] = cost
        }
      }
    }
    this.#sort(count)
    return count
  }

  /** By cost: the search may then stop at the first state that cannot win. */
  #sort(count: number): void {
    const { states, costs } = this
    for (let i = 1; i < count; i++) {
      const cost = costs[i]!
      if (costs[i - 1]! <= cost) continue
      const state = states[i]!
      let at = i
      do {
        costs[at] = costs[at - 1]!
        states[at] = states[at - 1]!
        at--
      } while (at > 0 && costs[at - 1]! > cost)
      costs[at] = cost
      states[at] = state
    }
  }
}

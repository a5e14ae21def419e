/** The run of neighbours whose sum is largest (Kadane's way: one pass). */
export interface Run {
  readonly from: number
  /** Behind its last. */
  readonly to: number
  readonly sum: number
}

/** @param values at least one */
export function heaviestRun(values: ArrayLike<number>): Run {
  let best: Run = { from: 0, to: 1, sum: values[0]! }
  let from = 0
  let sum = 0
  for (let at = 0; at < values.length; at++) {
    if (sum < 0) {
      from = at
      sum = 0
    }
    sum += values[at]!
    if (sum > best.sum) best = { from, to: at + 1, sum }
  }
  return best
}

/**
 * Binary search, once for all sorted lists: the first of `count` indices at which `isAbove` holds, or `count`. It must
 * hold for all that follow an index for which it holds.
 */
export function partitionPoint(count: number, isAbove: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (isAbove(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** How long a profile of V8's shows a Worker at work. */

/** Fewer samples of the Worker's own functions are no start: the profiler came too late, or the script never ran. */
const FEWEST_SAMPLES = 20

/**
 * Microseconds that a sample stands for at most: the profiler looks every millisecond, and a longer gap is one in which
 * the system had given the core to somebody else.
 */
const LONGEST_SAMPLE = 3000

/** What the profiler books where no function of the script runs. */
const NOBODYS = new Set(['(root)', '(program)', '(idle)', '(garbage collector)'])

/**
 * @param {{ nodes: { id: number, callFrame: { functionName: string } }[], samples?: number[], timeDeltas?: number[] }} profile
 * @returns {number | undefined} milliseconds, those left out in which it waits for something or for its core; `undefined` where it does not show the
 *   Worker's own work
 */
export function workIn({ nodes, samples = [], timeDeltas = [] }) {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]))
  let own = 0
  let microseconds = 0
  for (const [index, sample] of samples.entries()) {
    const name = names.get(sample) ?? '(root)'
    if (!NOBODYS.has(name)) own += 1
    if (name !== '(idle)') microseconds += Math.min(timeDeltas[index] ?? 0, LONGEST_SAMPLE)
  }
  return own < FEWEST_SAMPLES ? undefined : microseconds / 1000
}

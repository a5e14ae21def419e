/** Work that may take only so long. */

/** What the work gives, or `late`. The work itself goes on; whoever waits for it does not. */
export async function inTime<T>(work: Promise<T>, seconds: number): Promise<T | 'late'> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), seconds * 1000)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** What an internal fault may say in a log: kinds and places in our code; messages may hold what a caller wrote. */
export function describeFault(error: unknown): { kind: string; at: string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const below = error.cause instanceof Error ? describeFault(error.cause).at : []
  return { kind: error.name, at: [...frames.map((line) => line.trim()), ...below].slice(0, 20) }
}

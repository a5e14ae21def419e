/** Structured log lines for Node: one JSON object a line, written together once a turn of the event loop. */
import type { LogEntry } from '../http/deps.ts'

export interface Log {
  (entry: LogEntry): void
  /** Writes what is still waiting; for the end of the process. */
  flush(): void
}

/** @param write takes whole lines. */
export function createLog(write: (lines: string) => void): Log {
  let waiting = ''
  const flush = () => {
    if (waiting === '') return
    const lines = waiting
    waiting = ''
    write(lines)
  }
  let at = 0
  let time = ''
  const log = (entry: LogEntry) => {
    if (waiting === '') setImmediate(flush)
    const now = Date.now()
    if (now !== at) {
      at = now
      time = new Date(now).toISOString()
    }
    waiting += `{"time":"${time}",${JSON.stringify(entry).slice(1)}\n`
  }
  return Object.assign(log, { flush })
}

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
  const log = ({ level, event, ...rest }: LogEntry) => {
    if (waiting === '') setImmediate(flush)
    waiting += `${JSON.stringify({ time: new Date().toISOString(), level, event, ...rest })}\n`
  }
  return Object.assign(log, { flush })
}

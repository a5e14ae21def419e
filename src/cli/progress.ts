/** How far a long run has come, on one line of the terminal; nothing at all where stderr is no terminal. */
import stringWidth from 'string-width'
import type { ByteStream, Io } from './io.ts'

/** Redrawn no more often, in milliseconds; the first time only once a run has proved long. */
const EVERY_MS = 100
const LONG_MS = 500
const BAR = 20

export interface ProgressState {
  readonly elapsedMs: number
  readonly fields: number
  readonly readBytes: number
  /** `undefined` for standard input. */
  readonly totalBytes: number | undefined
}

/** `[████████░░░░░░░░░░░░] 42% 12,345か所 3,400/秒 残り1分20秒` */
export const progressLine = ({ elapsedMs, fields, readBytes, totalBytes }: ProgressState): string => {
  const rate = elapsedMs > 0 ? Math.round((fields * 1000) / elapsedMs) : 0
  const counts = `${fields.toLocaleString('en-US')}か所 ${rate.toLocaleString('en-US')}/秒`
  if (totalBytes === undefined || totalBytes === 0) return counts
  const share = Math.min(1, readBytes / totalBytes)
  const filled = Math.round(share * BAR)
  const bar = `[${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}]`
  const left = share > 0 ? ` 残り${duration((elapsedMs * (1 - share)) / share)}` : ''
  return `${bar} ${Math.floor(share * 100)}% ${counts}${left}`
}

export const duration = (ms: number): string => {
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds}秒`
  if (seconds < 3600) return `${Math.floor(seconds / 60)}分${seconds % 60}秒`
  return `${Math.floor(seconds / 3600)}時間${Math.floor((seconds % 3600) / 60)}分`
}

export class Progress {
  readonly #io: Io
  readonly #totalBytes: number | undefined
  readonly #start: number
  readonly #on: boolean
  #readBytes: number
  #drawn = false
  #last: number

  constructor(io: Io, totalBytes: number | undefined, skippedBytes = 0) {
    this.#io = io
    this.#totalBytes = totalBytes === undefined ? undefined : totalBytes - skippedBytes
    this.#readBytes = 0
    this.#on = io.stderr.isTerminal
    this.#start = io.now()
    this.#last = this.#start + LONG_MS - EVERY_MS
  }

  /** The same machine, with what is read counted. */
  get countingIo(): Io {
    const counted = (bytes: ByteStream): ByteStream => this.#counted(bytes)
    const { files, stdin } = this.#io
    return {
      ...this.#io,
      stdin: () => counted(stdin()),
      files: { ...files, read: (path, start) => counted(files.read(path, start)) },
    }
  }

  async *#counted(bytes: ByteStream): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      this.#readBytes += chunk.length
      yield chunk
    }
  }

  async update(fields: number): Promise<void> {
    const now = this.#io.now()
    if (!this.#on || now - this.#last < EVERY_MS) return
    this.#last = now
    this.#drawn = true
    const line = progressLine({
      elapsedMs: now - this.#start,
      fields,
      readBytes: this.#readBytes,
      totalBytes: this.#totalBytes,
    })
    const fits = stringWidth(line) < this.#io.stderr.columns
    await this.#io.stderr.write(`\r\u001b[K${fits ? line : line.slice(line.indexOf(']') + 2)}`)
  }

  /** Before anything else is written to the terminal. */
  async clear(): Promise<void> {
    if (!this.#drawn) return
    this.#drawn = false
    await this.#io.stderr.write('\r\u001b[K')
  }
}

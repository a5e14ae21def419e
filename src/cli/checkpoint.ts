/**
 * Where a long run has come to, so that another can go on from there without losing or repeating a line. The file lies
 * beside the output; it goes away when the run is through.
 */
import * as z from 'zod'
import { ACTIONS, VERDICTS } from '../core/contract/report.ts'
import { UsageError } from './fault.ts'
import type { Io } from './io.ts'

/** Written no more often, in milliseconds. */
const EVERY_MS = 2000

const checkpointSchema = z.object({
  version: z.literal(1),
  /** Inputs, options and rules: another run must have the same. */
  run: z.string(),
  /** Index of the input, and where in it the next record begins. */
  input: z.int(),
  line: z.int(),
  byte: z.int(),
  /** Bytes of the output that belong to what lies before. */
  output: z.int(),
  tally: z.object({
    verdict: z.enum(VERDICTS),
    fields: z.int(),
    findings: z.record(z.enum(ACTIONS), z.int()),
    doubts: z.int(),
    incomplete: z.int(),
    faults: z.int(),
    notLookedAt: z.int(),
  }),
  formatter: z.unknown(),
})

export type Checkpoint = z.output<typeof checkpointSchema>

export const checkpointFile = (output: string): string => `${output}.checkpoint`

/** @throws {UsageError} where there is a checkpoint that does not fit. `undefined`: there is none. */
export const readCheckpoint = async (
  output: string,
  run: string,
  io: Pick<Io, 'files'>,
): Promise<Checkpoint | undefined> => {
  const file = checkpointFile(output)
  if ((await io.files.kind(file)) !== 'file') return undefined
  const parts: string[] = []
  const decoder = new TextDecoder()
  for await (const part of io.files.read(file)) parts.push(decoder.decode(part, { stream: true }))
  const read = checkpointSchema.safeParse(parse(parts.join('')))
  if (!read.success)
    throw new UsageError(`${file}: 再開の記録が壊れています。削除して、最初からやり直してください。`)
  if (read.data.run !== run) {
    throw new UsageError(
      `${file}: 入力、オプション、規則のどれかが前回と違います。同じにするか、--resumeなしでやり直してください。`,
    )
  }
  const kind = await io.files.kind(output)
  if (kind !== 'file' || (await io.files.size(output)) < read.data.output) {
    throw new UsageError(
      `${output}: 前回の出力が見つからないか、短くなっています。--resumeなしでやり直してください。`,
    )
  }
  return read.data
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export class CheckpointWriter {
  readonly #file: string
  readonly #io: Pick<Io, 'files' | 'now'>
  #last: number

  constructor(output: string, io: Pick<Io, 'files' | 'now'>) {
    this.#file = checkpointFile(output)
    this.#io = io
    this.#last = io.now()
  }

  /** `make` is called where it is time for it only. */
  async reach(make: () => Checkpoint): Promise<void> {
    const now = this.#io.now()
    if (now - this.#last < EVERY_MS) return
    this.#last = now
    await this.#write(make())
  }

  /** At the end of a run that was cut short. */
  async save(checkpoint: Checkpoint): Promise<void> {
    await this.#write(checkpoint)
  }

  async remove(): Promise<void> {
    await this.#io.files.remove(this.#file)
  }

  async #write(checkpoint: Checkpoint): Promise<void> {
    await this.#io.files.replace(this.#file, `${JSON.stringify(checkpoint)}\n`)
  }
}

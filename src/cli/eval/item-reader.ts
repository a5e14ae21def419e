/** Evaluation sets as inputs of the pipeline, and the way back from what was linted to its item. */
import type { Passage } from '../../core/documents/document.ts'
import type { Io } from '../io.ts'
import type { ReadBlock, ReadEvent } from '../read-event.ts'
import { openBytes } from '../readers/open-bytes.ts'
import { type Line, readLines } from '../readers/read-lines.ts'
import { STDIN } from '../readers/stdin.ts'
import { type EvalItem, type InnocentContext, parseEvalItem } from './item.ts'

export class ItemReader {
  readonly #files: readonly string[]
  readonly #innocent: InnocentContext
  readonly #marketplaces: readonly string[]
  readonly #io: Io
  readonly #items = new WeakMap<Passage, EvalItem>()

  constructor(
    files: readonly string[],
    { marketplace, channel, role }: InnocentContext,
    marketplaces: readonly string[],
    io: Io,
  ) {
    this.#files = files
    this.#innocent = { marketplace, channel, role }
    this.#marketplaces = marketplaces
    this.#io = io
  }

  itemOf(passage: Passage): EvalItem {
    return this.#items.get(passage)!
  }

  async *blocks(): AsyncGenerator<ReadBlock> {
    const names = shortNames(this.#files)
    for (const file of this.#files) {
      const bytes = file === STDIN ? this.#io.stdin() : this.#io.files.read(file)
      for await (const lines of readLines(openBytes(bytes), { encoding: 'utf-8' })) {
        yield lines.flatMap((line) => this.#event(line, file, names.get(file)!))
      }
    }
  }

  #event({ line, text, fault }: Line, file: string, name: string): ReadEvent[] {
    const wrong = (says: string): ReadEvent[] => [{ type: 'fault', fault: { file, line, says } }]
    if (text === undefined || fault !== undefined) return wrong(fault ?? 'cannot be read')
    if (text.trim() === '') return []
    const item = parseEvalItem(text, { file: name, line }, this.#innocent)
    if ('fault' in item) return wrong(item.fault)
    const { submission } = item
    if (!this.#marketplaces.includes(submission.marketplace)) {
      return wrong(`unknown marketplace; known: ${this.#marketplaces.join(', ')}`)
    }
    const parts = [{ path: ['text'], start: 0, end: submission.text.length }]
    const passage: Passage = { parts, submission }
    this.#items.set(passage, item)
    return [{ type: 'lint', file, shape: 'submission', passage, place: { line } }]
  }
}

/** The file's name alone where that is not ambiguous. */
const shortNames = (files: readonly string[]): Map<string, string> => {
  const base = (file: string) => file.split(/[/\\]/).at(-1)!
  return new Map(
    files.map((file) => {
      const name = base(file)
      return [file, files.filter((other) => base(other) === name).length > 1 ? file : name]
    }),
  )
}

/** JSONL: one record a line. A broken line is named, and the rest goes on. */
import { nestsDeeperThan } from '../../core/text/json-depth.ts'
import { repeatsKey } from '../../core/text/json-repeats.ts'
import type { ByteStream } from '../io.ts'
import type { ReadBlock, ReadEvent } from '../read-event.ts'
import { REPEATED_KEY, TOO_DEEP } from './read-json.ts'
import { readLines } from './read-lines.ts'
import type { ReadOptions } from './read-options.ts'
import { readRecord } from './read-record.ts'

export interface JsonlStart {
  readonly line: number
  readonly byte: number
}

export async function* readJsonl(
  bytes: ByteStream,
  file: string,
  options: ReadOptions,
  start?: JsonlStart,
): AsyncGenerator<ReadBlock> {
  let empty = true
  for await (const lines of readLines(bytes, { encoding: 'utf-8', ...start })) {
    const block: ReadEvent[] = []
    for (const { line, byte, text, fault } of lines) {
      if (fault !== undefined) block.push({ type: 'fault', fault: { file, line, byte, says: fault } })
      if (text === undefined || text.trim() === '') {
        empty &&= fault === undefined
        continue
      }
      empty = false
      if (nestsDeeperThan(text)) {
        block.push({ type: 'fault', fault: { file, line, says: TOO_DEEP } })
        continue
      }
      let raw: unknown
      try {
        raw = JSON.parse(text)
      } catch {
        block.push({
          type: 'fault',
          fault: { file, line, says: 'JSONとして読めません。1行に1件のJSONにしてください。' },
        })
        continue
      }
      if (repeatsKey(text)) block.push({ type: 'fault', fault: { file, line, says: REPEATED_KEY } })
      if (Array.isArray(raw)) {
        block.push({
          type: 'fault',
          fault: { file, line, says: '1行に1件にしてください(配列が書かれています)。' },
        })
        continue
      }
      for (const event of readRecord(raw, { file, place: { line } }, options)) block.push(event)
    }
    const last = lines.at(-1)
    if (last) block.push({ type: 'position', file, line: last.line + 1, byte: last.next })
    yield block
  }
  if (empty && !start) {
    yield [{ type: 'fault', fault: { file, says: '空のファイルです。書き出しを確かめてください。' } }]
  }
}

/** Plain text and Markdown: one submission a file, in any encoding of Japanese. */
import { submissionSchema } from '../../core/contract/submission.ts'
import type { ByteStream } from '../io.ts'
import type { ReadBlock, ReadEvent } from '../read-event.ts'
import { MAX_LINE_BYTES } from './byte-lines.ts'
import { readLines } from './read-lines.ts'
import type { ReadOptions } from './read-options.ts'
import { given } from './read-record.ts'
import { readWhole } from './read-whole.ts'
import { STDIN } from './stdin.ts'

/** More than this is no message; JSONL takes many. */
export const MAX_TEXT_BYTES = 4 * MAX_LINE_BYTES

export async function* readText(
  bytes: ByteStream,
  file: string,
  options: ReadOptions,
): AsyncGenerator<ReadBlock> {
  const events: ReadEvent[] = []
  const content = await readWhole(bytes, MAX_TEXT_BYTES)
  let text = ''
  for await (const lines of readLines(inOne(content))) {
    for (const { line, byte, text: own, ending, fault } of lines) {
      if (fault !== undefined) events.push({ type: 'fault', fault: { file, line, byte, says: fault } })
      if (own === undefined) continue
      // Positions are those of the file, so its line breaks stay as they are.
      text += own + ending
    }
  }
  // One word for the whole of it: a picture has a fault in every line.
  if (content.includes(0)) {
    const says = '文字のファイルではないようです(画像など)。読めたところまで確かめました。'
    events.splice(0, events.length, { type: 'fault', fault: { file, says } })
  }
  if (text.trim() === '') {
    const says = '空のファイルです。書き出しを確かめてください。'
    if (events.length === 0) events.push({ type: 'fault', fault: { file, says } })
    yield events
    return
  }
  // Standard input has no name, and its report is the same as over HTTP.
  const named = file === STDIN ? {} : { id: file.slice(-200) }
  const read = submissionSchema.safeParse({ ...given(options), ...named, text })
  if (!read.success || !options.marketplaces.includes(read.data.marketplace)) {
    const says = options.marketplace
      ? `--marketplaceは ${options.marketplaces.join('、')} のどれかにしてください。`
      : 'どのマーケットの文章か分かりません。--marketplaceで指定してください。'
    yield [...events, { type: 'fault', fault: { file, says } }]
    return
  }
  const passage = { parts: [{ path: ['text'], start: 0, end: text.length }], submission: read.data }
  const place = { plain: { line: 1, column: 1 } }
  yield [...events, { type: 'lint', file, shape: 'submission', passage, place }]
}

async function* inOne(content: Uint8Array): AsyncGenerator<Uint8Array> {
  if (content.length > 0) yield content
}

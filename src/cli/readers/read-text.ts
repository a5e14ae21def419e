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
  const attached = attachmentKind(content)
  if (attached !== undefined || content.includes(0)) {
    const says = attached === undefined ? NO_TEXT : isAttachment(attached)
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

const NO_TEXT = '文字のファイルではないようです(画像など)。読めたところまで確かめました。'

/** What `--attachments` reads; given by itself it has neither a sender nor a place. */
const SIGNATURES: readonly (readonly [bytes: string, kind: string])[] = [
  ['%PDF-', 'PDF'],
  ['PK\x03\x04', 'WordなどのZIP形式のファイル'],
  ['\x89PNG', '画像'],
  ['\xff\xd8\xff', '画像'],
  ['GIF8', '画像'],
]

const attachmentKind = (content: Uint8Array): string | undefined => {
  const head = String.fromCharCode(...content.subarray(0, 5))
  return SIGNATURES.find(([bytes]) => head.startsWith(bytes))?.[1]
}

const isAttachment = (kind: string): string =>
  `${kind}です。中の文章は、このままでは確かめられません。これを添付したメッセージやページの書き出しを「sekisho audit 書き出し --attachments フォルダ」で確かめるか、中の文章をテキストで渡してください。`

async function* inOne(content: Uint8Array): AsyncGenerator<Uint8Array> {
  if (content.length > 0) yield content
}

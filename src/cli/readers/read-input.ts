/** One input, whatever it is: a file by its name, standard input by its first bytes. */
import { NOTHING_TO_READ } from '../../core/documents/document.ts'
import type { ByteStream, Io } from '../io.ts'
import type { ReadBlock, ReadEvent } from '../read-event.ts'
import { BrokenFile, isTransformed, openBytes } from './open-bytes.ts'
import type { JsonlStart } from './read-jsonl.ts'
import type { InputKind, ReadOptions } from './read-options.ts'
import { STDIN } from './stdin.ts'

const KIND_OF_EXTENSION: Readonly<Record<string, InputKind>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'json',
  csv: 'csv',
  tsv: 'tsv',
  txt: 'text',
  text: 'text',
  md: 'text',
  markdown: 'text',
  xlsx: 'xlsx',
  html: 'html',
  htm: 'html',
}

/** By the name alone; `undefined` where it says nothing. */
export const kindOfName = (file: string): InputKind | undefined => {
  const name = file.toLowerCase().replace(/\.gz$/, '')
  return KIND_OF_EXTENSION[/\.([^./\\]+)$/.exec(name)?.[1] ?? '']
}

/**
 * What the reader says of the file, between `begin` and `end`. Whatever is wrong with it is an event: one file never
 * hides the others.
 */
export async function* readInput(
  file: string,
  io: Pick<Io, 'files' | 'stdin' | 'extract'>,
  options: ReadOptions,
  start?: JsonlStart,
): AsyncGenerator<ReadBlock> {
  // Whoever goes on in the middle of a file has begun it before.
  if (!start) yield [{ type: 'begin', file }]
  let isSilent = true
  try {
    for await (const block of readAs(file, io, options, start)) {
      isSilent &&= !block.some(({ type }) => TELLING.has(type))
      yield block
    }
  } catch (error) {
    const says = whatIsWrong(error)
    if (says === undefined) throw error
    isSilent = false
    yield [{ type: 'fault', fault: { file, says } }]
  }
  // A list of nothing, a table with no row: whoever gave it meant something, and nothing is never clean.
  if (isSilent && !start) yield [{ type: 'fault', fault: { file, says: NOTHING_TO_READ.says } }]
  yield [{ type: 'end', file }]
}

/** What tells that something of the file was looked at, or could not be. */
const TELLING: ReadonlySet<ReadEvent['type']> = new Set(['lint', 'fault', 'not-looked-at'])

const SYSTEM_SAYS: Readonly<Record<string, string>> = {
  ENOENT: 'ファイルが見つかりません。名前と場所を確かめてください。',
  EISDIR:
    'フォルダの中に、読めるファイルがありません(txt、md、json、jsonl、csv、tsv、xlsx、html、それぞれの.gz)。',
}

const whatIsWrong = (error: unknown): string | undefined => {
  if (error instanceof BrokenFile) return error.message
  // The system refuses this file; the others are still read.
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    return (
      SYSTEM_SAYS[String(error.code)] ??
      `ファイルを開けません(${String(error.code)})。権限と場所を確かめてください。`
    )
  }
  // Node's and JSON's own limits: an array in an array in an array …
  if (error instanceof RangeError) return '入れ子が深すぎるか、大きすぎて読めません。'
  return undefined
}

async function* readAs(
  file: string,
  io: Pick<Io, 'files' | 'stdin' | 'extract'>,
  options: ReadOptions,
  start: JsonlStart | undefined,
): AsyncGenerator<ReadBlock> {
  // In the middle of a file the first bytes tell nothing.
  const seek = start !== undefined && !(await isTransformed(io.files.read(file)))
  const raw = file === STDIN ? io.stdin() : io.files.read(file, seek ? start.byte : undefined)
  let bytes: ByteStream = seek ? raw : openBytes(raw)
  if (start !== undefined && !seek) bytes = skip(bytes, start.byte)
  let kind = options.as ?? (file === STDIN ? undefined : kindOfName(file))
  if (kind === undefined) {
    const sniffed = await sniff(bytes)
    kind = sniffed.kind
    bytes = sniffed.bytes
  }
  // Each with the libraries that it needs, which take longer to load than a message to lint.
  switch (kind) {
    case 'jsonl':
      return yield* (await import('./read-jsonl.ts')).readJsonl(bytes, file, options, start)
    case 'json':
      return yield* (await import('./read-json.ts')).readJson(bytes, file, options)
    case 'csv':
    case 'tsv':
      return yield* (await import('./read-table.ts')).readTable(bytes, file, kind, options)
    case 'text':
      return yield* (await import('./read-text.ts')).readText(bytes, file, options)
    case 'xlsx':
      return yield* (await import('./read-xlsx.ts')).readXlsx(bytes, file, options, io)
    case 'html':
      return yield* (await import('./read-html.ts')).readHtml(bytes, file, options)
  }
}

async function* skip(bytes: ByteStream, count: number): AsyncGenerator<Uint8Array> {
  let left = count
  for await (const chunk of bytes) {
    if (left >= chunk.length) left -= chunk.length
    else {
      yield chunk.subarray(left)
      left = 0
    }
  }
}

/** JSON begins with a bracket; in JSONL a line is JSON by itself: the first, or the second if the first is broken. */
const sniff = async (bytes: ByteStream): Promise<{ kind: InputKind; bytes: ByteStream }> => {
  const chunks = bytes[Symbol.asyncIterator]()
  const seen: Uint8Array[] = []
  const all = async function* () {
    yield* seen
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
  }
  const decoder = new TextDecoder()
  let text = ''
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    seen.push(next.value)
    text = (text + decoder.decode(next.value, { stream: true })).replace(/^[\s\uFEFF]+/, '')
    if (text === '') continue
    if (text.startsWith('[')) return { kind: 'json', bytes: all() }
    if (text.startsWith('<') && text.length < 20) continue
    if (/^<(?:!doctype html|html|!-- saved from)/i.test(text)) return { kind: 'html', bytes: all() }
    if (!text.startsWith('{')) return { kind: 'text', bytes: all() }
    const lines = text.split('\n', 3).slice(0, -1)
    if (lines.some(isJsonObject)) return { kind: 'jsonl', bytes: all() }
    if (lines.length === 2 || text.length > MAX_SNIFFED) return { kind: 'json', bytes: all() }
  }
  const kind = text === '' ? 'text' : text.split('\n', 2).some(isJsonObject) ? 'jsonl' : 'json'
  return { kind, bytes: all() }
}

/** Longer than any line of JSONL may be. */
const MAX_SNIFFED = 1_048_576

const isJsonObject = (text: string): boolean => {
  if (!text.startsWith('{') || text.length > MAX_SNIFFED) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

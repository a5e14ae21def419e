/** A JSON file: one account, talkroom, item or submission, or a list of them. */
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Path } from '../../core/documents/document.ts'
import { encodingLabel } from '../../core/documents/guess-encoding.ts'
import { MAX_JSON_DEPTH, nestsDeeperThan } from '../../core/text/json-depth.ts'
import { repeatsKey } from '../../core/text/json-repeats.ts'
import type { ByteStream } from '../io.ts'
import type { ReadBlock, ReadEvent, TextPosition } from '../read-event.ts'
import { concat } from './byte-lines.ts'
import { decodeStrictly, detectEncoding } from './detect-encoding.ts'
import { readJsonList } from './read-json-list.ts'
import { notSure, withoutBom } from './read-lines.ts'
import type { ReadOptions } from './read-options.ts'
import { readRecord } from './read-record.ts'
import { readWhole } from './read-whole.ts'

/** Up to here a file is read as a whole, so that findings have their lines. */
const MAX_LOCATED_BYTES = 32 * 1_048_576
/** One account or talkroom is far below. A list may be of any length: its elements are read one by one. */
export const MAX_JSON_BYTES = 256 * 1_048_576

export const TOO_DEEP = `入れ子が深すぎて読めません(上限${MAX_JSON_DEPTH}段)。書き出しを確かめてください。`

export const REPEATED_KEY =
  '同じキーが二度あるオブジェクトがあります。前のほうは読まれません。書き出しを確かめてください。'

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false }

export async function* readJson(
  bytes: ByteStream,
  file: string,
  options: ReadOptions,
): AsyncGenerator<ReadBlock> {
  const chunks = bytes[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  let length = 0
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    parts.push(next.value)
    length += next.value.length
    if (length <= MAX_LOCATED_BYTES) continue
    const rest = restOf(parts, chunks)
    if (beginsList(parts[0]!)) yield* readJsonList(rest, file, options)
    else yield* readJsonText(await readWhole(rest, MAX_JSON_BYTES), file, options)
    return
  }
  yield* readJsonText(concat(parts, length), file, options)
}

async function* restOf(parts: Uint8Array[], chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let part = parts.shift(); part; part = parts.shift()) yield part
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
}

const beginsList = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart().startsWith('[')

async function* readJsonText(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions,
): AsyncGenerator<ReadBlock> {
  const content = withoutBom(bytes)
  const { name, sure } = detectEncoding([content])
  const strictly = decodeStrictly(content, name)
  if (strictly === undefined) {
    const says = `${encodingLabel(name)}として読めない文字があります。UTF-8で保存し直してください。`
    yield [{ type: 'fault', fault: { file, says } }]
  } else if (!sure) yield [{ type: 'fault', fault: { file, says: notSure(name) } }]
  const text = strictly ?? new TextDecoder(name).decode(content)
  if (text.trim() === '') {
    yield [{ type: 'fault', fault: { file, says: '空のファイルです。書き出しを確かめてください。' } }]
    return
  }
  if (nestsDeeperThan(text)) {
    yield [{ type: 'fault', fault: { file, says: TOO_DEEP } }]
    return
  }
  const lazy = new LazyTree(text)
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    yield [{ type: 'fault', fault: { file, ...lazy.firstError() } }]
    // What stands before the fault, and after it where it can be told, is looked at all the same.
    raw = lazy.salvaged()
    if (raw === undefined) return
  }
  // The last of them is looked at; what the others say is not, and is said to be missing.
  if (repeatsKey(text)) yield [{ type: 'fault', fault: { file, says: REPEATED_KEY } }]
  const place = { locate: (path: Path) => lazy.locate(path) }
  // In blocks, so that a talkroom of many messages is never all in memory as submissions with their histories.
  let block: ReadEvent[] = []
  for (const event of readRecord(raw, { file, place }, options)) {
    block.push(event)
    if (block.length < 64) continue
    yield block
    block = []
  }
  yield block
}

/** Positions in JSON text; nothing is parsed a second time before somebody asks. */
class LazyTree {
  readonly #text: string
  readonly #errors: ParseError[] = []
  #tree: Node | undefined | 'unparsed' = 'unparsed'
  #lineStarts: number[] | undefined

  constructor(text: string) {
    this.#text = text
  }

  locate(path: Path): TextPosition | undefined {
    const tree = this.#root()
    if (!tree) return undefined
    // A missing value stands where the object does that should have it.
    for (let length = path.length; length >= 0; length -= 1) {
      const node = findNodeAtLocation(tree, path.slice(0, length))
      if (node) return this.#position(node.offset)
    }
    return undefined
  }

  firstError(): { line: number; column: number; says: string } {
    this.#root()
    const first = this.#errors[0]
    const offset = first?.offset ?? this.#text.length
    const cut = offset + (first?.length ?? 0) >= this.#text.trimEnd().length
    return {
      ...this.#position(offset),
      says: cut
        ? 'JSONが途中で切れています。読めたところまで確かめました。もう一度書き出してください。'
        : `JSONとして読めません(${first ? printParseErrorCode(first.error) : 'invalid'})。読めたところまで確かめました。`,
    }
  }

  salvaged(): unknown {
    const tree = this.#root()
    return tree && plainValue(tree)
  }

  #root(): Node | undefined {
    if (this.#tree === 'unparsed') this.#tree = parseTree(this.#text, this.#errors, STRICT)
    return this.#tree
  }

  #position(offset: number): TextPosition {
    if (!this.#lineStarts) {
      this.#lineStarts = [0]
      for (let at = this.#text.indexOf('\n'); at >= 0; at = this.#text.indexOf('\n', at + 1)) {
        this.#lineStarts.push(at + 1)
      }
    }
    let [low, high] = [0, this.#lineStarts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.#lineStarts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - this.#lineStarts[low]! + 1 }
  }
}

const plainValue = (node: Node): unknown => {
  if (node.type === 'array') return (node.children ?? []).map(plainValue)
  if (node.type !== 'object') return node.value
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children }) => {
      const [key, value] = children ?? []
      return key && value ? [[String(key.value), plainValue(value)]] : []
    }),
  )
}

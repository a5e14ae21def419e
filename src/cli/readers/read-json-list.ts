/** A list of records in one JSON file of any size: each element is read, told and forgotten. */
import { JSONParser } from '@streamparser/json'
import type { ByteStream } from '../io.ts'
import type { ReadBlock, ReadEvent } from '../read-event.ts'
import { withoutBom } from './read-lines.ts'
import type { ReadOptions } from './read-options.ts'
import { readRecord } from './read-record.ts'

export async function* readJsonList(
  bytes: ByteStream,
  file: string,
  options: ReadOptions,
): AsyncGenerator<ReadBlock> {
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false })
  let elements: { index: number; value: unknown }[] = []
  let broken: string | undefined
  let byte = 0
  parser.onValue = ({ key, value }) => {
    elements.push({ index: Number(key), value })
  }
  parser.onError = (error) => {
    broken ??= error.message
  }
  for await (const chunk of bytes) {
    parser.write(byte === 0 ? withoutBom(chunk) : chunk)
    byte += chunk.length
    const block: ReadEvent[] = []
    for (const { index, value } of elements) {
      const place = { prefix: [index] }
      for (const event of readRecord(value, { file, place }, options)) block.push(event)
    }
    elements = []
    if (block.length > 0) yield block
    if (broken !== undefined) break
  }
  if (broken === undefined && parser.isEnded) return
  const says = broken === undefined ? 'JSONが途中で切れています。' : 'JSONとして読めません。'
  yield [
    {
      type: 'fault',
      fault: { file, byte, says: `${says}読めたところまで確かめました。もう一度書き出してください。` },
    },
  ]
}

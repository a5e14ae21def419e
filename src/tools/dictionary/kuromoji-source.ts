/**
 * Reads the dictionary files of the npm package kuromoji: IPADIC as stock kuromoji sees it, so that the compiled
 * dictionary is the same dictionary and not merely the same source.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A word of the dictionary with all that the lattice and the token need. */
export interface SourceWord {
  readonly surface: string
  readonly left: number
  readonly right: number
  readonly cost: number
  /** 品詞, 品詞細分類1, 2, 3, 活用型, 活用形, with commas between. */
  readonly tuple: string
  readonly baseForm: string
  readonly reading: string
  readonly user: boolean
}

export interface SourceCharacterClass {
  readonly name: string
  readonly invoke: boolean
  readonly group: boolean
  readonly words: readonly SourceWord[]
}

export interface Source {
  /** Words of one surface stand together, in kuromoji's order: ties in cost are broken by it. */
  readonly words: readonly SourceWord[]
  readonly classes: readonly SourceCharacterClass[]
  /** By UTF-16 code unit. */
  readonly classOf: Uint8Array
  readonly contexts: number
  /** `[right context of the previous][left context of the next]`. */
  readonly connections: Int16Array
}

/** Bytes of a word in tid.dat. */
const ENTRY_BYTES = 10

export function readKuromoji(folder: string): Source {
  const load = (name: string) => {
    const bytes = gunzipSync(readFileSync(`${folder}/${name}.dat.gz`))
    return new Uint8Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  }
  const words: SourceWord[] = []
  const wordAt = wordReader(load('tid'), load('tid_pos'))
  for (const [, targets] of targetMap(load('tid_map'))) {
    for (const target of targets) words.push(wordAt(target))
  }

  const unknownAt = wordReader(load('unk'), load('unk_pos'))
  const unknown = targetMap(load('unk_map'))
  const classes = invokeDefinitions(load('unk_invoke')).map((definition, id) => ({
    ...definition,
    words: (unknown.get(id) ?? []).map(unknownAt),
  }))

  const matrix = new Int16Array(load('cc').buffer)
  if (matrix[0] !== matrix[1]) throw new Error('kuromoji/dict/cc.dat.gz: the connection matrix is not square')
  return { words, classes, classOf: load('unk_char'), contexts: matrix[0]!, connections: matrix.subarray(2) }
}

/** tid.dat: left, right, cost as i16 and the offset of the word's line in tid_pos.dat, whose lines are in its order. */
function wordReader(entries: Uint8Array, features: Uint8Array): (offset: number) => SourceWord {
  const view = new DataView(entries.buffer)
  const lines = new TextDecoder().decode(features).split('\0')
  const tuples = new Map<string, string>()
  return (offset) => {
    const line = lines[offset / ENTRY_BYTES]!
    const fields = line.split(',')
    const tuple = fields.slice(1, 7).join()
    if (!tuples.has(tuple)) tuples.set(tuple, tuple)
    return {
      surface: fields[0]!,
      left: view.getInt16(offset, true),
      right: view.getInt16(offset + 2, true),
      cost: view.getInt16(offset + 4, true),
      tuple: tuples.get(tuple)!,
      baseForm: fields[7]!,
      reading: fields[8] ?? '',
      user: false,
    }
  }
}

/** tid_map.dat: number of keys, then key, number of values, values; all i32. The file is padded with zeros. */
function targetMap(bytes: Uint8Array): Map<number, number[]> {
  const view = new DataView(bytes.buffer)
  const map = new Map<number, number[]>()
  let at = 4
  for (let left = view.getInt32(0, true); left > 0; left--) {
    const values: number[] = []
    const key = view.getInt32(at, true)
    const count = view.getInt32(at + 4, true)
    at += 8
    for (let i = 0; i < count; i++, at += 4) values.push(view.getInt32(at, true))
    map.set(key, values)
  }
  return map
}

/** unk_invoke.dat: invoke, group as bytes, length as i32, name with NUL. The file is padded with zeros. */
function invokeDefinitions(bytes: Uint8Array): { name: string; invoke: boolean; group: boolean }[] {
  const definitions = []
  for (let at = 0; at < bytes.length && bytes[at + 6] !== 0; ) {
    const end = bytes.indexOf(0, at + 6)
    definitions.push({
      name: new TextDecoder().decode(bytes.subarray(at + 6, end)),
      invoke: bytes[at] === 1,
      group: bytes[at + 1] === 1,
    })
    at = end + 1
  }
  return definitions
}

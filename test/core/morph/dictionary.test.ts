import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { DictionaryError, loadDictionary } from '../../../src/core/morph/dictionary.ts'
import { sectionsOf, viewOf } from '../../../src/core/morph/dictionary-format.ts'
import { unpackDictionary } from '../../../src/core/morph/unpack-dictionary.ts'
import type { Source, SourceWord } from '../../../src/tools/dictionary/kuromoji-source.ts'
import { packDictionary } from '../../../src/tools/dictionary/pack-dictionary.ts'
import { writeDictionary } from '../../../src/tools/dictionary/write-dictionary.ts'

const read = (name: string) => {
  const bytes = readFileSync(new URL(`../../../build/${name}`, import.meta.url))
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
}
const flat = read('dictionary.bin')
const packed = read('dictionary.packed.bin')

describe('the packed dictionary', () => {
  it('unpacks to the sections of the flat one, byte for byte', () => {
    const { sections } = unpackDictionary(packed)
    for (const [name, section] of Object.entries(sectionsOf(flat).sections)) {
      const unpacked = viewOf(sections[name as keyof typeof sections], Uint8Array)
      expect(Buffer.compare(unpacked, viewOf(section, Uint8Array)), name).toBe(0)
    }
  })
})

describe.each([
  ['flat file', flat, 50, undefined],
  ['flat file, by its CRC-32,', flat, 50, crc32],
  ['packed file', packed, 20, undefined],
] as const)('loadDictionary refuses a %s', (_, file, places, native) => {
  const changed = (change: (bytes: Uint8Array) => void) => {
    const bytes = new Uint8Array(file.slice(0))
    change(bytes)
    return () => loadDictionary(bytes, native)
  }

  it('of another kind', () => {
    expect(changed((bytes) => bytes.fill(0x20, 0, 4))).toThrow('not a compiled dictionary')
  })

  it('of another version, and says how to rebuild', () => {
    expect(changed((bytes) => bytes.fill(0x7f, 4, 5))).toThrow(/stale.*npm run build/)
  })

  it.each([0, 100, 4096, file.byteLength / 2, file.byteLength - 64])('cut after %d bytes', (length) => {
    expect(() => loadDictionary(file.slice(0, Math.floor(length / 4) * 4), native)).toThrow(DictionaryError)
  })

  it('with one wrong byte anywhere', { timeout: 60_000 }, () => {
    for (let i = 0; i < places; i++) {
      // Between sections there are up to 63 bytes of nothing, which the file's checksum covers all the same.
      const place = 12 + Math.floor(((file.byteLength - 12) * (i + 0.5)) / places)
      expect(
        changed((bytes) => {
          bytes[place]! ^= 0x10
        }),
        `byte ${place}`,
      ).toThrow(DictionaryError)
    }
  })
})

describe('the compiler', () => {
  const word = (surface: string, cost: number): SourceWord => ({
    surface,
    left: 1,
    right: 1,
    cost,
    tuple: '名詞,一般,*,*,*,*',
    baseForm: surface,
    reading: surface,
    user: false,
  })
  const source: Source = {
    words: [word('あ', 1), word('ああ', 2), word('い', 3), word('あい', 4), word('゠', 5)],
    classes: [{ name: 'DEFAULT', invoke: false, group: true, words: [word('DEFAULT', 9)] }],
    classOf: new Uint8Array(65_536),
    contexts: 2,
    connections: new Int16Array([0, 1, 2, -3]),
  }

  it('makes the same bytes of the same input', () => {
    const once = writeDictionary(source, new Uint8Array(32))
    const twice = writeDictionary({ ...source, words: [...source.words] }, new Uint8Array(32))
    expect(Buffer.compare(Buffer.from(once), Buffer.from(twice))).toBe(0)
    expect(Buffer.compare(Buffer.from(packDictionary(once)), Buffer.from(packDictionary(twice)))).toBe(0)
  })

  it('keeps the digest of its inputs in the file', () => {
    const inputs = Uint8Array.from({ length: 32 }, (_, i) => i)
    expect(loadDictionary(writeDictionary(source, inputs)).inputs).toBe(Buffer.from(inputs).toString('hex'))
  })
})

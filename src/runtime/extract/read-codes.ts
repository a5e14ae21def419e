/** What the QR codes in a picture say. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AttachedText } from '../../core/documents/attached-files.ts'

const MAX_CODES = 16

let prepared: Promise<unknown> | undefined

/** @throws the reader's own errors. */
export async function readCodes(bytes: Uint8Array<ArrayBuffer>): Promise<AttachedText[]> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader')
  // By itself the library would ask the network for its own code.
  prepared ??= readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))).then(
    (wasm) =>
      prepareZXingModule({
        overrides: {
          wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) as ArrayBuffer,
        },
        fireImmediately: true,
      }),
  )
  await prepared
  const found = await readBarcodes(new Blob([bytes]), {
    formats: ['QRCode', 'MicroQRCode'],
    tryHarder: true,
    maxNumberOfSymbols: MAX_CODES,
  })
  return found
    .filter(({ text }) => text.trim() !== '')
    .map(({ text }, index) => ({ where: index === 0 ? 'QRコード' : `QRコード${index + 1}`, text }))
}

/**
 * A static file of the engine → its bytes. The files are brotli, because not every host compresses, and none as well;
 * a host that unpacks them on the way is fine too. Browsers that have no brotli of their own use a decoder in wasm.
 */
import openDecoder, { decompress } from 'brotli-dec-wasm/web'

/** `plain`: the first bytes of the file when it is not packed. */
export type UnpackFile = (bytes: Uint8Array, plain: string) => Promise<Uint8Array>

/** @param decoder address of the decoder, fetched beside the files, and only where it is needed */
export function createUnpackFile(decoder: string | undefined): UnpackFile {
  const isNeeded = decoder !== undefined && nativeBrotli() === undefined
  const opened = isNeeded ? openDecoder({ module_or_path: decoder }) : undefined
  // Told to whoever needs it: where the files are not packed, nobody does.
  opened?.catch(() => {})
  return async (bytes, plain) => {
    if ([...plain].every((letter, index) => bytes[index] === letter.charCodeAt(0))) return bytes
    const native = nativeBrotli()
    if (native === undefined) {
      await opened
      return decompress(bytes)
    }
    const stream = new Response(bytes as Uint8Array<ArrayBuffer>).body!.pipeThrough(native)
    return new Uint8Array(await new Response(stream).arrayBuffer())
  }
}

function nativeBrotli(): DecompressionStream | undefined {
  try {
    return new DecompressionStream('brotli' as CompressionFormat)
  } catch {
    return undefined
  }
}

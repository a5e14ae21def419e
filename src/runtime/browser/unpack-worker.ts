/**
 * Unpacks the engine's files beside the Worker that lints, which puts the rules together meanwhile: a machine with two
 * cores is ready in little more than half the time. It ends when it is done, and its memory goes with it.
 */
import { openSections } from '../../core/morph/dictionary.ts'
import { createUnpackFile, type UnpackFile } from './unpack-file.ts'
import { DICTIONARY, type FromUnpacker, JSON_OBJECT, type ToUnpacker } from './unpacker.ts'

const say = (message: FromUnpacker, moved: Iterable<ArrayBufferLike>): void =>
  self.postMessage(message, { transfer: [...new Set(moved)] as ArrayBuffer[] })

let unpack: UnpackFile | undefined

async function answer(message: ToUnpacker): Promise<void> {
  if (message.kind === 'open') {
    // Its decoder is read while the files are on their way.
    unpack = createUnpackFile(message.brotli)
    return
  }
  const packs = await unpack!(message.packs, JSON_OBJECT)
  say({ kind: 'packs', packs }, [packs.buffer])
  const { header, sections } = openSections(await unpack!(message.dictionary, DICTIONARY))
  const views = [header, ...Object.values(sections)]
  say(
    { kind: 'dictionary', dictionary: { header, sections } },
    views.map(({ buffer }) => buffer),
  )
}

self.addEventListener('message', ({ data }: MessageEvent<ToUnpacker>) => {
  answer(data).catch((fault: unknown) =>
    say({ kind: 'failed', says: fault instanceof Error ? fault.message : String(fault) }, []),
  )
})

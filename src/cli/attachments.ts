/** `--attachments DIR`: what is in the files that pages and messages name, read before anything is linted. */
import type { Command } from 'commander'
import type { AttachedContent, LookUpAttachment } from '../core/documents/attached-files.ts'
import { UsageError } from './fault.ts'
import type { Io } from './io.ts'
import { readWhole } from './readers/read-whole.ts'

export interface AttachmentOptions {
  readonly attachments?: string
}

export const addAttachmentOption = (command: Command): Command =>
  command.option(
    '--attachments <dir>',
    'folder with the files that pages and messages name: docx, xlsx, pdf, pictures with QR codes',
  )

const MAX_FILES = 2000
const MAX_BYTES = 64 * 1_048_576

/** Names differ by how systems write voiced kana and cases; a path in an export means its last part. */
const plain = (name: string): string => name.split(/[/\\]/).at(-1)!.trim().normalize('NFC').toLowerCase()

/** @throws {UsageError} where there is no such folder, or too much in it. */
export const openAttachments = async (
  { attachments: folder }: AttachmentOptions,
  io: Io,
): Promise<LookUpAttachment | undefined> => {
  if (folder === undefined) return undefined
  if ((await io.files.kind(folder)) !== 'folder')
    throw new UsageError(`--attachments ${folder}: no such folder`)
  // What may not be read is found by nobody, and so not looked at.
  const { files } = await io.files.list(folder)
  if (files.length > MAX_FILES) {
    throw new UsageError(`--attachments ${folder}: ${files.length} files in it; at most ${MAX_FILES}`)
  }
  const known = new Map<string, AttachedContent>()
  for (const file of files) {
    const name = plain(file)
    if (!known.has(name)) known.set(name, await contentOf(file, io))
  }
  return (name) => known.get(plain(name))
}

const contentOf = async (file: string, io: Io): Promise<AttachedContent> => {
  if ((await io.files.size(file)) > MAX_BYTES) {
    return { code: 'too-large', says: 'ファイルが大きすぎるため、中を確かめていません。' }
  }
  let bytes: Uint8Array
  try {
    bytes = await readWhole(io.files.read(file), MAX_BYTES)
  } catch {
    // The system does not let it be read: one file that nobody knows, no end of the run.
    return { code: 'unreadable', says: 'ファイルを開けないため、中を確かめていません。' }
  }
  return io.extract(file, bytes)
}

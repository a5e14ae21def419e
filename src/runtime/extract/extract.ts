/**
 * The text in files that are no text: Word, Excel, PDF, and the codes in pictures. Nothing in a file is ever fetched or
 * run. Runs in a thread of its own (`extract-worker.ts`), which bounds its time and memory.
 */
import type { Extracted } from '../../cli/io.ts'
import type { AttachedText } from '../../core/documents/attached-files.ts'
import { EXTRACT_SAYS, ExtractError } from './extract-error.ts'
import { readCodes } from './read-codes.ts'
import { readDocx } from './read-docx.ts'
import { readPdf } from './read-pdf.ts'
import { readSheets } from './read-sheets.ts'

/** UTF-16 code units of all texts of a file. */
const MAX_TEXT = 500_000

const extensionOf = (file: string): string => /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? ''

export const READABLE = [
  'docx',
  'xlsx',
  'pdf',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'bmp',
  'webp',
  'txt',
  'md',
  'csv',
]

export async function extract(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<Extracted> {
  try {
    const read = await readAs(extensionOf(file), bytes)
    const length = read.texts.reduce((sum, { text }) => sum + text.length, 0)
    if (length > MAX_TEXT) throw new ExtractError('too-large')
    return read
  } catch (error) {
    const code = error instanceof ExtractError ? error.code : 'unreadable'
    return { code, says: EXTRACT_SAYS[code] }
  }
}

async function readAs(
  extension: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Extract<Extracted, { texts: unknown }>> {
  switch (extension) {
    case 'docx':
      return { texts: [{ where: '本文', text: await readDocx(bytes) }] }
    case 'xlsx': {
      const sheets = await readSheets(bytes)
      return { sheets, texts: sheets.flatMap(({ name, rows }) => sheetTexts(name, rows)) }
    }
    case 'pdf':
      return { texts: await readPdf(bytes) }
    case 'png':
    case 'jpg':
    case 'jpeg':
    case 'gif':
    case 'bmp':
    case 'webp':
      return { texts: await readCodes(bytes) }
    case 'txt':
    case 'md':
    case 'csv':
      return { texts: [{ where: '本文', text: decode(bytes) }] }
    default:
      throw new ExtractError('unreadable')
  }
}

const sheetTexts = (name: string, rows: readonly (readonly string[])[]): AttachedText[] => {
  const text = rows
    .map((row) => row.filter((cell) => cell.trim() !== '').join('\t'))
    .filter((line) => line !== '')
    .join('\n')
  return text === '' ? [] : [{ where: name, text }]
}

function decode(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'euc-jp', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next encoding may fit.
    }
  }
  throw new ExtractError('unreadable')
}
